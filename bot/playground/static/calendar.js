// A month of days to choose from: arrows move by days and weeks, Page Up and Down by months.
// https://www.w3.org/WAI/ARIA/apg/patterns/dialog-modal/examples/datepicker-dialog/

import { dayOf } from "./dates.js";
import { h, iconButton } from "./dom.js";
import { me, now } from "./state.js";

const DAY = 86_400_000;

/** The calendar with `day` ("2026-04-26") at hand; `chosen` is told which day was picked. */
export function calendar(day, chosen) {
  const month = h("h3", { "aria-live": "polite" });
  const grid = h("table", { role: "grid" });
  let at = date(day);

  const draw = (focus) => {
    month.textContent = words(at, { month: "long", year: "numeric" });
    grid.setAttribute("aria-label", month.textContent);
    grid.replaceChildren(heads(), h("tbody", {}, weeks(at).map((week) => h("tr", {}, week.map(cell)))));
    if (focus) grid.querySelector("[tabindex='0']").focus();
  };
  const move = (to, focus = true) => {
    at = to;
    draw(focus);
  };
  const cell = (one) => {
    const within = one.getUTCMonth() === at.getUTCMonth();
    const key = iso(one);
    const marks = { "aria-current": key === dayOf(now()) ? "date" : null, tabindex: key === iso(at) ? 0 : -1 };
    const label = words(one, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
    const pick = h("button", { type: "button", "aria-label": label, ...marks, onclick: () => chosen(key) }, one.getUTCDate());
    return h(within ? "td" : "td.outside", { role: "gridcell", "aria-selected": String(key === day) }, pick);
  };
  grid.addEventListener("keydown", (event) => {
    const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    const months = { PageUp: -1, PageDown: 1 };
    if (event.key in days) move(new Date(+at + days[event.key] * DAY));
    else if (event.key in months) move(later(at, months[event.key]));
    else if (event.key === "Home") move(new Date(+at - weekday(at) * DAY));
    else if (event.key === "End") move(new Date(+at + (6 - weekday(at)) * DAY));
    else return;
    event.preventDefault();
  });
  draw(false);
  const back = iconButton("left", "Previous month", () => move(later(at, -1), false));
  const on = iconButton("right", "Next month", () => move(later(at, 1), false));
  return h("div.calendar", {}, h("div.calendar-head", {}, back, month, on), grid);
}

function heads() {
  const [first] = weeks(date("2026-01-01"));
  const head = (one) => h("th", { scope: "col", abbr: words(one, { weekday: "long" }) }, words(one, { weekday: "narrow" }));
  return h("thead", {}, h("tr", {}, first.map(head)));
}

/** The weeks of that day's month, whole ones. */
function weeks(at) {
  const first = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
  const start = +first - weekday(first) * DAY;
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0));
  const count = Math.ceil((weekday(first) + last.getUTCDate()) / 7);
  return Array.from({ length: count }, (_, week) =>
    Array.from({ length: 7 }, (_, place) => new Date(start + (week * 7 + place) * DAY)),
  );
}

/** The place of that day in its week, which begins where its reader's language has it begin. */
function weekday(one) {
  const locale = new Intl.Locale(me().locale || "en-US");
  const { firstDay } = locale.getWeekInfo?.() ?? locale.weekInfo ?? { firstDay: 7 };
  return (one.getUTCDay() - firstDay + 7) % 7;
}

/** The same day of another month, or that month's last. */
function later(at, months) {
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(at.getUTCDate(), last)));
}

function date(day) {
  return new Date(`${day}T00:00:00Z`);
}

function iso(one) {
  return one.toISOString().slice(0, 10);
}

function words(one, form) {
  return new Intl.DateTimeFormat(me().locale || "en-US", { ...form, timeZone: "UTC" }).format(one);
}
