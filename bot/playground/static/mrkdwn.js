// Slack's mrkdwn -> DOM nodes. https://docs.slack.dev/messaging/formatting-message-text

import { filled } from "./dates.js";
import { h, lines, outward } from "./dom.js";
import { EMOJI_NAME, withEmoji } from "./emoji.js";
import { person, state } from "./state.js";

// A mark opens after, and closes before, anything but a letter or a digit, Hangul included.
const span = (name, mark) =>
  `(?<![\\p{L}\\p{N}${mark}])${mark}(?=[^\\s${mark}])(?<${name}>(?:<[^>\\n]*>|[^${mark}\\n])*?[^\\s])${mark}(?![\\p{L}\\p{N}${mark}])`;
const MARKS = new RegExp(
  [
    "```(?<fence>[\\s\\S]+?)```",
    "`(?<code>[^`\\n]+)`",
    "<(?<angle>[^<>\\n]+)>",
    span("bold", "\\*"),
    span("italic", "_"),
    span("strike", "~"),
    `(?<emoji>${EMOJI_NAME})`,
    "(?<bare>https?://[^\\s<>|]*[^\\s<>|.,;:!?)\\]'\"”’])",
  ].join("|"),
  "gu",
);
const QUOTED = /^(?:>|&gt;) ?/;
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const BROADCASTS = { here: "@here", channel: "@channel", everyone: "@everyone" };

/** The nodes of a text; with `verbatim`, a bare address stays text. */
export function mrkdwn(text, verbatim = false) {
  // A fence is taken out first: a `>` at the start of one of its lines quotes nothing.
  return text.split(/(```[\s\S]+?```)/).flatMap((part) =>
    part.startsWith("```") && part.length > 6 ? [fence(part.slice(3, -3))] : paragraphs(part, verbatim),
  );
}

/** Raw text, with emoji where its author wants them. */
export function plain(text) {
  return lines(shownText(text));
}

/** The same for where only words can stand. */
export function shownText(text) {
  return text.emoji === false ? text.text : withEmoji(text.text);
}

/** A text object of either kind. */
export function textObject(text) {
  return text.type === "mrkdwn" ? mrkdwn(text.text, text.verbatim) : plain(text);
}

/** The three escapes undone, once. */
export function unescape(words) {
  return words.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity]);
}

export function mention(id) {
  const label = h("span.mention", {}, `@${person(id).name}`);
  if (id === state.me) label.classList.add("mention-me");
  return label;
}

export function channelLink(id, name) {
  const known = state.channels.find((one) => one.id === id);
  return h("span.mention", {}, `#${known?.name ?? name ?? id}`);
}

export function broadcast(range) {
  return h("span.mention.mention-me", {}, BROADCASTS[range] ?? `@${range}`);
}

/** A moment in the reader's own time zone, or what the author wrote for clients that cannot. */
export function moment(seconds, format, address, fallback, zone) {
  const words = filled(format, Number(seconds), zone) ?? fallback ?? "";
  const when = h("time", { title: fallback }, words);
  return address ? outward(address, when) : when;
}

function paragraphs(text, verbatim) {
  const nodes = [];
  let quoted = null;
  for (const [place, line] of text.split("\n").entries()) {
    if (QUOTED.test(line)) {
      if (quoted) quoted.append(h("br"));
      else nodes.push((quoted = h("blockquote")));
      quoted.append(...spans(line.replace(QUOTED, ""), verbatim));
    } else {
      // After a quotation the new block is the line break.
      if (place && !quoted) nodes.push(h("br"));
      nodes.push(...spans(line, verbatim));
      quoted = null;
    }
  }
  return nodes;
}

function spans(text, verbatim) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(MARKS)) {
    nodes.push(unescape(text.slice(end, found.index)), marked(found, verbatim));
    end = found.index + found[0].length;
  }
  return [...nodes, unescape(text.slice(end))].filter((node) => node !== "");
}

function marked(found, verbatim) {
  const { code, angle, bold, italic, strike, emoji, bare } = found.groups;
  if (code) return h("code", {}, unescape(code));
  if (angle) return reference(angle);
  if (bold) return h("b", {}, ...spans(bold, verbatim));
  if (italic) return h("i", {}, ...spans(italic, verbatim));
  if (strike) return h("s", {}, ...spans(strike, verbatim));
  if (emoji) return withEmoji(emoji);
  return verbatim ? unescape(bare) : outward(unescape(bare), unescape(bare));
}

/** What stands between angle brackets: a link, a mention, a channel, a broadcast or a date. */
function reference(angle) {
  const bar = angle.indexOf("|");
  const target = unescape(bar < 0 ? angle : angle.slice(0, bar));
  const label = bar < 0 ? null : unescape(angle.slice(bar + 1));
  if (target.startsWith("@")) return mention(target.slice(1));
  if (target.startsWith("#")) return channelLink(target.slice(1), label);
  if (target.startsWith("!date^")) {
    const [, seconds, format, address] = target.split("^");
    return moment(seconds, format, address, label);
  }
  if (target.startsWith("!subteam^")) return h("span.mention", {}, label ?? target.slice(9));
  if (target.startsWith("!")) return broadcast(target.slice(1));
  return outward(target, label || target);
}

function fence(code) {
  return h("pre", {}, unescape(code.replace(/^\n|\n$/g, "")));
}
