/** What a wearer can ask for, in both languages, each sentence with a way to try it. */
import { ask } from "../page/ask.js";
import { fill, h, icon } from "../page/dom.js";
import { loaded, nothing } from "../page/loading.js";
import { say, spoken } from "../page/say.js";

/** @typedef {Record<string, string>} Says */
/** @typedef {Record<string, string[]>} Sentences */
/** @typedef {{ name: string, title: Says, says: Says, sentences: Sentences, examples: Sentences }} Action */
/** @typedef {(sentence: string, language: "en" | "zh") => void} Attempt */
/** @typedef {{ name: string, works: boolean, why: string, title: Says, actions: Action[] }} Skill */

const LANGUAGES = /** @type {const} */ ([["en", "in_english"], ["zh", "in_chinese"]]);

/** @param {import("../page/route.js").Page} page */
export function show({ glasses, argument, left }) {
  const region = h("div.skills", {});
  const search = /** @type {HTMLInputElement} */ (
    h("input", { type: "search", placeholder: say("find_skills"), "aria-label": say("find_skills"),
      input: () => sift(region, search.value) })
  );

  /** @param {string} sentence @param {"en" | "zh"} language */
  function attempt(sentence, language) {
    location.hash = "#/";
    glasses.type(sentence, language);
  }

  loaded(region, () => ask("/api/skills"), (/** @type {Skill[]} */ skills) => {
    if (!skills.length) return nothing(say("nothing_found"), "");
    const cards = skills.map((skill) => card(skill, attempt));
    requestAnimationFrame(() => region.querySelector(`#skill-${CSS.escape(argument)}`)?.scrollIntoView());
    return cards;
  }, left);
  return [
    h("header.head", {}, h("h1", {}, say("skills")), h("p.lead", {}, say("skills_lead"))),
    h("div.filters", {}, h("div.field.search", {}, icon("find"), search)),
    region,
  ];
}

/** @param {Skill} skill @param {Attempt} attempt */
function card(skill, attempt) {
  return h("section.card.skill", { id: `skill-${skill.name}` },
    h("h2", {}, skill.title[spoken()] || skill.name),
    !skill.works && h("p.warning", {}, icon("warning"), say("skill_missing", { why: skill.why })),
    ...skill.actions.map((action) => actionRow(action, attempt)));
}

/** @param {Action} action @param {Attempt} attempt */
function actionRow(action, attempt) {
  const language = spoken();
  const examples = (action.examples[language] ?? []).slice(0, 3);
  return h("div.action", {},
    h("h3", {}, action.title[language] || action.name),
    h("p.soft", {}, action.says[language] || action.says.en),
    h("ul.examples", {}, ...examples.map((sentence) => h("li", {}, tryButton(sentence, language, attempt)))),
    details(action, attempt));
}

/** @param {string} sentence @param {"en" | "zh"} language @param {Attempt} attempt */
const tryButton = (sentence, language, attempt) =>
  h("button.example", { type: "button", lang: language === "zh" ? "zh-Hans" : "en",
    "aria-label": say("try_this", { sentence }), click: () => attempt(sentence, language) },
    h("span", {}, sentence), icon("try"));

/**
 * All templates, drawn only when somebody looks.
 * @param {Action} action
 * @param {Attempt} attempt
 */
function details(action, attempt) {
  const body = h("div.ways", {});
  return h("details", { toggle: () => {
    if (body.childElementCount) return;
    fill(body, h("p.soft", {}, say("how_to_read")), ...LANGUAGES.map(([language, word]) => {
      const other = language === spoken() ? [] : (action.examples[language] ?? []).slice(0, 2);
      return h("div", {}, h("h4", {}, say(word)),
        h("ul.examples", {}, ...other.map((sentence) => h("li", {}, tryButton(sentence, language, attempt)))),
        h("ul.templates", { lang: language === "zh" ? "zh-Hans" : "en" },
          ...(action.sentences[language] ?? []).map((sentence) => h("li", {}, sentence))));
    }));
  } }, h("summary", {}, say("all_sentences")), body);
}

/**
 * Leave only what has these words.
 * @param {HTMLElement} region
 * @param {string} words
 */
function sift(region, words) {
  const wanted = words.toLocaleLowerCase().trim();
  for (const section of /** @type {NodeListOf<HTMLElement>} */ (region.querySelectorAll(".skill"))) {
    let any = false;
    const all = section.querySelector("h2")?.textContent?.toLocaleLowerCase().includes(wanted) ?? false;
    for (const action of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll(".action"))) {
      action.hidden = !all && !action.textContent?.toLocaleLowerCase().includes(wanted);
      any ||= !action.hidden;
    }
    section.hidden = !any;
  }
}
