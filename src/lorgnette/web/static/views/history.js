/** The turns that were: what was heard, what was understood, what was said. */
import { ask } from "../page/ask.js";
import { h, icon } from "../page/dom.js";
import { afterTurns, loaded, nothing, told } from "../page/loading.js";
import { say, sayIfKnown, spoken } from "../page/say.js";
import { mention, remover } from "../page/undo.js";
import { clock, day } from "../page/when.js";
import { eraser, keeper } from "./history/keeping.js";

/**
 * @typedef {object} Turn  As the hub keeps it.
 * @property {number} id
 * @property {string} at
 * @property {string} language
 * @property {string} heard
 * @property {boolean} typed
 * @property {string} skill
 * @property {string} action
 * @property {Record<string, string>} slots  As the wearer writes them.
 * @property {string} said
 * @property {string} said_in
 * @property {string} device
 * @property {string} outcome
 * @property {string} page  where there is more, or ""
 */
/** @typedef {Map<string, string>} Names  of actions and skills, in the wearer's language */

const PAGE = 50;
/** @param {import("../page/route.js").Page} page */
export function show({ glasses, argument, left }) {
  const region = h("div.days", {});
  const search = /** @type {HTMLInputElement} */ (
    h("input", { type: "search", value: argument, placeholder: say("find_turns"), "aria-label": say("find_turns") })
  );
  /** @type {Names} */
  let names = new Map();

  /** @param {number} [before] @returns {Promise<Turn[]>} */
  const turns = async (before) => {
    if (!names.size) names = await actionNames();
    const find = search.value.trim();
    const asked = new URLSearchParams({ limit: `${PAGE}` });
    if (find) asked.set("find", find);
    if (before) asked.set("before", `${before}`);
    return ask(`/api/turns?${asked}`);
  };
  const drawn = (/** @type {Turn[]} */ found) => list(found, names, turns, search.value.trim());
  const again = loaded(region, turns, drawn, left);

  afterTurns(glasses, () => region.querySelectorAll("li").length < PAGE && again(), left);
  let timer = 0;
  search.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(again, 250);
    const find = search.value.trim();
    history.replaceState(null, "", `#/history${find && `/${encodeURIComponent(find)}`}`);
  });
  return [
    h("header.head", {}, h("h1", {}, say("history")), h("p.lead", {}, say("history_lead"))),
    h("div.filters", {}, h("div.field.search", {}, icon("find"), search), keeper(left), eraser(again)),
    region,
  ];
}

/**
 * Turns day by day, and a button for older ones.
 * @param {Turn[]} found
 * @param {Names} names
 * @param {(before?: number) => Promise<Turn[]>} turns
 * @param {string} wanted  what was searched for
 */
function list(found, names, turns, wanted) {
  if (!found.length && wanted) return nothing(say("nothing_found"), say("nothing_found_what"));
  if (!found.length) return nothing(say("nothing_history"), say("nothing_history_what"));
  const region = h("div.days", {});
  add(found);
  return region;

  /** @param {Turn[]} more */
  function add(more) {
    for (const [title, those] of byDay(more)) {
      const last = region.lastElementChild;
      const rows = those.map((turn) => row(turn, names));
      if (last?.querySelector("h2")?.textContent === title) last.querySelector("ol")?.append(...rows);
      else region.append(h("section", {}, h("h2", {}, title), h("ol.list.turned", {}, rows)));
    }
    if (more.length < PAGE) return;
    const button = h("button.more", { type: "button", click: async () => {
      const next = await turns(more.at(-1)?.id).catch((reason) => mention(told(reason)));
      if (!next) return;
      button.remove();
      add(next);
    } }, say("more"));
    region.append(button);
  }
}

/** @param {Turn[]} turns @returns {Map<string, Turn[]>} */
function byDay(turns) {
  /** @type {Map<string, Turn[]>} */
  const days = new Map();
  for (const turn of turns) days.set(day(turn.at), [...(days.get(day(turn.at)) ?? []), turn]);
  return days;
}

/** @param {Turn} turn @param {Names} names */
function row(turn, names) {
  const lang = (/** @type {string} */ tag) => (tag === "zh" ? "zh-Hans" : tag);
  const outcome = turn.outcome === "answered" ? "" : sayIfKnown(`outcome_${turn.outcome}`, turn.outcome);
  const how = say(turn.typed ? "typed" : "heard");
  return h("li", {},
    h("p.meta", {}, h("time", { datetime: turn.at }, clock(turn.at)),
      h("span", { title: how }, icon(turn.typed ? "keyboard" : "microphone"), h("span.hidden", {}, how)),
      turn.device && h("span.device", {}, sayIfKnown(`model_${turn.device}`, turn.device))),
    h("div.what", {},
      h("p.heard", { lang: lang(turn.language) }, turn.heard),
      turn.said && h("p.said", { lang: lang(turn.said_in) }, h("span.hidden", {}, `${say("said")}: `), turn.said),
      h("p.soft", {}, understood(turn, names),
        turn.page && [" · ", h("a", { href: `#/${turn.page}` }, say("card_page"))]),
      outcome && h("p.outcome", {}, outcome)),
    remover(`/api/turns/${turn.id}`, turn.heard, say("turn_deleted")));
}

/** @param {Turn} turn @param {Names} names */
function understood(turn, names) {
  if (!turn.action) return say("not_understood");
  if (!turn.skill) return say("stop_word");
  const slots = Object.values(turn.slots);
  const action = names.get(`${turn.skill}.${turn.action}`) ?? turn.action.replaceAll("_", " ");
  return [names.get(turn.skill) ?? turn.skill, action, ...slots].filter(Boolean).join(" · ");
}

/** @returns {Promise<Names>} */
async function actionNames() {
  /** @type {import("./skills.js").Skill[]} */
  const skills = await ask("/api/skills").catch(() => []);
  const names = new Map();
  for (const { name, title, actions } of skills) {
    names.set(name, title[spoken()] || name);
    for (const action of actions) names.set(`${name}.${action.name}`, action.title[spoken()] || action.name);
  }
  return names;
}
