// "… is typing", as Slack shows it below the messages.

import { h } from "./dom.js";
import { person } from "./state.js";

export function typingLine(place, typing) {
  if (!typing) return place.replaceChildren();
  const dots = h("span.dots", { "aria-hidden": "true" }, h("i"), h("i"), h("i"));
  const name = person(typing.user).name;
  place.replaceChildren(dots, h("span", {}, h("b", {}, name), ` ${typing.text || "is typing…"}`));
}
