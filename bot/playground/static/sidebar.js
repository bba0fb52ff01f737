// The workspace's name, its channels, the direct message, and who sits at the screen.

import { closing } from "./closing.js";
import { avatar, h } from "./dom.js";
import { channelName, chooseChannel, choosePerson, me, on, person, state } from "./state.js";

const byId = (id) => document.getElementById(id);
let release = () => {};

export function startSidebar() {
  on("state", draw);
  on("place", draw);
  on("place", () => fold(true));
  byId("unfold").addEventListener("click", () => fold(document.body.classList.contains("unfolded")));
  byId("backdrop").addEventListener("click", () => fold(true));
  byId("person").addEventListener("change", (event) => choosePerson(event.target.value));
}

/** On a narrow screen the sidebar lies over the page; elsewhere it always stands. */
function fold(away) {
  const was = document.body.classList.contains("unfolded");
  document.body.classList.toggle("unfolded", !away);
  byId("unfold").setAttribute("aria-expanded", String(!away));
  release();
  if (away) {
    if (was) byId("unfold").focus();
    return;
  }
  release = closing(() => fold(true));
  byId("sidebar").querySelector("[aria-current=page]")?.focus();
}

function draw() {
  byId("team").textContent = state.team.name;
  document.title = `${channelName(state.channels.find(({ id }) => id === state.channel))} · ${state.team.name}`;
  const [rooms, letters] = [(one) => one.kind !== "im", (one) => one.kind === "im"].map((fits) =>
    state.channels.filter(fits).map(entry),
  );
  byId("channels").replaceChildren(...rooms);
  byId("letters").replaceChildren(...letters);
  byId("letters-name").hidden = !letters.length;
  drawPeople();
}

function entry(one) {
  const here = one.id === state.channel;
  const unread = state.unread.has(one.id);
  const mark = one.kind === "im" ? avatar(person(state.bot)) : h("span.hash", { "aria-hidden": "true" }, "#");
  const name = one.kind === "im" ? channelName(one) : one.name;
  const badge = one.kind === "im" && h("span.badge", {}, "App");
  const heard = unread && h("span.aside", {}, ", unread");
  const shown = { "aria-current": here ? "page" : null, onclick: () => chooseChannel(one.id) };
  const classes = ["button.room", unread && "unread", one.is_archived && "archived"].filter(Boolean);
  return h("li", {}, h(classes.join("."), { type: "button", ...shown }, mark, h("span.name", {}, name), badge, heard));
}

function drawPeople() {
  const chooser = byId("person");
  const people = state.people.filter((one) => !one.is_bot);
  const options = people.map((one) =>
    h("option", { value: one.id, selected: one.id === state.me }, `${one.real_name || one.name} · ${one.locale}`),
  );
  chooser.replaceChildren(...options);
  chooser.value = state.me;
  byId("me").replaceChildren(avatar(me()));
}
