// The app's steps in workflows: each has a form for its inputs, and hands on outputs when the bot says so.
// https://docs.slack.dev/workflows/workflow-steps

import { get, post } from "./api.js";
import { h, outward } from "./dom.js";
import { on, state } from "./state.js";
import { inStep, standing } from "./step.js";
import { alertOf } from "./toast.js";

const byId = (id) => document.getElementById(id);
let drawnFor = "";
let asked = 0;

export function startWorkflows() {
  on("state", drawForms);
}

/** Fetches the last runs and what became of them. */
export async function refreshRuns() {
  if (byId("panel").hidden) return;
  const mine = ++asked;
  const { steps } = await get("/play/steps");
  // An older answer that comes late must not undo a newer one.
  if (mine !== asked) return;
  const list = byId("run-list");
  const before = standing(list);
  inStep(list, steps.map((step) => before.get(JSON.stringify(step)) ?? drawnRun(step)));
  byId("run-none").hidden = steps.length > 0;
}

/** Once for each app: what was typed stays while the workspace changes. */
function drawForms() {
  const key = JSON.stringify(state.functions);
  if (key === drawnFor) return;
  drawnFor = key;
  const forms = Object.entries(state.functions).map(([id, told]) => stepForm(id, told));
  byId("step-forms").replaceChildren(...(forms.length ? forms : [h("p.none", {}, "The app has no step.")]));
}

function stepForm(callback_id, { title, description, input_parameters }) {
  const { properties = {}, required = [] } = input_parameters ?? {};
  const fields = Object.entries(properties).map(([name, told]) => {
    const about = { name, required: required.includes(name), autocomplete: "off", title: told.description };
    return h("label", {}, told.title ?? name, h("input", about));
  });
  const onsubmit = async (event) => {
    event.preventDefault();
    const said = await post("/play/step", { callback_id, inputs: Object.fromEntries(new FormData(event.target)) });
    if (!said.ok) alertOf(said.error);
  };
  const run = h("button.plain-button", { type: "submit" }, "Run the step");
  return h("form.step-form", { onsubmit, "aria-label": title }, h("h3", {}, title), h("p", {}, description), fields, run);
}

function drawnRun(step) {
  const told = state.functions[step.function] ?? {};
  const given = Object.values(step.inputs).join(" · ");
  const node = h("li.run", {}, h("h4", {}, told.title ?? step.function, h("span", {}, given)), ending(step.outcome, told));
  node.dataset.key = JSON.stringify(step);
  return node;
}

function ending({ outputs, error }, { output_parameters }) {
  if (error !== undefined) return h("p.failed", {}, error);
  if (!outputs) return h("p.none", {}, "Still running: the bot has not ended it.");
  const names = output_parameters?.properties ?? {};
  // In the manifest's order: what the bot sends has none.
  const known = Object.keys(names).filter((name) => name in outputs);
  return h("dl", {}, known.map((name) => [h("dt", {}, names[name].title ?? name), h("dd", {}, shown(outputs[name]))]));
}

function shown(value) {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return value === "" ? "—" : outward(String(value), String(value));
}
