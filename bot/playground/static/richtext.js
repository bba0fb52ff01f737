// A rich_text block -> DOM nodes. https://docs.slack.dev/reference/block-kit/blocks/rich-text-block

import { h, lines, outward } from "./dom.js";
import { emoji } from "./emoji.js";
import { broadcast, channelLink, mention, moment } from "./mrkdwn.js";
import { unknown } from "./unknown.js";

const STYLES = { bold: "b", italic: "i", strike: "s", underline: "u", code: "code" };

const PARTS = {
  rich_text_section: (part) => h("p", {}, spans(part)),
  rich_text_quote: (part) => h("blockquote", {}, spans(part)),
  rich_text_preformatted: (part) => h("pre", {}, spans(part)),
  rich_text_list: list,
};

const SPANS = {
  text: (span) => lines(span.text),
  link: (span) => outward(span.url, span.text || span.url),
  emoji: (span) => (span.unicode ? glyph(span.unicode) : emoji(span.name)),
  user: (span) => mention(span.user_id),
  usergroup: (span) => h("span.mention", {}, `@${span.usergroup_id}`),
  channel: (span) => channelLink(span.channel_id),
  broadcast: (span) => broadcast(span.range),
  date: (span) => moment(span.timestamp, span.format, span.url, span.fallback, span.timezone),
  color: (span) => h("code", {}, span.value),
};

export function richText(block) {
  return h("div.rich-text", {}, block.elements.map((part) => (PARTS[part.type] ?? unknown)(part)));
}

function spans(part) {
  return part.elements.flatMap((span) => styled(span, (SPANS[span.type] ?? unknown)(span)));
}

function styled(span, shown) {
  const names = Object.keys(STYLES).filter((name) => span.style?.[name]);
  return names.reduce((inner, name) => h(STYLES[name], {}, inner), shown);
}

function list(part) {
  const tag = part.style === "ordered" ? "ol" : "ul";
  const node = h(tag, { start: part.offset ? part.offset + 1 : null });
  node.style.setProperty("--indent", part.indent ?? 0);
  node.append(...part.elements.map((entry) => h("li", {}, spans(entry))));
  return node;
}

/** An emoji from its code points: "1f1f0-1f1f7". */
function glyph(points) {
  return String.fromCodePoint(...points.split("-").map((point) => parseInt(point, 16)));
}
