/** What came of a meeting; everything leads to the lines it comes from. */
import { ask } from "../../page/ask.js";
import { h } from "../../page/dom.js";
import { loaded, nothing } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { date } from "../../page/when.js";
import { place } from "./marks.js";
import { called } from "./names.js";

/** @typedef {import("./meeting.js").Sheet} Sheet */
/** @typedef {import("./types.js").Minutes} Minutes */
/** @typedef {import("./types.js").Point} Point */
/** @typedef {import("./types.js").Action} Action */

/** @param {HTMLElement} region @param {Sheet} sheet @param {AbortSignal} left */
export function minutes(region, sheet, left) {
  if (!sheet.meeting.over) return region.replaceChildren(nothing(say("minutes_later"), say("minutes_later_what")));
  loaded(region, () => ask(`${sheet.path}/minutes`), (/** @type {Minutes} */ found) => {
    const parts = /** @type {const} */ ([
      ["minutes_summary", found.summary], ["minutes_decisions", found.decisions],
      ["minutes_actions", found.actions], ["minutes_questions", found.questions],
    ]);
    const shown = parts.filter(([, points]) => points.length);
    if (!shown.length) return [nothing(say("minutes_none"), say("minutes_none_what"))];
    return [h("div.minutes", {}, shown.map(([word, points]) =>
      h("section.card", { "data-part": word }, h("h2", {}, say(word)),
        h("ul", { role: "list" }, points.map((point) => h("li", {}, entry(sheet, point)))))))];
  }, left);
}

/** @param {Sheet} sheet @param {Point | Action} point */
function entry(sheet, point) {
  const places = point.quotes.map(({ line }) => place(sheet, line, startOf(sheet, line)));
  const words = point.text
    ? [point.text, " ", ...places]
    : point.quotes.flatMap(({ text }, number) => [text, " ", places[number], " "]);
  if (!("owner" in point)) return [h("p", {}, words)];
  const due = point.due && say("action_due", { day: date(point.due) });
  return [h("p.owner", {}, h("span.strong", {}, point.owner ? called(point.owner) : say("action_nobody")), due && h("span.badge", {}, due)),
    h("p", {}, words)];
}

/** @param {Sheet} sheet @param {number} number */
const startOf = ({ lines }, number) => lines.find((each) => each.number === number)?.start ?? 0;
