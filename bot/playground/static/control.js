// One interactive element at its place: what it holds, how it is named, and how the bot hears of it.

import { agreed } from "./confirm.js";
import { keyOf } from "./held.js";

/** The element as a control; `at` is `{surface, block_id}` and, in an input block, its `input`. */
export function control(one, at) {
  const { type, action_id } = one;
  const acts = !at.input || at.input.acts;
  const hold = (value) => {
    at.surface.put(at.block_id, one, value);
    at.input?.changed();
  };
  const act = (fields) => at.surface.act({ block_id: at.block_id, type, action_id, ...fields });
  return {
    hold,
    get: () => at.surface.get(at.block_id, one),
    /** Tells of a press; false where whoever pressed thinks again. */
    press: async (node, fields) => {
      if (!(await agreed(one.confirm))) return false;
      await during(node, () => act(fields));
      return true;
    },
    /** Holds a choice; false where whoever chose thinks again. */
    choose: async (node, value) => {
      if (acts && !(await agreed(one.confirm))) return false;
      hold(value);
      if (acts) during(node, () => act({ [keyOf(type)]: value }));
      return true;
    },
  };
}

/** What makes a control known: by its label in an input block, elsewhere by its placeholder. */
export function named(one, at, otherwise) {
  const known = { "data-at": `${at.block_id} ${one.action_id}`, "data-focus": one.focus_on_load };
  if (!at.input) return { ...known, "aria-label": one.placeholder?.text ?? otherwise };
  const { id, labelId, described, optional } = at.input;
  const label = at.input.grouped ? { "aria-labelledby": labelId } : { id };
  return { ...known, ...label, "aria-describedby": described, "aria-required": optional ? null : "true", "data-control": true };
}

/** Marks a control as busy until the bot has answered. */
async function during(node, work) {
  node.setAttribute("aria-busy", "true");
  await work();
  node.removeAttribute("aria-busy");
}
