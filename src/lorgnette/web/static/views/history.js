/** The turns that were: what was heard, what was understood, what was said. */
import { ask, fetched } from "../page/ask.js";
import { h, icon } from "../page/dom.js";
import { afterTurns, loaded, nothing, told } from "../page/loading.js";
import { say, sayIfKnown, spoken } from "../page/say.js";
import { sure } from "../page/sure.js";
import { finish, mention, remover } from "../page/undo.js";
import { clock, day } from "../page/when.js";

/** @typedef {{ id: number, at: string, language: string, heard: string, typed: boolean, skill: string, action: string,
 *   slots: Record<string, string>, said: string, said_in?: string, device: string, outcome?: string }} Turn */
/** @typedef {Map<string, string>} Names  of actions and skills, in the wearer's language */

const PAGE = 50;
const KEEPS = /** @type {const} */ ([["0", "keep_none"], ["7", "keep_days"], ["30", "keep_days"], ["90", "keep_days"],
  ["365", "keep_year"], ["null", "keep_ever"]]);

/** @param {import("../page/route.js").Page} page */
export function show({ glasses, argument, left }) {
  const region = h("div.days", {});
  const search = /** @type {HTMLInputElement} */ (
    h("input", { type: "search", id: "find", value: argument, placeholder: say("find_turns"), "aria-label": say("find_turns") })
  );
  /** @type {Names} */
  let names = new Map();

  /** @param {number} [before] @returns {Promise<Turn[]>} */
  const turns = async (before) => {
    if (!names.size) names = await actionNames();
    const find = search.value.trim();
    return ask(`/api/turns?${new URLSearchParams({ limit: `${PAGE}`, ...(find && { find }), ...(before && { before: `${before}` }) })}`);
  };
  const again = loaded(region, turns, (found) => list(found, names, turns, Boolean(search.value.trim())), left);

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

/** @param {Turn[]} found @param {Names} names @param {(before?: number) => Promise<Turn[]>} turns @param {boolean} searching */
function list(found, names, turns, searching) {
  if (!found.length) {
    return searching ? nothing(say("nothing_found"), say("nothing_found_what")) : nothing(say("nothing_history"), say("nothing_history_what"));
  }
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
      const next = await turns(more.at(-1)?.id).catch(() => null);
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
  const outcome = turn.outcome && turn.outcome !== "answered" ? sayIfKnown(`outcome_${turn.outcome}`, turn.outcome) : "";
  return h("li", {},
    h("p.meta", {}, h("time", { datetime: turn.at }, clock(turn.at)),
      h("span", { title: say(turn.typed ? "typed" : "heard") }, icon(turn.typed ? "keyboard" : "microphone"), h("span.hidden", {}, say(turn.typed ? "typed" : "heard"))),
      turn.device && h("span.device", {}, sayIfKnown(`model_${turn.device}`, turn.device))),
    h("div.what", {},
      h("p.heard", { lang: lang(turn.language) }, turn.heard),
      turn.said && h("p.said", { lang: lang(turn.said_in ?? turn.language) }, h("span.hidden", {}, `${say("said")}: `), turn.said),
      h("p.soft", {}, understood(turn, names)),
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
  const name = (/** @type {{ title: Record<string, string>, name: string }} */ { title, name }) => title[spoken()] || name;
  return new Map(skills.flatMap((skill) => [
    /** @type {[string, string]} */ ([skill.name, name(skill)]),
    ...skill.actions.map((action) => /** @type {[string, string]} */ ([`${skill.name}.${action.name}`, name(action)])),
  ]));
}

/**
 * How long turns are kept.
 * @param {AbortSignal} left
 */
function keeper(left) {
  const select = /** @type {HTMLSelectElement} */ (
    h("select", { id: "keep", change: () => ask("/api/settings", { method: "PATCH", body: { keep_days: JSON.parse(select.value) } })
      .then(() => mention(say("saved")), (reason) => mention(told(reason))) },
      KEEPS.map(([value, word]) => h("option", { value }, say(word, { days: value }))))
  );
  select.disabled = true;
  ask("/api/me", { signal: left }).then((/** @type {any} */ me) => {
    const value = JSON.stringify(me.settings.keep_days);
    if (![...select.options].some((each) => each.value === value)) select.append(h("option", { value }, say("keep_days", { days: value })));
    select.value = value;
    select.disabled = false;
  }, () => {});
  return h("div.keep", {}, h("label", { for: "keep" }, say("keep_for")), select);
}

/** @param {() => void} again */
function eraser(again) {
  return h("button", { type: "button", click: async () => {
    finish();
    if (!(await sure({ title: say("delete_all_title"), text: say("delete_all_text"), yes: say("delete_all") }))) return;
    await fetched("/api/turns", { method: "DELETE" }).then(() => mention(say("all_deleted")), (reason) => mention(told(reason)));
    again();
  } }, icon("delete"), say("delete_all"));
}
