// What is pressed: buttons, links that look like them, overflow menus, and an answer's thumbs.

import { control } from "./control.js";
import { h, icon, iconButton } from "./dom.js";
import { menu } from "./menu.js";
import { plain } from "./mrkdwn.js";
import { state } from "./state.js";

export function button(one, at) {
  const styles = ["block-button", one.style && `block-button-${one.style}`].filter(Boolean).join(".");
  const { value, text } = one;
  const here = control(one, at);
  const place = { "data-at": `${at.block_id} ${one.action_id}`, "aria-label": one.accessibility_label };
  if (!one.url) {
    const onclick = ({ currentTarget }) => here.press(currentTarget, { value, text });
    return h(`button.${styles}`, { type: "button", ...place, onclick }, plain(text));
  }
  // A link button opens its address and is a click of which the bot is told, as in Slack.
  const safe = /^https?:\/\//i.test(one.url) ? one.url : null;
  const away = { href: safe, target: "_blank", rel: "noopener noreferrer" };
  const onclick = async (event) => {
    if (one.confirm) event.preventDefault();
    const pressed = await here.press(event.currentTarget, { value, text });
    if (one.confirm && pressed && safe) window.open(safe, "_blank", "noopener,noreferrer");
  };
  return h(`a.${styles}`, { ...away, ...place, onclick }, plain(text), icon("open"));
}

/** https://docs.slack.dev/reference/block-kit/block-elements/icon-button-element */
export function iconAction(one, at) {
  const { value, text } = one;
  const here = control(one, at);
  const label = one.accessibility_label ?? text.text;
  const hidden = one.visible_to_user_ids && !one.visible_to_user_ids.includes(state.me);
  const press = ({ currentTarget }) => here.press(currentTarget, { value, text });
  return iconButton(one.icon, label, press, { hidden, title: text.text, "data-at": `${at.block_id} ${one.action_id}` });
}

/** https://docs.slack.dev/reference/block-kit/block-elements/overflow-menu-element */
export function overflow(one, at) {
  const here = control(one, at);
  const opener = iconButton("more", "More actions", () => {}, { class: "block-button block-overflow", "data-at": `${at.block_id} ${one.action_id}` });
  const entry = (option) => ({
    text: plain(option.text),
    note: option.description && plain(option.description),
    url: option.url,
    run: () => here.press(opener, { selected_option: option }),
  });
  return menu(opener, "More actions", () => one.options.map(entry));
}

/** https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element */
export function feedback(one, at) {
  const here = control(one, at);
  const thumbs = [["up", one.positive_button], ["down", one.negative_button]].map(([way, { text, value, accessibility_label }]) => {
    const press = async ({ currentTarget }) => {
      thumbs.forEach((thumb) => thumb.setAttribute("aria-pressed", String(thumb === currentTarget)));
      await here.press(currentTarget, { value, text });
    };
    const label = { title: text.text, "aria-pressed": "false", "data-at": `${at.block_id} ${one.action_id} ${way}` };
    return iconButton(`thumb-${way}`, accessibility_label ?? text.text, press, label);
  });
  return h("span.feedback", {}, thumbs);
}
