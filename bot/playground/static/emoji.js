// The emoji that are spoken of by name here; a name not among them stays `:name:`, as in Slack.

const EMOJI = {
  "+1": "👍", thumbsup: "👍", "-1": "👎", wave: "👋", tada: "🎉", eyes: "👀", bulb: "💡", heart: "❤️",
  smile: "😄", slightly_smiling_face: "🙂", thinking_face: "🤔", pray: "🙏", raised_hands: "🙌",
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", no_entry: "⛔",
  information_source: "ℹ️", question: "❓", exclamation: "❗", bell: "🔔", no_bell: "🔕",
  calendar: "📆", date: "📅", alarm_clock: "⏰", hourglass: "⌛", mag: "🔍", link: "🔗",
  book: "📖", books: "📚", bookmark: "🔖", scroll: "📜", page_facing_up: "📄", newspaper: "📰",
  memo: "📝", pencil2: "✏️", pushpin: "📌", paperclip: "📎", lock: "🔒", key: "🔑", gear: "⚙️",
  arrow_right: "➡️", arrow_left: "⬅️", arrow_up: "⬆️", arrow_down: "⬇️", point_right: "👉",
  speech_balloon: "💬", robot_face: "🤖", handshake: "🤝", globe_with_meridians: "🌐",
  earth_asia: "🌏", seedling: "🌱", rocket: "🚀", star: "⭐", sparkles: "✨", fire: "🔥",
  kr: "🇰🇷", "flag-kr": "🇰🇷", us: "🇺🇸", "flag-us": "🇺🇸", jp: "🇯🇵", "flag-jp": "🇯🇵",
};

export const EMOJI_NAME = ":([a-z0-9_+-]+):";

/** The emoji of that name, or the name between colons. */
export function emoji(name) {
  return EMOJI[name] ?? `:${name}:`;
}

export function withEmoji(words) {
  return words.replace(new RegExp(EMOJI_NAME, "g"), (_, name) => emoji(name));
}
