// Three examples for a first visit, and for a channel in which nothing has been said.

import { h, iconButton } from "./dom.js";
import { channelName, person, recall, remember, state } from "./state.js";

/** Whoever has said something needs no examples any more. */
export function welcomed() {
  remember("welcomed", "yes");
}

/** Draws the examples where they are called for; `choose` is told which was clicked. */
export function showExamples(place, empty, choose) {
  // A guest of a shared channel is not in those of every example.
  const within = state.examples.filter((example) => state.channels.some(({ id }) => id === example.channel));
  const wanted = within.length && (empty || !recall("welcomed"));
  if (!wanted) return place.replaceChildren();
  if (place.childElementCount && place.dataset.whose === state.me) return;
  place.dataset.whose = state.me;
  const done = () => {
    welcomed();
    place.replaceChildren();
  };
  const card = (example) => {
    const room = state.channels.find(({ id }) => id === example.channel);
    const onclick = () => {
      done();
      choose(example);
    };
    const words = [h("b", {}, example.label), h("code", {}, example.text)];
    return h("button.example", { type: "button", onclick }, words, room && h("span", {}, room.kind === "im" ? "in a direct message" : `in ${channelName(room)}`));
  };
  const head = h("h3", {}, "Try the bot");
  const about = `${person(state.bot).name} runs here for real; this page only stands in for Slack.`;
  const cards = h("div.examples", {}, within.map(card));
  place.replaceChildren(iconButton("close", "Hide the examples", done), head, h("p", {}, about), cards);
}
