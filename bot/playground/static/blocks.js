// Block Kit blocks -> DOM nodes. https://docs.slack.dev/reference/block-kit/blocks

import { h } from "./dom.js";
import { element } from "./elements.js";
import { plain, textObject } from "./mrkdwn.js";
import { richText } from "./richtext.js";
import { unknown } from "./unknown.js";

const BLOCKS = {
  section,
  context,
  image,
  actions: (block, act) => h("div.block-actions", {}, block.elements.map((one) => element(one, act))),
  header: (block) => h("h3.block-header", {}, plain(block.text)),
  divider: () => h("hr"),
  rich_text: richText,
};

/** The blocks as Slack would show them; `act` is told of every action, with its block's id. */
export function blocks(shown, act) {
  return shown.map((block, place) => {
    const block_id = block.block_id ?? `b${place}`;
    const draw = BLOCKS[block.type] ?? unknown;
    const node = draw(block, (action) => act({ block_id, ...action }));
    node.classList.add("block");
    return node;
  });
}

function section(block, act) {
  const text = block.text && h("div.section-text", {}, textObject(block.text));
  const fields = block.fields?.map((field) => h("div", {}, textObject(field)));
  const words = h("div.section-words", {}, text, fields && h("div.section-fields", {}, fields));
  const accessory = block.accessory && (block.accessory.type === "image" ? picture : element);
  return h("div.block-section", {}, words, accessory && accessory(block.accessory, act));
}

function context(block) {
  const notes = block.elements.map((note) =>
    note.type === "image" ? picture(note) : h("span", {}, textObject(note)),
  );
  return h("div.block-context", {}, notes);
}

function image(block) {
  const title = block.title && h("figcaption", {}, plain(block.title));
  return h("figure", {}, title, picture(block));
}

/** A picture's description: to fetch the picture itself, a request would leave this machine. */
function picture(image) {
  return h("span.picture", { role: "img", "aria-label": image.alt_text, title: image.image_url }, image.alt_text);
}
