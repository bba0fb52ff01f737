// Escape closes what was opened last: a menu before the thread it stands in.

const opened = [];

/** Remembers how the thing just opened is closed, for as long as its node is on the page; the answer forgets it. */
export function closing(close, node = document.body) {
  const entry = { close, node };
  opened.push(entry);
  return () => {
    const place = opened.lastIndexOf(entry);
    if (place >= 0) opened.splice(place, 1);
  };
}

export function watchEscape() {
  document.addEventListener("keydown", (event) => {
    // An Escape that ends the composing of Hangul closes nothing.
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return;
    const upper = opened.findLast(({ node }) => node.isConnected);
    if (!upper) return;
    event.preventDefault();
    upper.close();
  });
}
