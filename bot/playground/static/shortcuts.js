// The app's shortcuts, from anywhere or on one message.
// https://docs.slack.dev/interactivity/implementing-shortcuts

import { post } from "./api.js";
import { state } from "./state.js";
import { alertOf } from "./toast.js";

/** The shortcuts of that type, "global" or "message", that can be run now. */
export function shortcuts(type) {
  return state.installed ? state.shortcuts.filter((one) => one.type === type) : [];
}

/** The same as a menu's entries; those for a message are given its place. */
export function shortcutEntries(type, place = {}) {
  return shortcuts(type).map((one) => ({ text: one.name, note: one.description, run: () => run(one, place) }));
}

export async function run({ callback_id }, place = {}) {
  const said = await post("/play/shortcut", { person: state.me, callback_id, ...place });
  if (!said.ok) alertOf(said.error);
}
