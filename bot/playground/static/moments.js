// Days and times of day to pick.
// https://docs.slack.dev/reference/block-kit/block-elements/date-picker-element and .../time-picker-element

import { calendar } from "./calendar.js";
import { combobox } from "./combobox.js";
import { control, named } from "./control.js";
import { dayOf, dayWords, timeWords } from "./dates.js";
import { h, icon } from "./dom.js";
import { popup } from "./popup.js";
import { now } from "./state.js";

const STEP = 15;
const TYPED = /^(\d{1,2})[:.]?(\d{2})?\s*([ap])?\.?m?\.?$/i;
let pickers = 0;

/** A day, chosen from a calendar. */
export function datePicker(one, at) {
  const here = control(one, at);
  const id = `calendar-${++pickers}`;
  const words = h("span");
  const shown = h("div.popup", { id, role: "dialog", "aria-label": "Choose a date" });
  const role = { role: "combobox", "aria-haspopup": "dialog", "aria-controls": id, "aria-expanded": "false" };
  const opener = h("button.combo", { type: "button", ...role, ...named(one, at, "Choose a date") }, icon("calendar"), words, icon("down"));
  const above = popup(opener, shown, () => opener.setAttribute("aria-expanded", "false"));
  const draw = () => {
    const day = here.get();
    words.textContent = day ? dayWords(day) : (one.placeholder?.text ?? "Select a date");
    words.className = day ? "" : "placeholder";
  };
  const chosen = async (day) => {
    above.close();
    opener.focus();
    await here.choose(opener, day);
    draw();
  };
  const open = () => {
    const clear = h("button.link-button", { type: "button", onclick: () => chosen(null) }, "Clear");
    clear.hidden = !at.input?.optional || !here.get();
    shown.replaceChildren(calendar(here.get() ?? dayOf(now()), chosen), clear);
    above.open();
    opener.setAttribute("aria-expanded", "true");
    shown.querySelector("td [tabindex='0']").focus();
  };
  opener.addEventListener("click", () => (above.isOpen() ? above.close() : open()));
  opener.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    open();
  });
  shown.addEventListener("keydown", (event) => {
    // Whoever leaves the calendar by Escape is back in its field.
    if (event.key === "Escape") opener.focus();
  });
  shown.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !shown.contains(relatedTarget)) above.close();
  });
  draw();
  return h("span.combo-place", {}, opener, shown);
}

/** A time of day: one of a list, or any that is typed. */
export function timePicker(one, at) {
  const here = control(one, at);
  const field = combobox({
    names: named(one, at, "Choose a time"),
    placeholder: one.placeholder?.text ?? "Select a time",
    find: (words) => [{ options: times(words).map(option) }],
    text: () => (here.get() ? timeWords(here.get()) : ""),
    chosen: ({ value }) => value === here.get(),
    choose: ({ value }, node) => here.choose(node, value),
    clear: at.input?.optional && (() => here.choose(field.input, null)),
  });
  field.node.querySelector(".combo").prepend(icon("clock"));
  if (one.timezone) field.node.append(h("span.note", {}, one.timezone));
  return field.node;
}

/** The times that are meant by what was typed. */
function times(words) {
  const all = Array.from({ length: (24 * 60) / STEP }, (_, place) => hhmm(0, place * STEP));
  const typed = words.match(TYPED);
  if (!typed) return all.filter((time) => timeWords(time).toLowerCase().includes(words.toLowerCase()));
  const [hour, minute] = [Number(typed[1]), Number(typed[2] ?? 0)];
  if (hour > 23 || minute > 59) return [];
  const half = typed[3]?.toLowerCase();
  // "9" may be either nine of a clock that counts to twelve.
  const hours = half ? [(hour % 12) + (half === "p" ? 12 : 0)] : hour && hour < 12 ? [hour, hour + 12] : [hour];
  return hours.map((one) => hhmm(one, minute));
}

function hhmm(hours, minutes) {
  const all = hours * 60 + minutes;
  return [Math.floor(all / 60), all % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

function option(time) {
  return { text: { type: "plain_text", text: timeWords(time), emoji: false }, value: time };
}
