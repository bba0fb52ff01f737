// Interactive elements -> DOM nodes. https://docs.slack.dev/reference/block-kit/block-elements

import { h, icon } from "./dom.js";
import { menu } from "./menu.js";
import { plain } from "./mrkdwn.js";
import { unknown } from "./unknown.js";

const ELEMENTS = { button, static_select: select, overflow };

export function element(one, act) {
  return (ELEMENTS[one.type] ?? unknown)(one, act);
}

function button(one, act) {
  const styles = ["block-button", one.style && `block-button-${one.style}`].filter(Boolean).join(".");
  const { type, action_id, value, text } = one;
  const report = (event) => during(event.currentTarget, () => act({ type, action_id, value, text }));
  // What is seen has to be part of what is heard: Slack's own rule for names of controls.
  const label = { "aria-label": one.accessibility_label, onclick: report };
  if (!one.url) return h(`button.${styles}`, { type: "button", ...label }, plain(text));
  // A link button opens its address and is a click of which the bot is told, as in Slack.
  const safe = /^https?:\/\//i.test(one.url) ? one.url : null;
  const away = { href: safe, target: "_blank", rel: "noopener noreferrer" };
  return h(`a.${styles}`, { ...away, ...label }, plain(text), icon("open"));
}

function select(one, act) {
  const groups = one.option_groups ?? [{ options: one.options }];
  const label = h("span", {}, one.initial_option ? plain(one.initial_option.text) : plain(one.placeholder));
  const opener = h("button.block-select", { type: "button" }, label, icon("down"));
  const chosen = (option) => {
    label.replaceChildren(...plain(option.text));
    const { type, action_id } = one;
    return during(opener, () => act({ type, action_id, selected_option: option }));
  };
  return menu(opener, groups, chosen, { filtered: true, label: one.placeholder?.text ?? "Choose" });
}

function overflow(one, act) {
  const label = one.accessibility_label ?? "More actions";
  const opener = h("button.block-button.block-overflow", { type: "button", "aria-label": label }, icon("more"));
  const { type, action_id } = one;
  const chosen = (option) => during(opener, () => act({ type, action_id, selected_option: option }));
  return menu(opener, [{ options: one.options }], chosen, { filtered: false, label });
}

/** Marks the control as busy until the bot has answered. */
async function during(control, work) {
  control.setAttribute("aria-busy", "true");
  await work();
  control.removeAttribute("aria-busy");
}
