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
// A day and a time of day that belong to no zone.
export const dayWords = (day) => told("date", Date.parse(`${day}T00:00Z`) / 1000, "UTC");
export const timeWords = (time) => told("time", Date.parse(`2000-01-01T${time}Z`) / 1000, "UTC");

/** What clocks on the wall show then: "2026-04-26T09:00:00". */
export function wall(seconds, zone = me().tz) {
  const form = { dateStyle: "short", timeStyle: "medium", hourCycle: "h23" };
  const timeZone = zone || undefined;
  return new Intl.DateTimeFormat("sv-SE", { ...form, timeZone }).format(seconds * 1000).replace(" ", "T");
}

/** The seconds at which clocks on the wall show that. */
export function instant(shown, zone = me().tz) {
  const wanted = Date.parse(`${shown}Z`) / 1000;
  const ahead = (seconds) => Date.parse(`${wall(seconds, zone)}Z`) / 1000 - Math.floor(seconds);
  // Asked twice: the first guess may lie on the other side of a change of the clocks.
  return wanted - ahead(wanted - ahead(wanted));
}

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
