// Faults on request: how Slack's next answers, or its next requests to the bot, go wrong.

import { get, post } from "./api.js";
import { h } from "./dom.js";
import { alertOf } from "./toast.js";

const METHODS = ["request", "*", "chat.postMessage", "chat.update", "users.info", "views.open", "views.publish", "response_url"];
const KINDS = {
  429: "429 Too Many Requests",
  500: "500 from Slack",
  slow: "a slow answer",
  drop: "a dropped connection",
  token_revoked: "the token revoked",
  twice: "an event delivered twice",
  late: "an event delivered late",
  out_of_order: "two events in the wrong order",
};
// What can happen to a request of Slack's to the bot, and to an answer of Slack's.
const OF_REQUESTS = ["twice", "late", "out_of_order", "drop"];
const OF_ANSWERS = ["429", "500", "slow", "drop", "token_revoked"];
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

async function put(fault) {
  const said = await post("/play/faults", fault);
  if (!said.ok) alertOf(said.error);
  await refreshFaults();
}
