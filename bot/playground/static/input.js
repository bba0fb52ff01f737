// An input block: its label, its element, its hint, and what is wrong with what was given.
// https://docs.slack.dev/reference/block-kit/blocks/input-block

import { h, icon } from "./dom.js";
import { element } from "./elements.js";
import { plain } from "./mrkdwn.js";

// A label belongs to one control; a group of them is named by it.
const GROUPED = ["radio_buttons", "checkboxes"];
let inputs = 0;

export function input(block, at) {
  const id = `input-${++inputs}`;
  const [labelId, hintId, faultId] = ["label", "hint", "fault"].map((part) => `${id}-${part}`);
  const grouped = GROUPED.includes(block.element.type);
  const fault = h("p.input-fault", { id: faultId });
  const described = block.hint ? `${hintId} ${faultId}` : faultId;
  const within = { id, labelId, described, grouped, optional: block.optional, acts: block.dispatch_action };
  const control = element(block.element, { ...at, input: { ...within, changed: () => blame(node, "") } });
  const words = [plain(block.label), block.optional && h("span.optional", {}, " (optional)")];
  const label = grouped ? h("span.input-label", { id: labelId }, words) : h("label.input-label", { id: labelId, for: id }, words);
  const hint = block.hint && h("p.input-hint", { id: hintId }, plain(block.hint));
  const node = h("div.block-input", {}, label, control, hint, fault);
  return node;
}

/** Says under an input what is wrong with it, or with "" that nothing is. */
export function blame(node, sentence) {
  const control = node.querySelector("[data-control]");
  if (sentence) control?.setAttribute("aria-invalid", "true");
  else control?.removeAttribute("aria-invalid");
  node.querySelector(".input-fault").replaceChildren(...(sentence ? [icon("warning"), sentence] : []));
}
