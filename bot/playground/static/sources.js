// Where a select menu's options come from: the element itself, the workspace, or the bot.

import { channelName, person, state } from "./state.js";

const PAUSE = 250;
// https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select
const FEWEST = 3;

/** How options are found, and how one of them is what the bot is told. */
export function source(one, at) {
  if (one.type === "external_select") return { ...itself, find: asking(one, at) };
  const listed = LISTS[one.type];
  if (!listed) return { ...itself, find: (words) => fitting(one.option_groups ?? [{ options: one.options }], words) };
  return {
    find: (words) => fitting([{ options: listed(one).map(option) }], words),
    fromOption: ({ value }) => value,
    toOption: (id) => option(listed({}).find(([, value]) => value === id) ?? [id, id]),
  };
}

const itself = { fromOption: (option) => option, toOption: (option) => option };

const LISTS = {
  users_select: () => state.people.map(({ id, name, real_name }) => [real_name || name, id]),
  channels_select: () => open().filter(({ kind }) => kind === "channel").map(called),
  conversations_select: ({ filter = {} }) => open().filter((one) => admitted(one, filter)).map(called),
};

function open() {
  return state.channels.filter((one) => !one.is_archived);
}

/** https://docs.slack.dev/reference/block-kit/composition-objects/conversation-filter-object */
function admitted({ kind }, { include, exclude_bot_users }) {
  const named = kind === "im" ? "im" : "public";
  // Whoever looks has direct messages with the bot only.
  return !(kind === "im" && exclude_bot_users) && (!include || include.includes(named));
}

function called(one) {
  return [one.kind === "im" ? person(state.bot).name : channelName(one), one.id];
}

function option([text, value]) {
  return { text: { type: "plain_text", text, emoji: false }, value };
}

function fitting(groups, words) {
  const wanted = words.toLowerCase();
  const fits = ({ text }) => text.text.toLowerCase().includes(wanted);
  return groups.map((group) => ({ ...group, options: group.options.filter(fits) }));
}

/** The bot is asked once the typing rests, and not before there is enough of it. */
function asking(one, at) {
  const least = one.min_query_length ?? FEWEST;
  let waiting = null;
  const asked = async (value) => {
    const said = await at.surface.suggest({ block_id: at.block_id, action_id: one.action_id, value });
    if (!said.ok) return said.error;
    return said.option_groups ?? [{ options: said.options }];
  };
  return (words) => {
    clearTimeout(waiting);
    if (words.length < least) return `Type at least ${least} ${least === 1 ? "character" : "characters"} to see options`;
    return new Promise((found) => (waiting = setTimeout(() => found(asked(words)), PAUSE)));
  };
}
