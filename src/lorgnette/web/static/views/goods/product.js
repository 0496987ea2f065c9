/** The page of a product: warnings first, then what it costs, then what is in it. */
import { ask } from "../../page/ask.js";
import { h, icon } from "../../page/dom.js";
import { afterTurns, loaded, told } from "../../page/loading.js";
import { say, spoken } from "../../page/say.js";
import { mention } from "../../page/undo.js";
import { facts } from "./facts.js";
import { prices } from "./prices.js";
import { allergen, sized } from "./told.js";

/** @typedef {import("./types.js").Sheet} Sheet */
/** @typedef {import("./types.js").Warned} Warned */

/** @param {import("../../page/route.js").Page} page @param {string} of  a number, or a category */
export function product({ glasses, left }, of) {
  const region = h("article.product", {});
  const path = `/api/goods/of/${encodeURIComponent(of)}?language=${spoken()}`;
  const again = loaded(region, () => ask(path), draw, left);
  afterTurns(glasses, again, left);
  return [
    h("nav.between", { "aria-label": say("goods") },
      h("a.back", { href: "#/goods" }, icon("goods"), say("goods_all"))),
    region,
  ];
}

/** @param {Sheet} sheet */
function draw(sheet) {
  const { good, of, name } = sheet;
  const number = of.includes(":") ? "" : of;
  const about = [good?.brand, good?.maker, sized(good?.amount), name && number];
  const parts = [
    h("header.head", {}, h("h1", {}, name || number),
      h("p.soft", {}, about.filter(Boolean).join(" · "))),
    ...unknown(sheet),
    number ? warnings(sheet) : null,
    h("div.row", {},
      button("goods_to_list", "/api/goods/wanted", { text: name || of }, "goods_on_list"),
      button("goods_to_basket", "/api/goods/basket", { of, name: name || of }, "goods_in_basket")),
    prices(sheet),
    ...facts(sheet),
  ];
  return /** @type {HTMLElement[]} */ (parts.filter(Boolean));
}

/** @param {Sheet} sheet  what nobody knows is told */
function unknown({ good, failed, of }) {
  if (failed) return [h("p.warning", {}, icon("warning"), h("span", {}, say("goods_silent_now")))];
  if (good || of.includes(":")) return [];
  return [h("p.warning", {}, icon("warning"), h("span", {}, say("goods_unknown")))];
}

/** @param {Sheet} sheet  what the wearer must not eat: that nothing is known is told, not left out */
function warnings({ warned }) {
  if (!warned.length) {
    return h("p.soft", {}, say("goods_no_avoided"), " ", h("a", { href: "#/goods" }, say("goods_say_avoided")));
  }
  const rank = ["contains", "named", "traces", "unknown", "not-named"];
  const sorted = [...warned].sort((one, other) => rank.indexOf(one.risk) - rank.indexOf(other.risk));
  return h("section.risks", { "aria-label": say("goods_avoided") },
    h("ul", {}, sorted.map(({ avoided, risk }) =>
      h("li", { "data-risk": risk }, icon(risk === "not-named" ? "dash" : "warning"),
        h("span", {}, say(WORDS[risk], { what: allergen(avoided) }))))));
}

/** @type {Record<import("./types.js").Risk, import("../../page/say.js").Word>} */
const WORDS = {
  contains: "risk_contains",
  named: "risk_named",
  traces: "risk_traces",
  unknown: "risk_unknown",
  "not-named": "risk_not_named",
};

/**
 * A button that puts the product somewhere, and says so.
 * @param {"goods_to_list" | "goods_to_basket"} label
 * @param {string} path
 * @param {Record<string, string>} body
 * @param {"goods_on_list" | "goods_in_basket"} done
 */
const button = (label, path, body, done) =>
  h("button", { type: "button", click: async () => {
    const sent = ask(path, { method: "POST", body });
    mention(await sent.then(() => say(done), told));
  } }, icon("add"), say(label));
