// Builds DOM nodes. Text only ever becomes a text node, so that nothing a person or the bot
// says can turn into markup.

const SVG = "http://www.w3.org/2000/svg";

// Each drawn on a 20 by 20 ground with a stroke of the text's colour.
const SHAPES = {
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  close: "M5 5l10 10M15 5L5 15",
  send: "M3.5 16.5l13.5-6.5L3.5 3.5l1.8 5.6 6 .9-6 .9z",
  eye: "M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10zM10 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  thread: "M4 4h12v9H9l-3.5 3v-3H4z",
  code: "M7 6l-4 4 4 4M13 6l4 4-4 4",
  moon: "M16 11.8A6.6 6.6 0 1 1 8.4 3.6a5.3 5.3 0 0 0 7.6 8.2z",
  sun: "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 2v2M10 16v2M2 10h2M16 10h2M4.4 4.4l1.4 1.4M14.2 14.2l1.4 1.4M4.4 15.6l1.4-1.4M14.2 5.8l1.4-1.4",
  open: "M8 5H4.5v10.5H15V12M11 4h5v5M16 4l-7 7",
  down: "M5.5 8l4.5 4.5L14.5 8",
  warning: "M10 3l7.5 13.5h-15zM10 8v4M10 14v.5",
  more: "M5 10h.01M10 10h.01M15 10h.01",
  check: "M4.5 10.5l3.5 3.5 7.5-8",
  left: "M12 5l-5 5 5 5",
  right: "M8 5l5 5-5 5",
  calendar: "M4 5h12v11.5H4zM4 8.5h12M7 3v3.5M13 3v3.5",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4l2.5 2",
  trash: "M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.7 11h7.6l.7-11M8.5 8.5v5M11.5 8.5v5",
  picture: "M3.5 4.5h13v11h-13zM3.5 13l3.5-3.5 3 3 2.5-2.5 4 4M13 7.5h.01",
  bolt: "M11 2.5L4.5 11H9.5L8.5 17.5 15.5 8.5H10.5z",
  "thumb-up": "M3.5 9h3v7.5h-3zM6.5 9l3-6c1.4 0 2 .9 2 2L11 7.5h4c1.1 0 1.8 1 1.5 2l-1.6 5.6c-.2.8-.9 1.4-1.8 1.4H6.5",
  "thumb-down": "M3.5 11h3V3.5h-3zM6.5 11l3 6c1.4 0 2-.9 2-2L11 12.5h4c1.1 0 1.8-1 1.5-2l-1.6-5.6c-.2-.8-.9-1.4-1.8-1.4H6.5",
};

/** A node of that tag and those classes ("p.note"); `on…` attributes are listeners. */
export function h(name, attributes = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter(shown));
  return node;
}

/** A small drawing that a screen reader passes over. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", `icon icon-${name}`);
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon and says its name. */
export function iconButton(name, label, onclick, attributes = {}) {
  const title = { "aria-label": label, title: label };
  return h("button.icon-button", { type: "button", ...title, onclick, ...attributes }, icon(name));
}

/** A rounded square with a person's initials. */
export function avatar(person) {
  const node = h("span.avatar", { "aria-hidden": "true" }, person.avatar || person.name.slice(0, 1));
  // Slack gives colours without their `#`.
  if (person.color) node.style.setProperty("--of-person", person.color.replace(/^#?/, "#"));
  return node;
}

/** A link that leaves the page by a new tab; text alone where the address is no web address. */
export function outward(address, ...children) {
  if (!/^(https?:\/\/|mailto:|tel:)/i.test(address)) return h("span", {}, ...children);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** Words, with line breaks where they have line feeds. */
export function lines(words) {
  return words.split("\n").flatMap((line, place) => (place ? [h("br"), line] : [line]));
}

function shown(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}
