// The thread at the side.

import { get } from "./api.js";
import { closing } from "./closing.js";
import { composer } from "./composer.js";
import { say } from "./conversation.js";
import { h } from "./dom.js";
import { showMessages } from "./messages.js";
import { channel, channelName, chooseThread, on, state } from "./state.js";
import { typingLine } from "./typing.js";

const byId = (id) => document.getElementById(id);
const box = composer({ label: "Reply…", send: (words) => say(words, state.thread) });
let asked = 0;
let release = () => {};
let opener = null;

export function startThread() {
  byId("thread-composer").append(box.form);
  byId("thread-close").addEventListener("click", close);
  on("place", open);
  on("thread", open);
}

/** Fetches and shows the open thread, if one is. */
export async function refreshThread() {
  if (!state.thread) return;
  const mine = ++asked;
  const place = { person: state.me, channel: state.channel };
  const told = await get("/play/messages", { ...place, thread: state.thread });
  if (mine !== asked || !state.thread) return;
  const log = byId("thread-log");
  const before = log.childElementCount;
  showMessages(log, told.messages, true);
  drawCount(log, told.messages.length - 1);
  typingLine(byId("thread-typing"), told.typing);
  const scroll = byId("thread-scroll");
  if (log.childElementCount !== before) scroll.scrollTop = scroll.scrollHeight;
}

function open() {
  const pane = byId("thread");
  const was = !pane.hidden;
  pane.hidden = !state.thread;
  document.body.classList.toggle("with-thread", Boolean(state.thread));
  release();
  if (!state.thread) {
    byId("thread-log").replaceChildren();
    if (was) opener?.isConnected && opener.focus();
    return;
  }
  if (!was) opener = document.activeElement;
  byId("thread-place").textContent = channelName(channel());
  release = closing(close);
  box.move(state.thread, "Reply…");
  refreshThread();
  box.focus();
}

function close() {
  chooseThread(null);
}

/** Slack's line between a message and its replies. */
function drawCount(log, count) {
  byId("thread-count")?.remove();
  if (count < 1) return;
  const words = count === 1 ? "1 reply" : `${count} replies`;
  log.firstElementChild?.after(h("div.day", { id: "thread-count" }, h("span", {}, words)));
}
