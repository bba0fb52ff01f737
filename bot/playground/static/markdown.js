// A markdown block's text -> DOM nodes. https://docs.slack.dev/reference/block-kit/blocks/markdown-block

import { h, outward } from "./dom.js";
import { EMOJI_NAME, withEmoji } from "./emoji.js";

const MARKS = new RegExp(
  [
    "\\\\(?<escaped>[\\\\`*_{}\\[\\]()#+.!|~>-])",
    "(?<ticks>`+)(?<code>[\\s\\S]*?[^`])\\k<ticks>(?!`)",
    "!?\\[(?<label>(?:\\\\.|[^\\]\\\\])*)\\]\\((?<address>[^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*)[^)]*\\)",
    "\\*\\*(?<bold>(?=\\S)[\\s\\S]*?\\S\\*?)\\*\\*",
    "(?<![\\p{L}\\p{N}_])__(?<strong>(?=\\S)[\\s\\S]*?\\S)__(?![\\p{L}\\p{N}_])",
    "\\*(?<italic>(?=[^\\s*])[^*]*[^\\s*])\\*",
    "(?<![\\p{L}\\p{N}_])_(?<slanted>(?=[^\\s_])[^_]*[^\\s_])_(?![\\p{L}\\p{N}_])",
    "~~(?<strike>(?=\\S)[\\s\\S]*?\\S)~~",
    `(?<emoji>${EMOJI_NAME})`,
    "<?(?<bare>https?://[^\\s<>]*[^\\s<>.,;:!?)\\]'\"”’])>?",
  ].join("|"),
  "gu",
);
const TAGS = { bold: "b", strong: "b", italic: "i", slanted: "i", strike: "s" };

const FENCE = /^ {0,3}(`{3,}|~{3,})/;
const HEADING = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/;
const RULE = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/;
const QUOTE = /^ {0,3}> ?/;
const ENTRY = /^( *)([-*+]|\d{1,9}[.)])\s+(?:\[([ xX])\]\s+)?/;
const BORDER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

/** The nodes of a text in standard Markdown. */
export function markdown(text) {
  return piecewise(text.split("\n"));
}

function piecewise(lines) {
  const nodes = [];
  while (lines.length) {
    if (!lines[0].trim()) lines.shift();
    else nodes.push(piece(lines));
  }
  return nodes;
}

/** Takes the next piece off the lines. */
function piece(lines) {
  const [line, next] = lines;
  if (FENCE.test(line)) return fenced(lines);
  if (RULE.test(line)) return lines.shift() && h("hr");
  if (HEADING.test(line)) return heading(lines.shift().match(HEADING));
  if (QUOTE.test(line)) return h("blockquote", {}, piecewise(taken(lines, QUOTE).map((one) => one.replace(QUOTE, ""))));
  if (ENTRY.test(line)) return list(lines);
  if (line.includes("|") && next !== undefined && BORDER.test(next)) return table(lines);
  return h("p", {}, spans(taken(lines, /^(?!\s*$)/, [FENCE, RULE, HEADING, QUOTE, ENTRY]).join("\n")));
}

/** The lines that fit, at least one, up to one that begins another piece. */
function taken(lines, fits, ends = []) {
  const found = [lines.shift()];
  while (lines.length && fits.test(lines[0]) && !ends.some((end) => end.test(lines[0]))) found.push(lines.shift());
  return found;
}

function fenced(lines) {
  const [, fence] = lines.shift().match(FENCE);
  const code = [];
  while (lines.length && !lines[0].trim().startsWith(fence)) code.push(lines.shift());
  lines.shift();
  return h("pre", {}, code.join("\n"));
}

function heading([, marks, words]) {
  // A message's own headings stand below those of the page.
  return h("h3", { "aria-level": Math.min(marks.length + 2, 6), class: `level-${marks.length}` }, spans(words));
}

function list(lines) {
  const [, , mark] = lines[0].match(ENTRY);
  const ordered = /\d/.test(mark);
  const node = h(ordered ? "ol" : "ul", { start: ordered ? parseInt(mark, 10) : null });
  while (lines.length && ENTRY.test(lines[0]) && /\d/.test(lines[0].match(ENTRY)[2]) === ordered) {
    const first = lines.shift();
    const [all, indent, , tick] = first.match(ENTRY);
    const within = [first.slice(all.length)];
    // What is set in deeper than the entry's mark is part of it.
    const deeper = (one) => one.trim() && one.search(/\S/) > indent.length;
    while (lines.length && (deeper(lines[0]) || (!lines[0].trim() && lines[1] && deeper(lines[1])))) {
      within.push(lines.shift().slice(indent.length).replace(/^ {1,4}/, ""));
    }
    const box = tick !== undefined && h("input", { type: "checkbox", disabled: true, checked: tick !== " ", "aria-label": tick === " " ? "To do" : "Done" });
    const [head, ...rest] = piecewise(within);
    node.append(h(box ? "li.task" : "li", {}, box, head?.tagName === "P" ? [...head.childNodes] : head, rest));
  }
  return node;
}

function table(lines) {
  const row = (line) => line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((one) => one.trim());
  const heads = row(lines.shift());
  const sides = row(lines.shift()).map((one) => (one.endsWith(":") ? (one.startsWith(":") ? "center" : "right") : "left"));
  const cells = (tag, line) => h("tr", {}, heads.map((_, place) => h(`${tag}.${sides[place]}`, {}, spans(line[place] ?? ""))));
  const body = [];
  while (lines.length && lines[0].includes("|")) body.push(cells("td", row(lines.shift())));
  return h("div.table", { tabindex: 0 }, h("table", {}, h("thead", {}, cells("th", heads)), h("tbody", {}, body)));
}

function spans(text) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(MARKS)) {
    nodes.push(text.slice(end, found.index), marked(found.groups, found[0]));
    end = found.index + found[0].length;
  }
  return [...nodes, text.slice(end)].flatMap(broken);
}

function marked(groups, whole) {
  const { escaped, code, label, address, emoji, bare } = groups;
  if (escaped) return escaped;
  if (code !== undefined) return h("code", {}, code.replace(/^ (.*) $/s, "$1"));
  if (address !== undefined) return outward(address, ...spans(label || address));
  if (emoji) return withEmoji(emoji);
  if (bare) return outward(bare, bare);
  const name = Object.keys(TAGS).find((one) => groups[one] !== undefined);
  return name ? h(TAGS[name], {}, spans(groups[name])) : whole;
}

/** Words with their line breaks: Slack keeps those that Markdown would join. */
function broken(words) {
  if (typeof words !== "string") return [words];
  return words.split("\n").flatMap((line, place) => (place ? [h("br"), line.trimStart()] : [line.replace(/ {2,}$/, "")]));
}
