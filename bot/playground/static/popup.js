// What opens beside something: in the browser's top layer, so that no scrolling box cuts it off.

import { closing } from "./closing.js";

const GAP = 4;
const EDGE = 8;

/** Opens and closes the node beside its anchor; `closed` is told whichever way it closes. */
export function popup(anchor, node, closed = () => {}) {
  node.setAttribute("popover", "manual");
  let release = () => {};
  let listening = null;

  const isOpen = () => listening !== null;
  const place = (event) => {
    if (!node.contains(event?.target ?? null)) beside(anchor, node);
  };
  const outside = ({ target }) => anchor.contains(target) || node.contains(target) || close();
  const open = () => {
    if (isOpen()) return;
    node.showPopover();
    place();
    listening = new AbortController();
    const { signal } = listening;
    document.addEventListener("pointerdown", outside, { signal, capture: true });
    document.addEventListener("scroll", place, { signal, capture: true });
    window.addEventListener("resize", place, { signal });
    release = closing(close, node);
  };
  const close = () => {
    if (!isOpen()) return;
    listening.abort();
    listening = null;
    release();
    if (node.isConnected) node.hidePopover();
    closed();
  };
  return { open, close, isOpen, place };
}

/** Below the anchor, or above it where there is more room. */
function beside(anchor, node) {
  const box = anchor.getBoundingClientRect();
  const [above, below] = [box.top - GAP - EDGE, innerHeight - box.bottom - GAP - EDGE];
  const up = node.scrollHeight > below && above > below;
  const set = (name, pixels) => node.style.setProperty(name, pixels === null ? "auto" : `${pixels}px`);
  set("--width", box.width);
  set("--room", up ? above : below);
  set("--top", up ? null : box.bottom + GAP);
  set("--bottom", up ? innerHeight - box.top + GAP : null);
  set("--left", Math.max(EDGE, Math.min(box.left, innerWidth - node.offsetWidth - EDGE)));
}
