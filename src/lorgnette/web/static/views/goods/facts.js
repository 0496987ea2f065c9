/** What is in a product: ingredients, allergens, grades and nutrition. What is unknown is told. */
import { h } from "../../page/dom.js";
import { say } from "../../page/say.js";
import { date, listed, number } from "../../page/when.js";
import { allergen } from "./told.js";

/** @typedef {import("./types.js").Good} Good */
/** @typedef {import("./types.js").Sheet} Sheet */
/** @typedef {import("../../page/say.js").Word} Word */

/** @type {[string, Word, string][]} */
const NUTRITION = [
  ["energy-kcal", "nutrition_energy", "kcal"],
  ["fat", "nutrition_fat", "g"],
  ["saturated-fat", "nutrition_saturated", "g"],
  ["carbohydrates", "nutrition_carbohydrates", "g"],
  ["sugars", "nutrition_sugars", "g"],
  ["fiber", "nutrition_fiber", "g"],
  ["proteins", "nutrition_proteins", "g"],
  ["salt", "nutrition_salt", "g"],
];

/** @param {Sheet} sheet @returns {(HTMLElement | null)[]} nothing of what nobody knows at all */
export function facts({ good, ingredients }) {
  if (!good) return [];
  return [
    h("section", {}, h("h2", {}, say("goods_ingredients")),
      ingredients.length ? h("p.ingredients", {}, ingredients.map(piece)) : h("p.soft", {}, say("goods_unsaid")),
      h("dl.facts", {}, named("goods_allergens", good.allergens), named("goods_traces", good.traces))),
    graded(good),
    nutrition(good),
    good.source ? h("p.soft", {}, say(good.updated ? "goods_source_of" : "goods_source",
      { source: good.source, day: good.updated ? date(good.updated) : "" })) : null,
  ];
}

/** @param {import("./types.js").Piece} piece */
const piece = ({ text, avoided }) =>
  avoided ? h("mark", { title: say("goods_marked", { what: allergen(avoided) }) }, text) : text;

/** @param {Word} title @param {string[] | undefined} names  undefined: the source does not say */
const named = (title, names) =>
  h("div", {}, h("dt", {}, say(title)),
    h("dd", {}, names === undefined || names === null ? say("goods_unsaid")
      : names.length ? listed(names.map(allergen)) : say("goods_none_named")));

/** @param {Good} good */
function graded({ nutriscore, ecoscore, nova }) {
  /** @type {[Word, string][]} */
  const grades = [
    ["grade_nutri", (nutriscore ?? "").toUpperCase()],
    ["grade_green", (ecoscore ?? "").toUpperCase()],
    ["grade_nova", nova ? `${nova}` : ""],
  ];
  const there = grades.filter(([, grade]) => grade);
  if (!there.length) return null;
  return h("section", {}, h("h2", {}, say("goods_grades")),
    h("ul.grades", {}, there.map(([word, grade]) =>
      h("li", { "data-grade": grade }, h("span.letter", {}, grade), h("span", {}, say(word))))));
}

/** @param {Good} good */
function nutrition({ nutrition: found, amount }) {
  const known = NUTRITION.filter(([name]) => found?.[name] !== undefined);
  if (!found || !known.length) return null;
  return h("section", {}, h("h2", {}, say(amount?.unit === "ml" ? "nutrition_in_ml" : "nutrition_in_g")),
    h("dl.facts", {}, known.map(([name, word, unit]) =>
      h("div", {}, h("dt", {}, say(word)), h("dd", {}, `${number(found[name])} ${unit}`)))));
}
