// Messages -> DOM nodes, and a list of them that is kept in step without redrawing what stays.

import { blocks } from "./blocks.js";
import { clock, dayOf, divider, wholly } from "./dates.js";
import { avatar, h, icon, iconButton } from "./dom.js";
import { mrkdwn } from "./mrkdwn.js";
import { menu } from "./menu.js";
import { shortcutEntries, shortcuts } from "./shortcuts.js";
import { chooseThread, on, person, state } from "./state.js";
import { inStep, keepingFocus, standing } from "./step.js";
import { surface } from "./surface.js";

// Slack leaves out the name and the picture of someone who goes on within five minutes.
const SAME_BREATH = 300;
// What was chosen in a message outlives its redrawing, as in Slack.
const surfaces = new Map();
on("reset", () => surfaces.clear());

/** Brings the list's children in step with the messages; `inThread` leaves thread links out. */
export function showMessages(list, messages, inThread) {
  const before = standing(list);
  const offered = shortcuts("message");
  const nodes = messages.flatMap((message, place) => {
    const last = messages[place - 1];
    const day = dayOf(message.ts);
    const first = !inThread && (!last || dayOf(last.ts) !== day);
    const goesOn = !first && last && follows(last, message);
    const key = JSON.stringify([message, goesOn, state.me, inThread, named(message), offered]);
    const node = before.get(key) ?? drawn(message, goesOn, inThread);
    node.dataset.key = key;
    return first ? [before.get(day) ?? dayLine(day, message.ts), node] : [node];
  });
  keepingFocus(list, () => inStep(list, nodes));
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
    h("div.body", {}, head, content(message), previews(message), !inThread && replies(message)),
    !message.ephemeral && toolbar(message, inThread),
  );
}

function onlyYou(message) {
  const asked = message.command && h("span.asked", {}, message.command);
  return h("div.only-you", {}, icon("eye"), "Only visible to you", asked);
}

function content(message) {
  const shown = message.blocks?.length
    ? blocks(message.blocks, surfaceOf(message))
    : [h("div.block.text", {}, mrkdwn(words(message)))];
  const edited = message.edited && h("span.edited", {}, "(edited)");
  return h(message.error ? "div.content.failed" : "div.content", {}, shown, edited);
}

/** What Slackbot says of a command that failed, where the message has no words of its own. */
function words(message) {
  if (message.text || !message.error) return message.text;
  return `${message.command ?? "That"} failed with the error “${message.error}”`;
}

/** What the bot shows of the links in a message. https://docs.slack.dev/messaging/unfurling-links-in-messages */
function previews({ ts, unfurls = {} }) {
  return Object.entries(unfurls).map(([unfurl, shown]) => {
    const place = { channel: state.channel, ts, unfurl };
    return h("div.preview", {}, blocks(shown.blocks ?? [], surface(place)));
  });
}

function surfaceOf({ ts }) {
  const key = `${state.me} ${state.channel} ${ts}`;
  if (!surfaces.has(key)) surfaces.set(key, surface({ channel: state.channel, ts }));
  return surfaces.get(key);
}

function replies({ reply_count, ts }) {
  if (!reply_count) return null;
  const count = reply_count === 1 ? "1 reply" : `${reply_count} replies`;
  const open = () => chooseThread(ts);
  return h("button.replies", { type: "button", onclick: open }, icon("thread"), count);
}

function toolbar({ ts }, inThread) {
  const place = { channel: state.channel, ts };
  const reply = !inThread && iconButton("thread", "Reply in thread", () => chooseThread(ts));
  const more = shortcuts("message").length > 0 &&
    menu(iconButton("more", "More actions", () => {}), "More actions", () => shortcutEntries("message", place));
  return (reply || more) && h("div.toolbar", {}, reply, more);
}
