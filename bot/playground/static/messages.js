// Messages -> DOM nodes, and a list of them that is kept in step without redrawing what stays.

import { post } from "./api.js";
import { blocks } from "./blocks.js";
import { clock, dayOf, divider, wholly } from "./dates.js";
import { avatar, h, icon, iconButton } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { chooseThread, person, state } from "./state.js";
import { alertOf } from "./toast.js";

// Slack leaves out the name and the picture of someone who goes on within five minutes.
const SAME_BREATH = 300;

/** Brings the list's children in step with the messages; `inThread` leaves thread links out. */
export function showMessages(list, messages, inThread) {
  const standing = new Map([...list.children].map((node) => [node.dataset.key, node]));
  const nodes = messages.flatMap((message, place) => {
    const before = messages[place - 1];
    const day = dayOf(message.ts);
    const first = !inThread && (!before || dayOf(before.ts) !== day);
    const goesOn = !first && before && follows(before, message);
    const key = JSON.stringify([message, goesOn, state.me, inThread, named(message)]);
    const node = standing.get(key) ?? drawn(message, goesOn, inThread);
    node.dataset.key = key;
    return first ? [standing.get(day) ?? dayLine(day, message.ts), node] : [node];
  });
  const kept = new Set(nodes);
  for (const node of [...list.children]) if (!kept.has(node)) node.remove();
  nodes.forEach((node, place) => {
    if (list.children[place] !== node) list.insertBefore(node, list.children[place] ?? null);
  });
}

function named(message) {
  const { name, avatar: initials, color } = person(message.user);
  return [name, initials, color];
}

function follows(before, message) {
  const close = message.ts - before.ts < SAME_BREATH;
  const quiet = !message.ephemeral && !before.ephemeral && !before.reply_count;
  return close && quiet && before.user === message.user;
}

function dayLine(day, ts) {
  const line = h("div.day", {}, h("span", {}, divider(ts)));
  line.dataset.key = day;
  return line;
}

function drawn(message, goesOn, inThread) {
  const author = person(message.user);
  const when = h("time.when", { title: wholly(message.ts) }, clock(message.ts));
  // Slackbot is no app.
  const badge = author.is_bot && author.id !== "USLACKBOT" && h("span.badge", {}, "App");
  const head = !goesOn && h("div.head", {}, h("b.author", {}, author.name), badge, when);
  const label = { "aria-label": `${author.name}, ${clock(message.ts)}` };
  const classes = ["article.message", message.ephemeral && "ephemeral", goesOn && "goes-on"];
  return h(
    classes.filter(Boolean).join("."),
    label,
    message.ephemeral && onlyYou(message),
    h("div.margin", {}, goesOn ? when : avatar(author)),
    h("div.body", {}, head, content(message), !inThread && replies(message)),
    !inThread && !message.ephemeral && toolbar(message),
  );
}

function onlyYou(message) {
  const asked = message.command && h("span.asked", {}, message.command);
  return h("div.only-you", {}, icon("eye"), "Only visible to you", asked);
}

function content(message) {
  const act = (action) => acted(message, action);
  const shown = message.blocks?.length
    ? blocks(message.blocks, act)
    : [h("div.block.text", {}, mrkdwn(words(message)))];
  const edited = message.edited && h("span.edited", {}, "(edited)");
  return h(message.error ? "div.content.failed" : "div.content", {}, shown, edited);
}

/** What Slackbot says of a command that failed, where the message has no words of its own. */
function words(message) {
  if (message.text || !message.error) return message.text;
  return `${message.command ?? "That"} failed with the error “${message.error}”`;
}

async function acted({ ts, ephemeral, thread_ts }, action) {
  const place = { person: state.me, channel: state.channel, ts, ephemeral, thread: thread_ts };
  const said = await post("/play/act", { ...place, ...action });
  if (!said.ok) alertOf(said.error);
}

function replies({ reply_count, ts }) {
  if (!reply_count) return null;
  const count = reply_count === 1 ? "1 reply" : `${reply_count} replies`;
  const open = () => chooseThread(ts);
  return h("button.replies", { type: "button", onclick: open }, icon("thread"), count);
}

function toolbar({ ts }) {
  return h("div.toolbar", {}, iconButton("thread", "Reply in thread", () => chooseThread(ts)));
}
