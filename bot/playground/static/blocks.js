// Block Kit blocks -> DOM nodes. https://docs.slack.dev/reference/block-kit/blocks

import { h, icon } from "./dom.js";
import { element } from "./elements.js";
import { blockId } from "./held.js";
import { input } from "./input.js";
import { markdown } from "./markdown.js";
import { plain, textObject } from "./mrkdwn.js";
import { richText } from "./richtext.js";
import { inStep, keepingFocus, standing } from "./step.js";
import { unknown } from "./unknown.js";

const BLOCKS = {
  section,
  context,
  image,
  input,
  actions: (block, at) => h("div.block-actions", {}, block.elements.map((one) => element(one, at))),
  context_actions: (block, at) => h("div.block-context-actions", {}, block.elements.map((one) => element(one, at))),
  header: (block) => h("h3.block-header", {}, plain(block.text)),
  divider: () => h("hr"),
  markdown: (block) => h("div.block-markdown", {}, markdown(block.text)),
  rich_text: richText,
};

/** The blocks as Slack would show them on that surface. */
export function blocks(shown, surface) {
  surface.blocks = shown;
  return shown.map((block, place) => drawn(block, place, surface));
}

/** Brings the blocks that stand in the box in step with those wanted; what stays is not touched. */
export function showBlocks(box, shown, surface) {
  surface.blocks = shown;
  const before = standing(box);
  const nodes = shown.map((block, place) => {
    const key = JSON.stringify([blockId(block, place), block]);
    const node = before.get(key) ?? drawn(block, place, surface);
    node.dataset.key = key;
    return node;
  });
  keepingFocus(box, () => inStep(box, nodes));
}

function drawn(block, place, surface) {
  const block_id = blockId(block, place);
  const node = (BLOCKS[block.type] ?? unknown)(block, { surface, block_id });
  node.classList.add("block");
  node.dataset.block = block_id;
  return node;
}

function section(block, at) {
  const text = block.text && h("div.section-text", {}, textObject(block.text));
  const fields = block.fields?.map((field) => h("div", {}, textObject(field)));
  const words = h("div.section-words", {}, text, fields && h("div.section-fields", {}, fields));
  const accessory = block.accessory && (block.accessory.type === "image" ? picture : element);
  return h("div.block-section", {}, words, accessory && accessory(block.accessory, at));
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
function picture({ alt_text, image_url }) {
  return h("span.picture", { role: "img", "aria-label": alt_text, title: image_url }, icon("picture"), alt_text);
}
