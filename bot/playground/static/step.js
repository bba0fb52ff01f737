// Keeps what is shown in step with what is, without touching what stays: not its scroll, not its focus.

/** Brings the list's children in step with the nodes, moving none that stays in its order. */
export function inStep(list, nodes) {
  const kept = new Set(nodes);
  for (const node of [...list.children]) if (!kept.has(node)) node.remove();
  nodes.forEach((node, place) => {
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
  });
}

/** The list's children by the key that each was drawn for. */
export function standing(list) {
  return new Map([...list.children].map((node) => [node.dataset.key, node]));
}

/** Redraws, and gives the focus back to the control at the same place, caret and all. */
export function keepingFocus(list, redraw) {
  const before = document.activeElement ?? document.body;
  const at = list.contains(before) ? before.dataset.at : undefined;
  const [start, end] = caret(before);
  redraw();
  if (at === undefined || before.isConnected) return;
  const nodes = [...list.querySelectorAll("[data-at]")];
  // A block without an id of its own gets another with each update; its action_id may have stayed.
  const action = ({ dataset }) => dataset.at.slice(dataset.at.indexOf(" "));
  const after = nodes.find((node) => node.dataset.at === at) ?? nodes.find((node) => action(node) === action(before));
  after?.focus();
  if (start !== null && after?.setSelectionRange) after.setSelectionRange(start, end);
}

function caret({ selectionStart = null, selectionEnd = null }) {
  return [selectionStart, selectionEnd];
}
