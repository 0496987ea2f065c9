/** Photos: which there are, those in which some words stand, and one of them. */
import { grid } from "./photos/grid.js";
import { photo } from "./photos/photo.js";

/** @param {import("../page/route.js").Page} page */
export function show(page) {
  const [which, ...rest] = page.argument.split("/");
  if (/^\d+$/.test(which)) return photo(page, Number(which));
  return grid(page, which === "find" ? rest.join("/") : "");
}
