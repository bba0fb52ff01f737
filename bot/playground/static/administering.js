// What an administrator of the workspace may do to the bot; "Start afresh" takes it back.

import { post } from "./api.js";
import { h } from "./dom.js";
import { channel, channelName, on, state, tell } from "./state.js";
import { alertOf } from "./toast.js";

const byId = (id) => document.getElementById(id);

export function startAdministering() {
  byId("reset").addEventListener("click", startAfresh);
  on("state", draw);
  on("place", draw);
}

function draw() {
  const here = channel();
  const name = channelName(here);
  const open = here.kind === "channel" && !here.is_archived;
  const deeds = [
    ["removed", open && here.bot_is_member, `Remove the bot from ${name}`, "No bot to remove here"],
    ["invited", open && !here.bot_is_member, `Invite the bot to ${name}`, "No bot to invite here"],
    ["archived", open, `Archive ${name}`, "Nothing to archive here"],
    ["token_revoked", state.installed, "Revoke the bot’s token", "There is no token any more"],
    ["uninstalled", state.installed, "Uninstall the app", "The app is uninstalled"],
  ];
  const box = byId("deeds");
  const buttons = deeds.map(([kind, possible, words, otherwise]) => {
    const node = box.querySelector(`[data-kind=${kind}]`) ?? made(kind);
    node.disabled = !possible;
    node.textContent = possible ? words : otherwise;
    return node;
  });
  if (!box.childElementCount) box.append(...buttons);
}

function made(kind) {
  const onclick = () => ordered("/play/faults", { method: "workspace", kind, channel: state.channel });
  return h("button.plain-button", { type: "button", "data-kind": kind, onclick });
}

async function startAfresh() {
  await ordered("/play/reset", {});
  tell("reset");
}

async function ordered(path, body) {
  const said = await post(path, body);
  if (!said.ok) alertOf(said.error);
}
