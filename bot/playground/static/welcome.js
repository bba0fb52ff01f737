// Three examples for a first visit, and for a channel in which nothing has been said.

import { h, iconButton } from "./dom.js";
import { channelName, person, recall, remember, state } from "./state.js";

/** Whoever has said something needs no examples any more. */
export function welcomed() {
  remember("welcomed", "yes");
}

/** Draws the examples where they are called for; `choose` is told which was clicked. */
export function showExamples(place, empty, choose) {
  const wanted = state.examples.length && (empty || !recall("welcomed"));
  if (!wanted) return place.replaceChildren();
  if (place.childElementCount) return;
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
  const cards = h("div.examples", {}, state.examples.map(card));
  place.replaceChildren(iconButton("close", "Hide the examples", done), head, h("p", {}, about), cards);
}
