/**
 * The page turned to the person opposite: what the wearer says in that person's language, and what
 * that person said, large. Nothing of the wearer's is here.
 */
import { h, icon } from "../page/dom.js";
import { follow } from "../page/lines.js";
import { say } from "../page/say.js";
import { stayAwake } from "../glasses/wakelock.js";

/** @typedef {{ number: number, side: "wearer" | "other", text: string, tail: string }} Line */
/** @typedef {{ language: string | null, lines: Line[] }} Shown */

/** @param {import("../page/route.js").Page} page */
export function show({ glasses, left }) {
  const waiting = h("p.waiting", {});
  const list = h("ol.said", { "aria-live": "polite", tabindex: "0", "aria-label": say("other_said") });
  const listening = h("span.listening", { hidden: true }, icon("microphone"), h("span.hidden", {}, say("lit_microphone")));
  const sheet = h("div.opposite", {}, h("h1.hidden", {}, say("other")), waiting, list);
  let there = true;

  /** @param {Shown} shown */
  function draw({ language, lines }) {
    const tag = language === "zh" ? "zh-Hans" : language;
    listening.hidden = !language;
    waiting.hidden = lines.length > 0;
    waiting.lang = tag ?? document.documentElement.lang;
    waiting.textContent = language ? ownName(language) : say(there ? "other_waiting" : "hub_away");
    for (const row of [...list.children]) {
      if (!lines.some(({ number }) => row.id === `said-${number}`)) row.remove();
    }
    lines.forEach((line, place) => put(list, line, place, tag ?? ""));
    list.scrollTop = list.scrollHeight;
  }

  draw({ language: null, lines: [] });
  follow("/api/opposite", draw, (now) => {
    there = now;
    if (!now) draw({ language: null, lines: [] });
  }, left);
  const sleep = stayAwake();
  left.addEventListener("abort", () => {
    sleep();
    if (location.hash.startsWith("#/other")) return;
    if (document.fullscreenElement) document.exitFullscreen();
    if (glasses.state.link === "off") glasses.connect();
  });
  return [sheet, h("div.row.corner", {}, listening, turner(sheet), widener(), closer())];
}

/**
 * Put a line at its place, or change what is there: only what is certain is read out.
 * @param {HTMLElement} list
 * @param {Line} line
 * @param {number} place
 * @param {string} lang
 */
function put(list, { number, side, text, tail }, place, lang) {
  let row = [...list.children].find(({ id }) => id === `said-${number}`);
  if (!row) {
    row = h("li", { id: `said-${number}`, lang, dir: "auto" },
      h("span.certain", {}), h("span.tail", { "aria-hidden": "true" }));
    list.insertBefore(row, list.children[place] ?? null);
  }
  row.setAttribute("data-side", side);
  const [certain, rest] = row.children;
  if (certain.textContent !== text) certain.textContent = text;
  if (rest.textContent !== tail) rest.textContent = tail;
}

/** @param {string} language @returns {string} its name, as those who speak it call it */
function ownName(language) {
  return new Intl.DisplayNames([language], { type: "language" }).of(language) ?? language;
}

/**
 * A button that turns the sheet around: for a phone that lies between two people.
 * @param {HTMLElement} sheet
 */
function turner(sheet) {
  const button = h("button.square", { type: "button", "aria-pressed": "false", title: say("other_turn"), "aria-label": say("other_turn"),
    click: () => button.setAttribute("aria-pressed", `${sheet.toggleAttribute("data-turned")}`) }, icon("turn"));
  return button;
}

/** A button that fills the screen, where the browser can. */
function widener() {
  if (!document.fullscreenEnabled) return null;
  const button = h("button.square", { type: "button", click: () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => button.remove());
  }, title: say("other_full"), "aria-label": say("other_full") }, icon("full"));
  return button;
}

const closer = () =>
  h("a.button.square", { href: "#/", title: say("close"), "aria-label": say("close") }, icon("close"));
