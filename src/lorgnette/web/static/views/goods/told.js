/** How goods, amounts and prices are written. */
import { say, sayIfKnown, spoken } from "../../page/say.js";
import { number, written } from "../../page/when.js";

/** @typedef {import("./types.js").Sum} Sum */
/** @typedef {import("./types.js").Amount} Amount */
/** @typedef {import("./types.js").Price} Price */

/** @param {Sum} sum @returns {string} such as 3,49 € */
export const money = ({ value, currency }) => written(value, { style: "currency", currency });

/** @param {Sum} sum @param {string} per  "" for the package @returns {string} such as 1,99 € / kg */
export const priced = (sum, per) => (per ? `${money(sum)} / ${say(per === "piece" ? "goods_piece" : unit(per))}` : money(sum));

/** @param {string} per @returns {"goods_kg" | "goods_l"} */
const unit = (per) => (per === "l" ? "goods_l" : "goods_kg");

/** @param {Amount | null | undefined} amount @returns {string} such as 400 g or 1.5 l */
export function sized(amount) {
  if (!amount) return "";
  const { value, unit: of } = amount;
  if (of === "pieces") return say("goods_pieces", { count: number(value) });
  const large = value >= 1000;
  return `${number(large ? value / 1000 : value)} ${large ? (of === "g" ? "kg" : "l") : of}`;
}

/** @param {number} metres @returns {string} such as 400 m or 1.2 km */
export const away = (metres) =>
  metres < 1000
    ? written(metres, { style: "unit", unit: "meter" })
    : written(metres / 1000, { style: "unit", unit: "kilometer", maximumFractionDigits: 1 });

/** @param {Record<string, string>} names @returns {string} the one in the language of the page */
export const named = (names) =>
  names[spoken()] || names[""] || names.en || Object.values(names).find(Boolean) || "";

/** @param {string} name @returns {string} what the wearer calls an allergen */
export const allergen = (name) => sayIfKnown(`allergen_${name.replaceAll("-", "_")}`, name);

/** @param {Price} price @returns {string} where it was seen, and how far that is */
export function place({ shop, metres }) {
  const name = shop || say("goods_somewhere");
  return metres === undefined ? name : say("goods_away", { shop: name, distance: away(metres) });
}
