// The middle of the page: the channel's header, its messages or the App Home, and the composer.

import { get, post } from "./api.js";
import { composer } from "./composer.js";
import { drawHome } from "./home.js";
import { mrkdwn } from "./mrkdwn.js";
import { showMessages } from "./messages.js";
import { showPrompts } from "./prompts.js";
import { channel, channelName, chooseChannel, on, person, state, tell } from "./state.js";
import { alertOf } from "./toast.js";
import { typingLine } from "./typing.js";
import { showExamples, welcomed } from "./welcome.js";

const NEAR = 160;
const byId = (id) => document.getElementById(id);
const box = composer({ label: "Message", send: (words) => say(words) });
let asked = 0;
let shownPlace = "";
let opened = "";

export function startConversation() {
  byId("composer").append(box.form);
  for (const tab of ["messages", "home"]) {
    byId(`tab-${tab}`).addEventListener("click", () => chooseChannel(state.channel, tab));
  }
  byId("tabs").addEventListener("keydown", (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    chooseChannel(state.channel, state.tab === "home" ? "messages" : "home");
    byId(`tab-${state.tab}`).focus();
  });
  on("state", drawHeader);
  on("place", drawHeader);
  on("place", refresh);
  on("place", tellOpened);
}

/** Fetches and shows what the chosen channel holds for the chosen person. */
export async function refresh() {
  const mine = ++asked;
  const place = `${state.me} ${state.channel} ${state.tab}`;
  const told = state.tab === "home"
    ? await get("/play/home", { person: state.me })
    : await get("/play/messages", { person: state.me, channel: state.channel });
  // An older answer that comes late must not undo a newer one.
  if (mine !== asked) return;
  if (state.tab === "home") drawHome(told.view);
  else drawMessages(told, place);
  shownPlace = place;
  tell("shown");
}

/** Sends words to the chosen channel; null, or the sentence that says why it was refused. */
export async function say(words, thread = null) {
  const said = await post("/play/say", { person: state.me, channel: state.channel, text: words, thread });
  if (said.ok) welcomed();
  tell("said");
  return said.ok ? null : said.error;
}

/** Slack tells the app whenever somebody opens either tab of its direct message. */
function tellOpened() {
  const { id, kind } = channel();
  const place = kind === "im" ? `${state.me} ${id} ${state.tab}` : "";
  if (place && place !== opened) post("/play/open", { person: state.me, channel: id, tab: state.tab });
  opened = place;
}

function drawHeader() {
  const one = channel();
  const name = channelName(one);
  const im = one.kind === "im";
  byId("channel").textContent = name;
  byId("topic").replaceChildren(...mrkdwn(one.topic || ""));
  byId("tabs").hidden = !im || !state.home;
  if (byId("tabs").hidden) state.tab = "messages";
  for (const tab of ["messages", "home"]) {
    const here = state.tab === tab;
    byId(`tab-${tab}`).setAttribute("aria-selected", String(here));
    byId(`tab-${tab}`).tabIndex = here ? 0 : -1;
  }
  const home = state.tab === "home";
  byId("home").hidden = !home;
  byId("scroll").hidden = byId("composer").hidden = home;
  byId("log").setAttribute("aria-label", `Messages in ${name}`);
  byId("outsider").hidden = im || one.bot_is_member;
  byId("outsider").textContent = `${person(state.bot).name} is not in this channel: mentions do not reach it here.`;
  box.move(`${state.me} ${one.id}`, one.is_archived ? `${name} is archived` : `Message ${name}`);
}

function drawMessages({ messages, typing, prompts }, place) {
  const scroll = byId("scroll");
  const moved = place !== shownPlace;
  const following = moved || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
  const log = byId("log");
  const shown = messages.filter(({ thread_ts, ts }) => !thread_ts || thread_ts === ts);
  if (moved) log.setAttribute("aria-busy", "true");
  showMessages(log, shown, false);
  log.removeAttribute("aria-busy");
  typingLine(byId("typing"), typing);
  showExamples(byId("welcome"), shown.length === 0, tryOut);
  showPrompts(byId("prompts"), prompts, (text) => tryOut({ channel: state.channel, text }));
  if (following) scroll.scrollTop = scroll.scrollHeight;
}

async function tryOut(example) {
  if (example.channel !== state.channel) chooseChannel(example.channel);
  box.focus();
  const refused = await say(example.text);
  if (refused) alertOf(refused);
}
