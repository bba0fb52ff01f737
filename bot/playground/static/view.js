// One view of a modal: a form that keeps what was typed while the bot changes the view around it.
// https://docs.slack.dev/surfaces/modals

import { post } from "./api.js";
import { showBlocks } from "./blocks.js";
import { avatar, h, icon, iconButton } from "./dom.js";
import { blame } from "./input.js";
import { plain } from "./mrkdwn.js";
import { person, state } from "./state.js";
import { keepingFocus } from "./step.js";
import { surface } from "./surface.js";

/** The form of that view; `leave(all)` takes the view or the whole stack away, `changed` looks again. */
export function viewForm(id, leave, changed) {
  const trouble = h("div.view-trouble", { role: "alert" });
  const body = h("div.view-blocks");
  const [head, foot] = [h("header.view-head"), h("footer.view-foot")];
  const form = h("form.view", { novalidate: true }, head, h("div.view-body", {}, trouble, body), foot);
  const complain = (...sentences) => trouble.replaceChildren(...sentences.map((one) => h("p", {}, icon("warning"), one)));
  const here = surface({ view: id }, complain);
  let view = null;
  let framed = "";
  let busy = false;
  let focused = null;

  const draw = (now, deeper) => {
    view = now;
    const key = JSON.stringify([view.title, view.submit, view.close, view.submit_disabled, deeper]);
    if (framed !== key) keepingFocus(form, () => frame(deeper));
    framed = key;
    showBlocks(body, view.blocks, here);
  };
  const frame = (deeper) => {
    const back = deeper && iconButton("left", "Back", () => leave(false), { "data-at": "back" });
    const title = h("h2", { id: `title-${id}`, tabindex: "-1", "data-at": "title" }, plain(view.title));
    const close = iconButton("close", "Close", () => leave(true), { "data-at": "close" });
    head.replaceChildren(...[back, avatar(person(state.bot)), title, close].filter(Boolean));
    const words = view.close ? plain(view.close) : [view.submit ? "Cancel" : "Close"];
    const away = h("button.big-button", { type: "button", onclick: cancel, "data-at": "cancel" }, words);
    const wanted = { type: "submit", disabled: view.submit_disabled, "data-at": "submit" };
    const submit = view.submit && h("button.big-button.big-button-primary", wanted, plain(view.submit));
    foot.replaceChildren(...[away, submit].filter(Boolean));
  };
  const cancel = () => leave(Boolean(view.clear_on_close));
  const inputs = () => [...body.querySelectorAll(".block-input")];
  const wait = (on) => {
    busy = on;
    form.classList.toggle("busy", on);
    foot.querySelector("[type=submit]")?.setAttribute("aria-busy", String(on));
  };
  const blameAll = (faults) => {
    for (const node of inputs()) blame(node, faults[node.dataset.block] ?? "");
    const known = inputs().map((node) => node.dataset.block);
    complain(...Object.keys(faults).filter((block_id) => !known.includes(block_id)).map((block_id) => faults[block_id]));
    focusOn(body.querySelector("[aria-invalid]"));
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (busy || !view.submit) return;
    wait(true);
    blameAll({});
    const said = await post("/play/submit", { person: state.me, view: id, state: here.values() });
    wait(false);
    if (!said.ok) complain(said.error);
    else if (said.errors) blameAll(said.errors);
    else changed();
  });
  return {
    form,
    draw,
    cancel,
    titleId: `title-${id}`,
    /** Shows the form, with the focus where it was, where the view wants it, or on its title. */
    show: () => {
      form.hidden = false;
      focusOn((focused?.isConnected && focused) || form.querySelector("[data-focus]") || head.querySelector("h2"));
    },
    hide: () => {
      focused = form.contains(document.activeElement) ? document.activeElement : focused;
      form.hidden = true;
    },
    complain,
  };
}

/** A group of choices is reached by its first. */
function focusOn(node) {
  (node?.querySelector("input") ?? node)?.focus();
}
