// The workspace's clock: it only moves forward, by steps or to a moment of the person's own day.

import { post } from "./api.js";
import { instant, wall, wholly } from "./dates.js";
import { h } from "./dom.js";
import { me, now, on } from "./state.js";
import { alertOf } from "./toast.js";

const STEPS = { "+1 hour": 3600, "+1 day": 86_400, "+1 week": 604_800 };
const DAY = 86_400;
const MORNING = "09:00";
const byId = (id) => document.getElementById(id);

export function startClock() {
  const button = ([words, onclick]) => h("button.plain-button", { type: "button", onclick }, words);
  const steps = Object.entries(STEPS).map(([words, seconds]) => [words, () => advance(seconds)]);
  byId("clock-steps").append(...[...steps, [`Tomorrow ${MORNING}`, () => moveTo(tomorrow())]].map(button));
  byId("clock-form").addEventListener("submit", (event) => {
    event.preventDefault();
    if (byId("clock-to").value) moveTo(byId("clock-to").value);
  });
  on("state", draw);
  setInterval(() => byId("faults").offsetParent && tick(), 1000);
}

function draw() {
  tick();
  byId("clock-zone").textContent = me().tz ?? "";
  // A moment that has passed meanwhile is none to move to; one still to come stays.
  if (byId("clock-to").value < wall(now())) byId("clock-to").value = tomorrow();
}

function tick() {
  byId("clock").textContent = wholly(now());
}

function tomorrow() {
  return `${wall(now() + DAY).slice(0, 10)}T${MORNING}`;
}

function moveTo(shown) {
  return advance(instant(shown) - now());
}

async function advance(seconds) {
  const said = await post("/play/clock", { advance: seconds });
  if (!said.ok) alertOf(said.error);
}
