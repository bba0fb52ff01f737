// Faults on request, the clock, and a fresh start.

import { get, post } from "./api.js";
import { wholly } from "./dates.js";
import { h } from "./dom.js";
import { channel, channelName, now, on, state, tell } from "./state.js";
import { alertOf } from "./toast.js";

const METHODS = ["request", "*", "chat.postMessage", "chat.update", "users.info", "views.publish", "response_url"];
const KINDS = {
  429: "429 Too Many Requests",
  500: "500 from Slack",
  slow: "a slow answer",
  drop: "a dropped connection",
  token_revoked: "the token revoked",
  twice: "an event delivered twice",
  late: "an event delivered late",
};
// What can happen to a request of Slack's to the bot, and to an answer of Slack's.
const OF_REQUESTS = ["twice", "late", "drop"];
const OF_ANSWERS = ["429", "500", "slow", "drop", "token_revoked"];
const STEPS = { "+1 hour": 3600, "+1 day": 86_400, "+1 week": 604_800 };
const byId = (id) => document.getElementById(id);

export function startFaults() {
  byId("fault-methods").append(...METHODS.map((value) => h("option", { value })));
  byId("fault-method").addEventListener("input", drawKinds);
  drawKinds();
  byId("fault-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const method = byId("fault-method").value.trim() || "*";
    put({ method, kind: byId("fault-kind").value, times: Number(byId("fault-times").value) });
  });
  const step = ([words, advance]) =>
    h("button.plain-button", { type: "button", onclick: () => ordered("/play/clock", { advance }) }, words);
  byId("clock-steps").append(...Object.entries(STEPS).map(step));
  byId("remove-bot").addEventListener("click", () => happen("removed", { channel: state.channel }));
  byId("uninstall").addEventListener("click", () => happen("uninstalled"));
  byId("reset").addEventListener("click", startAfresh);
  on("state", () => (byId("clock").textContent = wholly(now())));
  on("state", drawWorkspace);
  on("place", drawWorkspace);
}

/** What an administrator may still do here; "Start afresh" takes it back. */
function drawWorkspace() {
  const here = channel();
  const within = here.kind === "channel" && here.bot_is_member;
  byId("remove-bot").disabled = !within;
  byId("remove-bot").textContent = within ? `Remove the bot from ${channelName(here)}` : "No bot to remove here";
  byId("uninstall").disabled = !state.installed;
  byId("uninstall").textContent = state.installed ? "Uninstall the app" : "The app is uninstalled";
}

function happen(kind, where = {}) {
  return ordered("/play/faults", { method: "workspace", kind, ...where });
}

function drawKinds() {
  const kinds = byId("fault-method").value.trim() === "request" ? OF_REQUESTS : OF_ANSWERS;
  byId("fault-kind").replaceChildren(...kinds.map((value) => h("option", { value }, KINDS[value])));
}

/** Shows the faults that still wait to happen. */
export async function refreshFaults() {
  const { faults } = await get("/play/faults");
  byId("fault-list").replaceChildren(...faults.map(line));
  byId("fault-none").hidden = faults.length > 0;
}

function line({ method, kind, times }) {
  const remove = () => put({ method, kind: null, times: 1 });
  const words = [h("code", {}, method), h("span", {}, KINDS[kind] ?? kind), h("span", {}, `× ${times}`)];
  const off = { type: "button", "aria-label": `Take back ${kind} on ${method}`, onclick: remove };
  return h("li", {}, words, h("button.plain-button", off, "Take back"));
}

async function startAfresh() {
  await ordered("/play/reset", {});
  tell("reset");
}

async function put(fault) {
  await ordered("/play/faults", fault);
  await refreshFaults();
}

async function ordered(path, body) {
  const said = await post(path, body);
  if (!said.ok) alertOf(said.error);
}
