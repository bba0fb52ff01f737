// What may be meant by what is being typed: a command, a shortcut, or a mention of the bot.

import { h } from "./dom.js";
import { run, shortcuts } from "./shortcuts.js";
import { person, state } from "./state.js";

/** Rows of `{name, hint, note}`; `insert` is what replaces the words from `from` on, `run` what happens instead. */
export function suggestionsFor(before, all) {
  if (all.startsWith("/")) return before === all ? [...commands(all), ...named(all.slice(1))] : [];
  const at = before.match(/(?:^|\s)@([\p{L}\d]*)$/u);
  const bot = state.bot && person(state.bot).name;
  if (!at || !bot || !bot.toLowerCase().startsWith(at[1].toLowerCase())) return [];
  return [{ name: `@${bot}`, note: "Mention the bot", from: before.length - at[1].length - 1, insert: `@${bot} ` }];
}

function commands(typed) {
  const { name, description, usage_hint } = state.command;
  if (!name) return [];
  const row = { name, hint: usage_hint, note: description, from: 0 };
  if (typed === name || typed === `${name} `) return [row];
  return name.startsWith(typed) ? [{ ...row, insert: `${name} ` }] : [];
}

/** Shortcuts by any word of their names, as Slack finds them. */
function named(words) {
  const wanted = words.toLowerCase();
  const fits = ({ name }) => ` ${name.toLowerCase()}`.includes(` ${wanted}`);
  return shortcuts("global").filter(fits).map((one) => ({ name: one.name, note: one.description, run: () => run(one) }));
}

/** A row of the list; `take` is told when it is pressed. */
export function suggestionRow({ name, hint, note, insert, run }, id, take) {
  const words = [h("b", {}, name), hint && h("span.hint", {}, ` ${hint}`), h("span.note", {}, note)];
  const key = (insert || run) && h("kbd", {}, insert ? "Tab" : "Enter");
  // Pressed, not clicked: a click would come after the box has lost the focus and the row is gone.
  const onpointerdown = (event) => {
    event.preventDefault();
    take();
  };
  return h("div.suggestion", { role: "option", id, onpointerdown }, words, key);
}
