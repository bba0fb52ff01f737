// A sentence about what did not work, heard at once and seen until it is closed.

import { closing } from "./closing.js";
import { h, icon, iconButton } from "./dom.js";

const LASTS = 10_000;

export function alertOf(sentence) {
  const place = document.getElementById("alerts");
  const remove = () => {
    note.remove();
    forget();
  };
  const close = iconButton("close", "Close this notice", remove);
  const note = h("div.alert", {}, icon("warning"), h("span", {}, sentence || "That did not work."), close);
  const forget = closing(remove);
  place.replaceChildren(note);
  setTimeout(remove, LASTS);
}
