// The modal: a dialog over the page with a stack of views, of which the upper one is seen.

import { get, post } from "./api.js";
import { showDialog } from "./dialog.js";
import { on, state } from "./state.js";
import { viewForm } from "./view.js";

const dialog = document.getElementById("modal");
const forms = new Map();
let upper = null;
let asked = 0;
let close = () => {};

export function startModal() {
  on("place", refreshModal);
}

/** Brings the dialog in step with the views that are open for the person. */
export async function refreshModal() {
  const mine = ++asked;
  const { views } = await get("/play/modal", { person: state.me });
  // An older answer that comes late must not undo a newer one.
  if (mine !== asked) return;
  views.forEach((view, depth) => formOf(view.id).draw(view, depth > 0));
  turnTo(views.at(-1)?.id ?? null);
  for (const [id, { form }] of forms) {
    if (views.some((view) => view.id === id)) continue;
    form.remove();
    forms.delete(id);
  }
}

function formOf(id) {
  if (!forms.has(id)) {
    const made = viewForm(id, (all) => leave(id, all), refreshModal);
    made.form.hidden = true;
    dialog.append(made.form);
    forms.set(id, made);
  }
  return forms.get(id);
}

function turnTo(id) {
  if (id === upper) return;
  forms.get(upper)?.hide();
  upper = id;
  if (id === null) return close();
  dialog.setAttribute("aria-labelledby", forms.get(id).titleId);
  if (!dialog.open) close = showDialog(dialog, () => forms.get(upper).cancel());
  forms.get(id).show();
}

async function leave(id, all) {
  const said = await post("/play/close", { person: state.me, view: id, all });
  if (!said.ok) forms.get(id)?.complain(said.error);
  refreshModal();
}
