// Select menus, each over its own source. https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element

import { combobox } from "./combobox.js";
import { control, named } from "./control.js";
import { h, iconButton } from "./dom.js";
import { plain, shownText } from "./mrkdwn.js";
import { source } from "./sources.js";

/** A menu of which one option is chosen. */
export function select(one, at) {
  const here = control(one, at);
  const { find, toOption, fromOption } = source(one, at);
  const chosen = () => {
    const held = here.get();
    return held === null ? null : toOption(held);
  };
  const field = combobox({
    names: named(one, at, "Choose"),
    placeholder: one.placeholder?.text ?? "Choose an option",
    find,
    text: () => (chosen() ? shownText(chosen().text) : ""),
    chosen: (option) => option.value === chosen()?.value,
    choose: (option, node) => here.choose(node, fromOption(option)),
    clear: at.input?.optional && (() => here.choose(field.input, null)),
  });
  return field.node;
}

/** A menu of which several options are chosen, each shown as a token in the field. */
export function multiSelect(one, at) {
  const here = control(one, at);
  const { find } = source(one, at);
  const tokens = h("span.tokens");
  const has = (option) => here.get().some(({ value }) => value === option.value);
  const without = (option) => here.get().filter(({ value }) => value !== option.value);
  const choose = async (value, node) => {
    await here.choose(node, value);
    draw();
  };
  const full = () => here.get().length >= (one.max_selected_items ?? Infinity);
  const field = combobox({
    names: named(one, at, "Choose"),
    placeholder: one.placeholder?.text ?? "Choose options",
    tokens,
    find: (words) => (full() ? `No more than ${one.max_selected_items} can be chosen.` : find(words)),
    text: () => "",
    chosen: has,
    choose: (option, node) => choose(has(option) ? without(option) : [...here.get(), option], node),
    back: () => choose(here.get().slice(0, -1), field.input),
    stays: true,
  });
  const drop = (option) => {
    choose(without(option), field.input);
    field.input.focus();
  };
  const draw = () => {
    tokens.replaceChildren(
      ...here.get().map((option) => {
        const remove = iconButton("close", `Remove ${option.text.text}`, () => drop(option));
        return h("span.token", {}, plain(option.text), remove);
      }),
    );
  };
  draw();
  return field.node;
}
