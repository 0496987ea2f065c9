/** What a product costs: in words, as a plot, and as a table of all that was seen. */
import { h, icon } from "../../page/dom.js";
import { say } from "../../page/say.js";
import { remover } from "../../page/undo.js";
import { date } from "../../page/when.js";
import { plot } from "./plot.js";
import { money, place, priced } from "./told.js";

/** @typedef {import("./types.js").Sheet} Sheet */
/** @typedef {import("./types.js").Price} Price */

/** @param {Sheet} sheet */
export function prices({ prices: seen, costs }) {
  if (!seen.length) {
    return h("section.costs", {}, h("h2", {}, say("goods_costs")), h("p.soft", {}, say("goods_no_prices")));
  }
  return h("section.costs", {}, h("h2", {}, say("goods_costs")),
    costs ? summary(costs, seen) : h("p.soft", {}, say("goods_not_compared")),
    plot(seen),
    table(seen));
}

/** @param {import("./types.js").Costs} costs @param {Price[]} seen */
function summary({ usual, per, count, cheapest, nearby, judged }, seen) {
  const near = nearby === null ? null : seen[nearby];
  return h("dl.facts", {},
    fact("goods_usual", priced(usual, per), say("goods_by", { count })),
    fact("goods_cheapest", ...worth(seen[cheapest])),
    near && fact("goods_nearby", ...worth(near)),
    judged && fact("goods_judged", say(`goods_judged_${judged}`)));
}

/** @param {Price} price @returns {[string, string]} */
const worth = (price) => [priced(price.price, price.per ?? ""), `${place(price)} · ${date(price.date)}`];

/** @param {import("../../page/say.js").Word} title @param {string} value @param {string} [about] */
const fact = (title, value, about = "") =>
  h("div", {}, h("dt", {}, say(title)), h("dd", {}, h("strong", {}, value), about && h("p.soft", {}, about)));

/** @param {Price[]} seen */
function table(seen) {
  const heads = /** @type {const} */ (["goods_price", "goods_where", "goods_who"]);
  return h("table.prices", {},
    h("caption.hidden", {}, say("goods_table")),
    h("thead", {}, h("tr", {}, heads.map((word) => h("th", { scope: "col" }, say(word))),
      h("td", {}))),
    h("tbody", {}, seen.map(row)));
}

/** @param {Price} price */
function row(price) {
  const notes = [
    price.unit && priced(...price.unit),
    price.regular && say("goods_instead", { price: money(price.regular) }),
    price.member && say("goods_member"),
    price.organic && say("goods_organic"),
  ].filter(Boolean);
  const shown = priced(price.price, price.per ?? "");
  return h("tr", {},
    h("td", {}, h("strong", {}, shown), notes.length > 0 && h("p.soft", {}, notes.join(" · "))),
    h("td", {}, place(price), h("p.soft", {}, h("time", { datetime: price.date }, date(price.date)))),
    h("td.soft", {}, source(price)),
    h("td", {}, price.mine ? remover(`/api/things/${price.mine}`, shown, say("thing_deleted")) : ""));
}

/** @param {Price} price */
function source({ mine, source: who, proof }) {
  if (mine) return say("goods_mine");
  if (!proof) return who || "";
  return h("a", { href: proof, rel: "noopener noreferrer", target: "_blank" }, icon("link"), ` ${who}`);
}
