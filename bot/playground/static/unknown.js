// What this page cannot draw is shown as what it is: nothing the bot sends is ever dropped.

import { h, icon } from "./dom.js";

export function unknown(piece) {
  const summary = h("summary", {}, icon("warning"), `The playground cannot draw “${piece?.type ?? "?"}”`);
  return h("details.unknown", {}, summary, h("pre", {}, JSON.stringify(piece, null, 2)));
}
