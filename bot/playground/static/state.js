// What the page knows: the workspace as the door told it, and where this person is in it.
// The workspace itself lives on the server; only choices about looking are kept in the browser.

import { get } from "./api.js";

export const state = {
  team: { id: "", name: "" },
  me: null,
  people: [],
  channels: [],
  command: { name: "", description: "", usage_hint: "" },
  shortcuts: [],
  functions: {},
  home: false,
  bot: null,
  installed: true,
  examples: [],
  ahead: 0,
  channel: recall("channel"),
  thread: null,
  tab: "messages",
  unread: new Set(),
};

const hearers = new Map();
let asked = 0;

/** Calls `hear` whenever `tell` is called with that word. */
export function on(what, hear) {
  hearers.set(what, [...(hearers.get(what) ?? []), hear]);
}

export function tell(what) {
  for (const hear of hearers.get(what) ?? []) hear();
}

/** Asks the door who and what there is, as the chosen person sees it. */
export async function refreshState() {
  const mine = ++asked;
  const seen = await get("/play/state", { person: recall("person") }).catch(() => get("/play/state"));
  if (mine !== asked) return;
  const kind = state.channels.find(({ id }) => id === state.channel)?.kind;
  Object.assign(state, seen, { ahead: seen.now - Date.now() / 1000 });
  if (!state.channels.some((channel) => channel.id === state.channel)) {
    // Everybody has a direct message of their own; whoever looked at one goes on with the next.
    const wanted = (one) => (kind === "im" ? one.kind === kind : one.name === "policy");
    state.channel = (state.channels.find(wanted) ?? state.channels[0]).id;
  }
  tell("state");
}

/** The workspace's time in seconds: its clock can be ahead of the one on the wall. */
export function now() {
  return Date.now() / 1000 + state.ahead;
}

export function chooseChannel(id, tab = "messages") {
  const same = state.channel === id;
  Object.assign(state, { channel: id, tab, thread: same ? state.thread : null });
  state.unread.delete(id);
  remember("channel", id);
  tell("place");
}

export function chooseThread(ts) {
  state.thread = ts;
  tell("thread");
}

export async function choosePerson(id) {
  remember("person", id);
  state.thread = null;
  await refreshState();
  tell("place");
}

export function person(id) {
  const known = state.people.find((one) => one.id === id);
  if (known) return known;
  return { id, name: id === "USLACKBOT" ? "Slackbot" : String(id ?? "?"), avatar: "S", is_bot: true };
}

export function me() {
  return person(state.me);
}

export function channel() {
  return state.channels.find(({ id }) => id === state.channel) ?? state.channels[0];
}

/** How a channel is called: "#policy", or the bot's name for the direct message. */
export function channelName(one) {
  return one.kind === "im" ? one.name || person(state.bot).name : `#${one.name}`;
}

export function recall(key) {
  try {
    return localStorage.getItem(`playground:${key}`);
  } catch {
    return null; // A browser told to keep nothing refuses even the question.
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(`playground:${key}`, value);
  } catch {
    // Then the choice lasts as long as the page.
  }
}
