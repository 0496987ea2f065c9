/** What was found in everything ever said: each line opens its meeting where it stands. */
import { h } from "../../page/dom.js";
import { nothing, told } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { mention } from "../../page/undo.js";
import { dayAndClock, left as time } from "../../page/when.js";
import { called, langOf, titleOf } from "./names.js";

/** @typedef {import("./types.js").Found} Found */
/** @typedef {import("./types.js").Hit} Hit */

const PAGE = 20;

/** @param {Found} first @param {(skip: number) => Promise<Found>} some */
export function found({ words, person, hits }, some) {
  const meant = person && say(words ? "found_said_by" : "found_by", { person, words });
  if (!hits.length) return [nothing(say("nothing_found"), meant || say("found_none_what"))];
  const all = h("ol.list.found", { role: "list" }, hits.map(row));
  const more = h("button", { type: "button", hidden: hits.length < PAGE, click: async () => {
    const next = await some(all.children.length).catch((reason) => mention(told(reason)));
    if (!next) return;
    all.append(...next.hits.map(row));
    more.hidden = next.hits.length < PAGE;
  } }, say("more"));
  return [h("p.soft", { role: "status" }, meant), all, h("div.row.under", {}, more)];
}

/** @param {Hit} hit */
function row(hit) {
  const where = [titleOf(hit), dayAndClock(hit.began), time(Math.floor(hit.line.start))];
  return h("li", {}, h("a.hit", { href: `#/meetings/${hit.meeting}/${hit.line.number}` },
    h("span.who", {}, called(hit.who)),
    h("span.excerpt", { lang: langOf(hit.line.language) }, marked(hit)),
    h("span.soft", {}, where.join(" · "))));
}

/**
 * The excerpt, with what was looked for marked.
 * @param {Hit} hit
 */
function marked({ excerpt, found: spans }) {
  const letters = [...excerpt]; // the hub counts characters, not halves of them
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let at = 0;
  for (const [first, end] of spans) {
    parts.push(letters.slice(at, first).join(""), h("mark", {}, letters.slice(first, end).join("")));
    at = end;
  }
  return [...parts, letters.slice(at).join("")];
}
