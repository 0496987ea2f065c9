/** Goods: what the wearer keeps of shopping, what some words find, and the page of one product. */
import { found } from "./goods/found.js";
import { kept } from "./goods/kept.js";
import { product } from "./goods/product.js";

/** @param {import("../page/route.js").Page} page */
export function show(page) {
  const [which, ...rest] = page.argument.split("/");
  if (which === "find") return found(page, rest.join("/"));
  return which ? product(page, page.argument) : kept(page);
}
