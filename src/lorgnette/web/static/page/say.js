/** The page's words in the wearer's language. */
import en from "../words/en.js";

/** @typedef {keyof typeof en} Word */
/** @typedef {"en" | "zh"} Language */

/** @type {Record<string, Record<Word, string>>} */
const books = { en };
const fetching = { en: async () => ({ default: en }), zh: () => import("../words/zh.js") };

/** @type {Language} */
let language = "en";

/** Told after the language has changed. */
export const speaking = new EventTarget();

/** @returns {Language} */
export const spoken = () => language;

/**
 * Speak a language from now on; its words are fetched when they are not here yet.
 * @param {Language} wanted
 */
export async function speak(wanted) {
  books[wanted] ??= (await fetching[wanted]()).default;
  language = wanted;
  document.documentElement.lang = wanted === "zh" ? "zh-Hans" : wanted;
  speaking.dispatchEvent(new Event("change"));
}

/**
 * A word, with values in the place of `{name}`.
 * @param {Word} word
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function say(word, values = {}) {
  return books[language][word].replace(/\{(\w+)\}/g, (_, name) => `${values[name] ?? ""}`);
}

/**
 * A word that may not be in the book, such as the code of a refusal; else what is given instead.
 * @param {string} word
 * @param {string} otherwise
 * @returns {string}
 */
export function sayIfKnown(word, otherwise) {
  return word in books[language] ? say(/** @type {Word} */ (word)) : otherwise;
}

/**
 * What a wearer is called. Whoever runs the hub has no name until they give themselves one.
 * @param {string} wearer
 * @returns {string}
 */
export const wearerNamed = (wearer) => (wearer === "owner" ? say("wearer_owner") : wearer);

/**
 * Fill in the words of all elements that name one: `data-say`, and `data-label` for what only
 * screen readers read.
 * @param {ParentNode} within
 */
export function sayAll(within) {
  for (const each of within.querySelectorAll("[data-say]")) {
    each.textContent = say(/** @type {Word} */ (each.getAttribute("data-say")));
  }
  for (const each of within.querySelectorAll("[data-label]")) {
    each.setAttribute("aria-label", say(/** @type {Word} */ (each.getAttribute("data-label"))));
  }
}
