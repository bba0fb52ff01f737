// The App Home: what the bot has published for the person, drawn like any other blocks.
// https://docs.slack.dev/surfaces/app-home

import { showBlocks } from "./blocks.js";
import { h } from "./dom.js";
import { person, state } from "./state.js";
import { surface } from "./surface.js";

let shown = "";
let here = null;

export function drawHome(view) {
  const box = document.getElementById("home");
  const whose = `${state.me} ${view?.id}`;
  if (whose !== shown) {
    box.replaceChildren();
    here = view && surface({ view: view.id });
  }
  shown = whose;
  if (view) return showBlocks(box, view.blocks, here);
  const nothing = [
    h("h3.block-header", {}, "Nothing published yet"),
    h("p", {}, `${person(state.bot).name} has not published an App Home for you. What it publishes appears here.`),
  ];
  box.replaceChildren(h("div.nothing", {}, nothing));
}
