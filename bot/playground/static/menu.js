// A menu of options that opens below a button: arrows move, Enter chooses, typing narrows.

import { h } from "./dom.js";
import { closing } from "./closing.js";
import { plain } from "./mrkdwn.js";

let menus = 0;

/** The button with its menu; `chosen` is told of the option. */
export function menu(opener, groups, chosen, { filtered, label }) {
  const id = `menu-${++menus}`;
  const list = h("div.menu-options", { role: "listbox", id, "aria-label": label, tabindex: "-1" });
  const combo = { role: "combobox", "aria-expanded": "true", "aria-controls": id, "aria-autocomplete": "list" };
  const input = h("input.menu-filter", { type: "text", placeholder: "Search", "aria-label": label, ...combo });
  const popup = h("div.menu", { hidden: true }, filtered && input, list);
  const control = filtered ? input : list;
  let at = 0;
  let release = () => {};

  const options = () => [...list.querySelectorAll("[role=option]")];
  const close = () => {
    if (popup.hidden) return;
    popup.hidden = true;
    opener.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside);
    release();
    opener.focus();
  };
  const outside = (event) => popup.contains(event.target) || opener.contains(event.target) || close();
  const choose = (option) => {
    close();
    chosen(option);
  };
  const move = (to) => {
    const all = options();
    at = Math.max(0, Math.min(to, all.length - 1));
    all.forEach((node, place) => node.setAttribute("aria-selected", place === at));
    control.setAttribute("aria-activedescendant", all[at]?.id ?? "");
    all[at]?.scrollIntoView({ block: "nearest" });
  };
  const fill = () => {
    const wanted = input.value.trim().toLowerCase();
    const fits = (option) => option.text.text.toLowerCase().includes(wanted);
    const shown = groups.map((group) => ({ ...group, options: group.options.filter(fits) }));
    let number = 0;
    const row = (option) => {
      const place = { role: "option", id: `${id}-${number++}`, onclick: () => choose(option) };
      return h("div.menu-option", place, plain(option.text));
    };
    const full = shown.filter((group) => group.options.length);
    list.replaceChildren(...full.map((group) => grouped(group, row)));
    if (!full.length) list.append(h("p.menu-none", {}, "Nothing fits."));
    move(0);
  };
  const open = () => {
    popup.hidden = false;
    opener.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", outside);
    release = closing(close);
    input.value = "";
    fill();
    control.focus();
    popup.scrollIntoView({ block: "nearest" });
  };

  for (const [name, value] of Object.entries({ "aria-haspopup": "listbox", "aria-expanded": "false" })) {
    opener.setAttribute(name, value);
  }
  opener.addEventListener("click", () => (popup.hidden ? open() : close()));
  input.addEventListener("input", fill);
  popup.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: options().length - 1 };
    if (event.key in steps) move(steps[event.key]);
    else if (event.key === "Enter") options()[at]?.click();
    else if (event.key === "Tab") close();
    else return;
    if (event.key !== "Tab") event.preventDefault();
  });
  return h("span.menu-place", {}, opener, popup);
}

function grouped(group, row) {
  const rows = group.options.map(row);
  if (!group.label) return h("div", {}, rows);
  const label = h("div.menu-group", { "aria-hidden": "true" }, plain(group.label));
  return h("div", { role: "group", "aria-label": group.label.text }, label, rows);
}
