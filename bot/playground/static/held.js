// What interactive elements hold, as Slack's `state.values` says it.
// https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload

const selected = (what) => ({ key: `selected_${what}`, initial: (one) => one[`initial_${what}`] ?? null });
const several = { key: "selected_options", initial: (one) => one.initial_options ?? [] };

const HELD = {
  plain_text_input: { key: "value", initial: (one) => one.initial_value || null },
  static_select: selected("option"),
  external_select: selected("option"),
  users_select: selected("user"),
  channels_select: selected("channel"),
  conversations_select: { key: "selected_conversation", initial: conversation },
  multi_static_select: several,
  radio_buttons: selected("option"),
  checkboxes: several,
  datepicker: selected("date"),
  timepicker: selected("time"),
};

/** The field of a payload that such an element's value stands in; undefined where it holds none. */
export function keyOf(type) {
  return HELD[type]?.key;
}

/** What has been typed and chosen; `current` is the conversation that was looked at in the beginning. */
export function holding(current) {
  const held = new Map();
  const place = (block_id, one) => JSON.stringify([block_id, one.action_id, one.type]);
  // By these ids what was said outlives an update, even one with other initial values, as in Slack.
  const get = (block_id, one) => {
    const at = place(block_id, one);
    return held.has(at) && offers(one, held.get(at)) ? held.get(at) : HELD[one.type].initial(one, current);
  };
  const put = (block_id, one, value) => held.set(place(block_id, one), value);
  const values = (blocks) => {
    const told = {};
    for (const [block_id, one] of elements(blocks)) {
      (told[block_id] ??= {})[one.action_id] = { type: one.type, [keyOf(one.type)]: get(block_id, one) };
    }
    return told;
  };
  return { get, put, values };
}

/** A block's id, or the one that Slack would give it. */
export function blockId(block, place) {
  return block.block_id ?? `b${place}`;
}

function elements(blocks) {
  return blocks.flatMap((block, place) => {
    const within = block.type === "actions" ? block.elements : [block.element, block.accessory];
    return within.filter((one) => one && one.type in HELD).map((one) => [blockId(block, place), one]);
  });
}

/** Whether an element can go on holding that: an update may have taken the option away. */
function offers(one, value) {
  const options = one.options ?? one.option_groups?.flatMap((group) => group.options);
  return !options || [value ?? []].flat().every((held) => options.some((option) => option.value === held.value));
}

function conversation(one, current) {
  return one.initial_conversation ?? (one.default_to_current_conversation ? current : null);
}
