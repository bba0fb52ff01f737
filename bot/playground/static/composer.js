// Where one types: Enter sends, Shift+Enter breaks the line, `/` and `@` suggest, Up recalls.

import { closing } from "./closing.js";
import { h, icon } from "./dom.js";
import { person, state } from "./state.js";

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
  const form = h("form.composer", {}, hints, h("div.box", {}, area, button), refusal, keys);
  const drafts = new Map();
  let place = null;
  let suggestion = null;
  let recalled = history.length;
  let release = () => {};

  const hide = () => {
    hints.hidden = true;
    suggestion = null;
    release();
  };
  const suggest = () => {
    hide();
    suggestion = suggestionFor(area.value.slice(0, area.selectionStart), area.value);
    if (!suggestion) return;
    hints.replaceChildren(row(suggestion, accept));
    hints.hidden = false;
    release = closing(hide);
  };
  const accept = () => {
    const { from, insert } = suggestion;
    const end = area.selectionStart;
    area.setRangeText(insert, from, end, "end");
    fit();
    area.focus();
  };
  const fit = () => {
    button.disabled = !area.value.trim();
    area.style.height = "auto";
    // Before the box is on the page, or in a pane that is shut, it has no height to measure.
    if (area.scrollHeight) area.style.height = `${Math.min(area.scrollHeight, TALLEST)}px`;
    suggest();
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
    if (suggestion?.insert && ["Tab", "Enter"].includes(event.key) && !event.shiftKey) accept();
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
  fit();
  const move = (to, name) => {
    for (const key of ["aria-label", "placeholder"]) area.setAttribute(key, name);
    if (to === place) return;
    // What was begun in one place waits there, as in Slack.
    drafts.set(place, area.value);
    place = to;
    refusal.textContent = "";
    write(drafts.get(to) ?? "");
  };
  return { form, focus: () => area.focus(), move };
}

/** What may be meant by what stands before the caret; `insert` is null where it only explains. */
function suggestionFor(before, all) {
  const { name, description, usage_hint } = state.command;
  if (name && all.startsWith("/") && before === all) {
    const shown = { name, hint: usage_hint, note: description };
    if (name.startsWith(all) && all !== name) return { ...shown, from: 0, insert: `${name} ` };
    if (all === name || all === `${name} `) return { ...shown, from: 0, insert: null };
  }
  const at = before.match(/(?:^|\s)@([\p{L}\d]*)$/u);
  const bot = state.bot && person(state.bot).name;
  if (!at || !bot || !bot.toLowerCase().startsWith(at[1].toLowerCase())) return null;
  return { name: `@${bot}`, note: "Mention the bot", from: before.length - at[1].length - 1, insert: `@${bot} ` };
}

function row({ name, hint, note, insert }, accept) {
  const words = [h("b", {}, name), hint && h("span.hint", {}, ` ${hint}`), h("span.note", {}, note)];
  const key = insert && h("kbd", {}, "Tab");
  // Pressed, not clicked: a click would come after the box has lost the focus and the row is gone.
  const onpointerdown = (event) => {
    event.preventDefault();
    if (insert) accept();
  };
  return h("div.suggestion", { role: "option", "aria-selected": "true", onpointerdown }, words, key);
}
