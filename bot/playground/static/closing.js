// Escape closes what was opened last: a menu before the thread it stands in.

const opened = [];

/** Remembers how the thing just opened is closed; the answer forgets it again. */
export function closing(close) {
  opened.push(close);
  return () => {
    const place = opened.lastIndexOf(close);
    if (place >= 0) opened.splice(place, 1);
  };
}

export function watchEscape() {
  document.addEventListener("keydown", (event) => {
    // An Escape that ends the composing of Hangul closes nothing.
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented || !opened.length) return;
    event.preventDefault();
    opened.at(-1)();
  });
}
