// Where blocks stand: in a message, a modal or the App Home. It holds what is said there and tells the bot.

import { post } from "./api.js";
import { holding } from "./held.js";
import { state } from "./state.js";
import { alertOf } from "./toast.js";

/** A surface at that place, `{channel, ts}` or `{view}`; `complain` is told what did not work. */
export function surface(place, complain = alertOf) {
  const held = holding(state.channel);
  const here = { blocks: [], get: held.get, put: held.put, values: () => held.values(here.blocks) };
  const tell = (path, body) => post(path, { person: state.me, ...place, state: here.values(), ...body });
  here.act = async (action) => {
    const said = await tell("/play/act", action);
    if (!said.ok) complain(said.error);
  };
  here.suggest = (asked) => tell("/play/options", asked);
  return here;
}
