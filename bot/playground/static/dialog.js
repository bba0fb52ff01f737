// A dialog over everything else: the browser keeps the focus in it, Escape and a phone's gesture leave it.

import { closing } from "./closing.js";

/** Shows the dialog; `leave` is what Escape does. The answer closes it and gives the focus back. */
export function showDialog(dialog, leave) {
  const before = document.activeElement;
  dialog.showModal();
  dialog.oncancel = (event) => {
    event.preventDefault();
    leave();
  };
  const forget = closing(leave);
  return () => {
    forget();
    dialog.close();
    // Chromium gives a text box back its focus without its caret, and then nothing can be typed.
    document.activeElement.blur();
    (before.isConnected && before !== document.body ? before : document.getElementById("main")).focus();
  };
}
