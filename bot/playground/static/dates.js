// Times and Slack's date tokens, in the time zone and the language of whoever looks.
// https://docs.slack.dev/messaging/formatting-message-text#date-formatting

import { me, now } from "./state.js";

const DAY = 86_400;
const TOKEN = /\{([a-z_]+)\}/g;

const FORMS = {
  date: { month: "long", day: "numeric", year: "numeric" },
  date_short: { month: "short", day: "numeric", year: "numeric" },
  date_long: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
  date_long_full: { weekday: "long", month: "long", day: "numeric", year: "numeric" },
  date_slash: { month: "2-digit", day: "2-digit", year: "numeric" },
  day_divider: { weekday: "long", month: "long", day: "numeric" },
  time: { hour: "numeric", minute: "2-digit" },
  time_secs: { hour: "numeric", minute: "2-digit", second: "2-digit" },
};

/** Slack's format string with its tokens filled; null where a token is none of Slack's. */
export function filled(format, seconds, zone) {
  let known = true;
  const words = format.replace(TOKEN, (_, token) => {
    const told = one(token, seconds, zone);
    known &&= told !== null;
    return told ?? "";
  });
  return known ? words : null;
}

export const clock = (seconds) => told("time", seconds);
export const wholly = (seconds) => `${told("date_long", seconds)}, ${told("time_secs", seconds)}`;
export const dayOf = (seconds) => one("date_num", seconds);
export const divider = (seconds) => one("day_divider_pretty", seconds);

function one(token, seconds, zone) {
  if (token === "date_num") return in_("en-CA", {}, seconds, zone);
  if (token === "ago") return ago(seconds);
  const plain = token.replace(/_pretty$/, "");
  if (!(plain in FORMS)) return null;
  return (plain !== token && nearby(seconds, zone)) || told(plain, seconds, zone);
}

function told(form, seconds, zone) {
  const words = in_(me().locale || "en-US", FORMS[form], seconds, zone);
  const ordinal = form.startsWith("date_long") || form === "date" || form === "day_divider";
  return ordinal && /^en/.test(me().locale || "en") ? words.replace(/(?<= )\d{1,2}(?=,|$)/, th) : words;
}

function in_(locale, form, seconds, zone) {
  const timeZone = zone || me().tz || undefined;
  return new Intl.DateTimeFormat(locale, { ...form, timeZone }).format(new Date(seconds * 1000));
}

function th(day) {
  const teen = day > 10 && day < 14;
  return day + ((!teen && { 1: "st", 2: "nd", 3: "rd" }[day % 10]) || "th");
}

function nearby(seconds, zone) {
  const day = in_("en-CA", {}, seconds, zone);
  const near = [0, -1, 1].find((days) => in_("en-CA", {}, now() + days * DAY, zone) === day);
  if (near === undefined) return null;
  const words = new Intl.RelativeTimeFormat(me().locale || "en-US", { numeric: "auto" }).format(near, "day");
  return words[0].toUpperCase() + words.slice(1);
}

function ago(seconds) {
  const past = seconds - now();
  const units = [["day", DAY], ["hour", 3600], ["minute", 60], ["second", 1]];
  const [unit, size] = units.find(([, length]) => Math.abs(past) >= length) ?? units.at(-1);
  return new Intl.RelativeTimeFormat(me().locale || "en-US").format(Math.round(past / size), unit);
}
