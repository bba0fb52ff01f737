// The question before something happens.
// https://docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object

import { showDialog } from "./dialog.js";
import { h, iconButton } from "./dom.js";
import { plain, textObject } from "./mrkdwn.js";

/** Asks, where there is something to ask; whether the answer is yes. */
export function agreed(confirm) {
  return confirm ? new Promise((answer) => ask(confirm, answer)) : true;
}

function ask({ title, text, confirm, deny, style = "primary" }, answer) {
  const end = (said) => {
    close();
    dialog.remove();
    answer(said);
  };
  const no = h("button.big-button", { type: "button", onclick: () => end(false) }, plain(deny));
  const yes = h(`button.big-button.big-button-${style}`, { type: "button", onclick: () => end(true) }, plain(confirm));
  const names = { role: "alertdialog", "aria-labelledby": "confirm-title", "aria-describedby": "confirm-text" };
  const dialog = h(
    "dialog.dialog.confirm",
    { ...names, "aria-modal": "true" },
    h("header.view-head", {}, h("h2", { id: "confirm-title" }, plain(title)), iconButton("close", "Close", () => end(false))),
    h("div.view-body", { id: "confirm-text" }, textObject(text)),
    h("footer.view-foot", {}, no, yes),
  );
  document.body.append(dialog);
  const close = showDialog(dialog, () => end(false));
  yes.focus();
}
