// The options of a field as a list, and which of them is at hand.

import { h, icon } from "./dom.js";
import { plain } from "./mrkdwn.js";

/** The list's groups drawn anew; `pick` is told which option was clicked. */
export function options(list, groups, { chosen, pick }) {
  let at = -1;
  let number = 0;
  const row = (option) => {
    const here = { role: "option", id: `${list.id}-${number++}`, "aria-selected": String(chosen(option)) };
    const words = [h("span", {}, plain(option.text)), option.description && h("span.note", {}, plain(option.description))];
    return h("div.option", { ...here, onclick: () => pick(option) }, h("span.option-words", {}, words), chosen(option) && icon("check"));
  };
  const full = groups.filter((group) => group.options.length);
  list.replaceChildren(...full.map((group) => grouped(group, row)));
  const rows = [...list.querySelectorAll("[role=option]")];
  /** Brings that row to hand, and answers its id. */
  const move = (to) => {
    at = Math.max(0, Math.min(to, rows.length - 1));
    rows.forEach((node, place) => node.classList.toggle("at-hand", place === at));
    rows[at]?.scrollIntoView({ block: "nearest" });
    return rows[at]?.id ?? "";
  };
  const first = () => rows.findIndex((node) => node.getAttribute("aria-selected") === "true");
  return { move, first, at: () => at, take: () => rows[at].click() };
}

function grouped(group, row) {
  const rows = group.options.map(row);
  if (!group.label) return h("div", { role: "presentation" }, rows);
  const label = h("div.option-group", { "aria-hidden": "true" }, plain(group.label));
  return h("div", { role: "group", "aria-label": group.label.text }, label, rows);
}
