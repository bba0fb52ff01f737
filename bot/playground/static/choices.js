// Options that all stand open: radio buttons and checkboxes.

import { control, named } from "./control.js";
import { h } from "./dom.js";
import { textObject } from "./mrkdwn.js";

let groups = 0;

export function radioButtons(one, at) {
  const here = control(one, at);
  const is = (option) => here.get()?.value === option.value;
  return group("radio", one, at, is, (option, node) => here.choose(node, option));
}

export function checkboxes(one, at) {
  const here = control(one, at);
  const is = (option) => here.get().some(({ value }) => value === option.value);
  // In the order in which they stand, whichever was ticked first.
  const toggled = (option) => one.options.filter((other) => is(other) !== (other.value === option.value));
  return group("checkbox", one, at, is, (option, node) => here.choose(node, toggled(option)));
}

function group(type, one, at, is, choose) {
  const name = `choices-${++groups}`;
  const ticks = one.options.map((option, place) => {
    const value = { type, name, value: option.value, "data-at": `${at.block_id} ${one.action_id} ${place}` };
    const tick = h("input", { ...value, "aria-describedby": option.description && `${name}-${place}` });
    tick.addEventListener("change", async () => {
      await choose(option, tick);
      show();
    });
    const words = [h("span", {}, textObject(option.text))];
    if (option.description) words.push(h("span.note", { id: `${name}-${place}` }, textObject(option.description)));
    return { option, tick, label: h("label.choice", {}, tick, h("span.option-words", {}, words)) };
  });
  const show = () => ticks.forEach(({ option, tick }) => (tick.checked = is(option)));
  show();
  const role = type === "radio" ? "radiogroup" : "group";
  const { "data-at": _, "aria-required": required, ...names } = named(one, at, "Options");
  return h("div.choices", { role, ...names, "aria-required": role === "radiogroup" ? required : null }, ticks.map(({ label }) => label));
}
