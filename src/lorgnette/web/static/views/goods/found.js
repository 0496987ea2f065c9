/** What some words, or a number, have found among all goods. */
import { ask } from "../../page/ask.js";
import { h, icon } from "../../page/dom.js";
import { loaded, nothing } from "../../page/loading.js";
import { say, spoken } from "../../page/say.js";
import { search } from "./search.js";
import { named, sized } from "./told.js";

/** @typedef {import("./types.js").Hit} Hit */

/** @param {import("../../page/route.js").Page} page @param {string} wanted */
export function found({ left }, wanted) {
  const region = h("div.found", {});
  const asked = new URLSearchParams({ find: wanted, language: spoken() });
  loaded(region, () => ask(`/api/goods/found?${asked}`), draw, left);
  return [
    h("nav.between", { "aria-label": say("goods") },
      h("a.back", { href: "#/goods" }, icon("goods"), say("goods_all"))),
    h("h1", {}, say("goods_found", { words: wanted })),
    search(wanted),
    region,
  ];
}

/** @param {{ goods: Hit[], failed: boolean }} hits */
function draw({ goods, failed }) {
  if (failed) return nothing(say("goods_silent"), say("goods_silent_what"));
  if (!goods.length) return nothing(say("nothing_found"), say("goods_none_found"));
  return h("ul.list", {}, goods.map((hit) =>
    h("li", {}, h("div.what", {},
      h("p.strong", {}, h("a", { href: `#/goods/${hit.of}` }, named(hit.names) || hit.of)),
      h("p.soft", {}, [hit.brand, sized(hit.amount)].filter(Boolean).join(" · "))))));
}
