// What a developer sees: every request between Slack and the bot, the faults, the clock, and workflows.

import { startAdministering } from "./administering.js";
import { get } from "./api.js";
import { closing } from "./closing.js";
import { h } from "./dom.js";
import { refreshFaults, startFaults } from "./faults.js";
import { on, recall, remember } from "./state.js";
import { startClock } from "./timing.js";
import { refreshRuns, startWorkflows } from "./workflows.js";

const MOST = 200;
const TABS = ["requests", "faults", "workflows"];
const byId = (id) => document.getElementById(id);
let last = 0;
let release = () => {};

export function startPanel() {
  byId("panel-toggle").addEventListener("click", () => show(byId("panel").hidden));
  byId("panel-close").addEventListener("click", () => show(false));
  for (const tab of TABS) byId(`tab-${tab}`).addEventListener("click", () => choose(tab));
  byId("panel-tabs").addEventListener("keydown", (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    choose(TABS.at((TABS.findIndex((tab) => !byId(tab).hidden) + by) % TABS.length));
    byId("panel-tabs").querySelector("[aria-selected=true]").focus();
  });
  startFaults();
  startClock();
  startAdministering();
  startWorkflows();
  choose("requests");
  on("reset", forget);
  if (recall("panel") === "open" && matchMedia("(min-width: 900px)").matches) show(true, false);
}

/** Fetches the requests since the last one shown. */
export async function refreshRequests() {
  if (byId("panel").hidden) return;
  const list = byId("request-list");
  const { requests } = await get("/play/requests", { after: last || null });
  for (const request of requests.filter(({ n }) => n > last)) list.prepend(row(request));
  last = Math.max(last, ...requests.map(({ n }) => n));
  while (list.childElementCount > MOST) list.lastElementChild.remove();
  byId("request-none").hidden = list.childElementCount > 0;
}

function forget() {
  byId("request-list").replaceChildren();
  byId("request-none").hidden = false;
}

function show(open, focus = true) {
  const panel = byId("panel");
  panel.hidden = !open;
  remember("panel", open ? "open" : "closed");
  byId("panel-toggle").setAttribute("aria-expanded", String(open));
  document.body.classList.toggle("with-panel", open);
  release();
  if (!open) {
    byId("panel-toggle").focus();
    return;
  }
  release = closing(() => show(false));
  refreshRequests();
  refreshFaults();
  refreshRuns();
  if (focus) byId("tab-requests").focus();
}

function choose(chosen) {
  for (const tab of TABS) {
    byId(tab).hidden = tab !== chosen;
    byId(`tab-${tab}`).setAttribute("aria-selected", String(tab === chosen));
    byId(`tab-${tab}`).tabIndex = tab === chosen ? 0 : -1;
  }
}

function row(request) {
  const inward = request.direction === "to bot";
  const way = h("span.way", { title: request.direction }, inward ? "→" : "←");
  const good = request.verdict === "ok" && Number(request.status) < 400;
  const shown = [
    way,
    h("span.aside", {}, request.direction),
    h("span.request-name", {}, request.name),
    h("span.status", {}, request.status ?? "—"),
    h("span.milliseconds", {}, `${Math.round(request.milliseconds)} ms`),
    h("span.verdict", {}, request.verdict),
  ];
  const node = h(`details.request.${good ? "good" : "bad"}`, {}, h("summary", {}, shown));
  // A body can be long: it is written out when someone looks.
  node.addEventListener("toggle", () => fill(node, request), { once: true });
  return h("li", {}, node);
}

function fill(node, request) {
  for (const part of ["request", "response"]) {
    const json = JSON.stringify(request[part], null, 2) ?? "nothing";
    node.append(h("h4", {}, part === "request" ? "Request" : "Answer"), h("pre", { tabindex: 0 }, json));
  }
}
