/** A table that scrolls within the page, with the keyboard too. */
import { h } from "../page/dom.js";
import { say } from "../page/say.js";

/** @typedef {import("../page/say.js").Word} Word */

/**
 * @param {Word} name  what a screen reader calls it
 * @param {Word[]} head
 * @param {(string | number | HTMLElement[])[][]} rows
 */
export const table = (name, head, rows) =>
  h("div.scroll", { tabindex: 0, role: "region", "aria-label": say(name) },
    h("table", {},
      h("thead", {}, h("tr", {}, head.map((word) => h("th", { scope: "col" }, say(word))))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell)))))));
