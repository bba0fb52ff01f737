// What the bot shows of the links in a message that is still being written.
// https://docs.slack.dev/messaging/unfurling-links-in-messages

import { get, post } from "./api.js";
import { avatar, h } from "./dom.js";
import { textObject, unescape } from "./mrkdwn.js";
import { on, person, state } from "./state.js";

// Milliseconds without a key: an address is told when it is whole, not letter by letter.
const PAUSE = 400;

/** Where the previews stand; `written` is told of the words whenever they may have changed. */
export function linkPreviews() {
  const box = h("div.drafted", { role: "status", "aria-label": "Link previews" });
  let links = "";
  let draft = null;
  let waiting = 0;

  const show = async () => {
    const mine = draft;
    if (!mine) return;
    const { unfurls } = await get("/play/draft", mine);
    if (mine === draft) box.replaceChildren(...Object.entries(unfurls).map(preview));
  };
  const ask = async (words) => {
    const [asked, me] = [links, state.me];
    const said = await post("/play/compose", { person: me, text: words });
    if (asked !== links || !said.draft) return;
    draft = { person: me, id: said.draft };
    show();
  };
  const written = (words) => {
    const now = words.startsWith("/") ? "" : (words.match(/https?:\/\/\S+/g) ?? []).join(" ");
    if (now === links) return;
    links = now;
    draft = null;
    box.replaceChildren();
    clearTimeout(waiting);
    if (links) waiting = setTimeout(() => ask(words), PAUSE);
  };

  on("drafts", show);
  return { box, written };
}

/** Where the bot gives no title of its own, Slack makes one of the blocks. */
function preview([address, { preview, blocks = [] }]) {
  const title = preview?.title ?? blocks.find(({ text }) => text)?.text;
  const words = title ? textObject(title) : unescape(address);
  return h("div.draft-preview", {}, avatar(person(state.bot)), h("b", {}, words), h("span", {}, new URL(address).hostname));
}
