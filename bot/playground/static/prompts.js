// What an agent suggests to whoever opens its direct message, until something is said there.

import { h } from "./dom.js";

/** Draws the prompts, or nothing; `choose` is told the words of the one that was clicked. */
export function showPrompts(place, told, choose) {
  const shown = JSON.stringify(told);
  // Drawn again, a button would lose the focus.
  if (place.dataset.shown === shown) return;
  place.dataset.shown = shown;
  if (!told) return place.replaceChildren();
  const button = ({ title, message }) =>
    h("button.example", { type: "button", title: message, onclick: () => choose(message) }, h("b", {}, title));
  place.replaceChildren(h("h3", {}, told.title), h("div.examples", {}, told.prompts.map(button)));
}
