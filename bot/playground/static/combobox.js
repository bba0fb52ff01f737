// A field that offers options below it: typing narrows them, arrows move, Enter chooses.
// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/

import { h, icon, iconButton } from "./dom.js";
import { options } from "./options.js";
import { popup } from "./popup.js";

let lists = 0;

/**
 * The field. `find(words)` answers groups of options, or a promise of them, or a sentence where it
 * has none; `text()` is what the field shows at rest, `chosen(option)` whether that one is chosen.
 */
export function combobox({ names, placeholder, find, text, chosen, choose, clear, tokens, back, stays = false }) {
  const id = `options-${++lists}`;
  const list = h("div.options", { role: "listbox", id, "aria-multiselectable": stays ? "true" : null, "aria-label": placeholder });
  const remark = h("p.option-none", { role: "status" });
  // A press in the list leaves the focus in the field.
  const shown = h("div.popup", { onmousedown: (event) => event.preventDefault() }, list, remark);
  const role = { role: "combobox", "aria-controls": id, "aria-expanded": "false", "aria-autocomplete": "list" };
  const input = h("input", { type: "text", autocomplete: "off", spellcheck: "false", placeholder, ...role, ...names });
  const wipe = clear && iconButton("close", "Clear", () => clear().then(rest), { class: "icon-button combo-clear" });
  const box = h("span.combo", {}, tokens, input, wipe, icon("down"));
  const above = popup(box, shown, () => rest());
  let rows = null;
  let asked = 0;

  const rest = () => {
    above.close();
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    input.value = text();
    if (wipe) wipe.hidden = !text();
  };
  const move = (to) => input.setAttribute("aria-activedescendant", rows.move(to));
  const pick = async (option) => {
    if (stays) input.value = "";
    else above.close();
    await choose(option, input);
    if (stays && above.isOpen()) fill("");
    else rest();
  };
  const say = (words) => {
    rows = null;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren();
    remark.textContent = words;
  };
  const fill = async (words) => {
    const mine = ++asked;
    const found = find(words);
    if (found instanceof Promise) say("Loading…");
    const groups = await found;
    // An older answer that comes late must not undo a newer one.
    if (mine !== asked || !above.isOpen()) return;
    if (typeof groups === "string") say(groups);
    else if (!groups.some((group) => group.options.length)) say("No results");
    else {
      rows = options(list, groups, { chosen, pick });
      remark.textContent = "";
      move(words ? 0 : rows.first());
    }
    above.place();
  };
  const open = (words = "") => {
    above.open();
    input.setAttribute("aria-expanded", "true");
    fill(words);
  };

  box.addEventListener("click", ({ target }) => {
    if (target.closest("button")) return;
    input.focus();
    if (above.isOpen()) return;
    input.select();
    open();
  });
  input.addEventListener("input", () => (above.isOpen() ? fill(input.value.trim()) : open(input.value.trim())));
  input.addEventListener("blur", rest);
  input.addEventListener("keydown", (event) => {
    // While Hangul is being composed, Enter ends a syllable.
    if (event.isComposing) return;
    const { key } = event;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (key in steps && !above.isOpen()) open();
    else if (key in steps && rows) move(rows.at() + steps[key]);
    else if (key === "Enter" && above.isOpen()) rows?.take();
    else if (key === "Enter") open();
    else if (key === "Backspace" && !input.value && back) return back();
    else return;
    event.preventDefault();
  });
  rest();
  return { node: h("span.combo-place", {}, box, shown), input };
}
