// A menu that opens from a button: arrows move, a letter leads to its entry, Enter chooses.

import { h, outward } from "./dom.js";
import { popup } from "./popup.js";

let menus = 0;

/** The button with its menu; `entries()` are `{text, note, run, url}`, asked for as it opens. */
export function menu(opener, label, entries) {
  const id = `menu-${++menus}`;
  const list = h("div.menu", { id, role: "menu", "aria-label": label });
  const shown = popup(opener, list, () => opener.setAttribute("aria-expanded", "false"));
  const rows = () => [...list.children];
  const at = () => rows().indexOf(document.activeElement);
  const move = (to) => rows().at(to % rows().length)?.focus();
  const close = () => {
    shown.close();
    opener.focus();
  };
  const row = ({ text, note, run, url }) => {
    const words = [h("span", {}, text), note && h("span.note", {}, note)];
    const place = { role: "menuitem", tabindex: "-1" };
    const node = url ? outward(url, ...words) : h("button", { type: "button" }, words);
    for (const [name, value] of Object.entries(place)) node.setAttribute(name, value);
    node.addEventListener("click", () => {
      close();
      run();
    });
    return node;
  };
  const open = () => {
    list.replaceChildren(...entries().map(row));
    shown.open();
    opener.setAttribute("aria-expanded", "true");
    move(0);
  };
  const letter = (key) => {
    const order = [...rows().slice(at() + 1), ...rows().slice(0, at() + 1)];
    order.find((node) => node.textContent.toLowerCase().startsWith(key.toLowerCase()))?.focus();
  };

  for (const [name, value] of Object.entries({ "aria-haspopup": "menu", "aria-expanded": "false", "aria-controls": id })) {
    opener.setAttribute(name, value);
  }
  opener.addEventListener("click", () => (shown.isOpen() ? close() : open()));
  opener.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || shown.isOpen()) return;
    event.preventDefault();
    open();
  });
  list.addEventListener("keydown", (event) => {
    const steps = { ArrowDown: at() + 1, ArrowUp: at() - 1, Home: 0, End: -1 };
    if (event.key in steps) move(steps[event.key]);
    else if (event.key === "Tab") return close();
    else if (event.key.length === 1 && event.key !== " ") letter(event.key);
    else return;
    event.preventDefault();
  });
  return h("span.menu-place", {}, opener, list);
}
