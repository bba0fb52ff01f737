// Light or dark: the system's choice until one is made here.

import { icon } from "./dom.js";
import { recall, remember } from "./state.js";

const system = matchMedia("(prefers-color-scheme: dark)");

export function startTheme() {
  document.getElementById("theme").addEventListener("click", () => {
    remember("theme", dark() ? "light" : "dark");
    document.documentElement.dataset.theme = dark() ? "light" : "dark";
    draw();
  });
  system.addEventListener("change", draw);
  const chosen = recall("theme");
  if (chosen) document.documentElement.dataset.theme = chosen;
  draw();
}

function dark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : system.matches;
}

function draw() {
  const button = document.getElementById("theme");
  button.setAttribute("aria-pressed", String(dark()));
  button.replaceChildren(icon(dark() ? "sun" : "moon"));
}
