// Where one types: Enter sends, Shift+Enter breaks the line, `/` and `@` suggest, Up recalls, links are previewed.

import { closing } from "./closing.js";
import { h, icon, iconButton } from "./dom.js";
import { linkPreviews } from "./drafts.js";
import { menu } from "./menu.js";
import { shortcutEntries } from "./shortcuts.js";
import { on } from "./state.js";
import { suggestionRow, suggestionsFor } from "./suggestions.js";

const TALLEST = 200;
const history = [];
let composers = 0;

/** A box to type in; `send` answers null, or the sentence that says why it was refused. */
export function composer({ label, send }) {
  const id = `suggestions-${++composers}`;
  const hints = h("div.suggestions", { id, role: "listbox", "aria-label": "Suggestions", hidden: true });
  const refusal = h("p.refusal", { role: "alert" });
  const button = h("button.send", { type: "submit", "aria-label": "Send", title: "Send" }, icon("send"));
  const controls = { "aria-controls": id, "aria-autocomplete": "list", autocomplete: "off" };
  const area = h("textarea", { rows: 1, "aria-label": label, placeholder: label, ...controls });
  const keys = h("p.keys", { "aria-hidden": "true" }, h("b", {}, "Enter"), " sends · ", h("b", {}, "/"), " commands");
  const opener = iconButton("bolt", "Shortcuts", () => {});
  const more = menu(opener, "Shortcuts", () => shortcutEntries("global"));
  const previews = linkPreviews();
  const form = h("form.composer", {}, hints, h("div.box", {}, more, area, button), previews.box, refusal, keys);
  const drafts = new Map();
  let place = null;
  let rows = [];
  let at = 0;
  let recalled = history.length;
  let release = () => {};

  const hide = () => {
    hints.hidden = true;
    rows = [];
    area.removeAttribute("aria-activedescendant");
    release();
  };
  const suggest = () => {
    hide();
    rows = suggestionsFor(area.value.slice(0, area.selectionStart), area.value);
    if (!rows.length) return;
    hints.replaceChildren(...rows.map((one, place) => suggestionRow(one, `${id}-${place}`, () => accept(one))));
    hints.hidden = false;
    release = closing(hide);
    move(0);
  };
  const move = (to) => {
    at = (to + rows.length) % rows.length;
    [...hints.children].forEach((node, place) => node.setAttribute("aria-selected", String(place === at)));
    hints.children[at].scrollIntoView({ block: "nearest" });
    area.setAttribute("aria-activedescendant", hints.children[at].id);
  };
  const accept = ({ from, insert, run }) => {
    if (insert) area.setRangeText(insert, from, area.selectionStart, "end");
    if (run) write("");
    fit();
    area.focus();
    run?.();
  };
  const fit = () => {
    button.disabled = !area.value.trim();
    area.style.height = "auto";
    // Before the box is on the page, or in a pane that is shut, it has no height to measure.
    if (area.scrollHeight) area.style.height = `${Math.min(area.scrollHeight, TALLEST)}px`;
    suggest();
    previews.written(area.value);
  };
  const write = (words) => {
    area.value = words;
    area.setSelectionRange(words.length, words.length);
    fit();
  };
  const submit = async () => {
    const words = area.value.trim();
    if (!words) return;
    history.push(words);
    recalled = history.length;
    refusal.textContent = "";
    write("");
    const from = place;
    const refused = await send(words);
    if (from !== place) {
      if (refused) drafts.set(from, words);
      return;
    }
    refusal.textContent = refused ?? "";
    // What was refused comes back, unless its author already writes something else.
    if (refused && !area.value) write(words);
  };
  const back = (steps) => {
    const to = recalled + steps;
    if (to < 0 || to > history.length) return;
    recalled = to;
    write(history[to] ?? "");
  };

  area.addEventListener("input", () => {
    recalled = history.length;
    fit();
  });
  area.addEventListener("blur", hide);
  area.addEventListener("keydown", (event) => {
    // While Hangul is being composed, Enter ends a syllable.
    if (event.isComposing) return;
    const untouched = !area.value || area.value === history[recalled];
    const meant = rows[at]?.insert || rows[at]?.run ? rows[at] : null;
    const steps = { ArrowUp: -1, ArrowDown: 1 };
    if (meant && ["Tab", "Enter"].includes(event.key) && !event.shiftKey) accept(meant);
    else if (rows.length > 1 && event.key in steps) move(at + steps[event.key]);
    else if (event.key === "Enter" && !event.shiftKey) submit();
    else if (event.key === "ArrowUp" && untouched) back(-1);
    else if (event.key === "ArrowDown" && untouched && area.value) back(+1);
    else return;
    event.preventDefault();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit();
  });
  on("state", () => (more.hidden = !shortcutEntries("global").length));
  fit();
  const moveTo = (to, name) => {
    for (const key of ["aria-label", "placeholder"]) area.setAttribute(key, name);
    if (to === place) return;
    // What was begun in one place waits there, as in Slack.
    drafts.set(place, area.value);
    place = to;
    refusal.textContent = "";
    write(drafts.get(to) ?? "");
  };
  return { form, focus: () => area.focus(), move: moveTo };
}
