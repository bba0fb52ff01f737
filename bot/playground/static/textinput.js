// Words to type. https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element

import { control, named } from "./control.js";
import { h } from "./dom.js";

// From here on Slack counts what is left.
const NEAR = 50;

export function textInput(one, at) {
  const here = control(one, at);
  const names = { ...named(one, at, "Write something"), placeholder: one.placeholder?.text, autocomplete: "off" };
  const node = one.multiline ? h("textarea.field", { rows: 4, ...names }) : h("input.field", { type: "text", ...names });
  const left = h("span.left");
  const count = () => {
    const room = (one.max_length ?? Infinity) - node.value.length;
    left.textContent = room <= NEAR ? room : "";
    left.classList.toggle("over", room < 0);
  };
  node.value = here.get() ?? "";
  count();
  node.addEventListener("input", () => {
    here.hold(node.value || null);
    count();
  });
  node.addEventListener("keydown", (event) => {
    // While Hangul is being composed, Enter ends a syllable.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !at.input?.acts) return;
    event.preventDefault();
    here.press(node, { value: node.value });
  });
  return h("span.field-place", {}, node, left);
}
