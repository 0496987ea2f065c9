/** Choosing a file: a button in the page's own words, where a browser's own speaks its language. */
import { h } from "./dom.js";
import { say } from "./say.js";

/** @typedef {import("./say.js").Word} Word */

/**
 * The input, and the label that is seen in its place.
 * @param {string} id
 * @param {Word} word
 * @param {string} accept
 * @param {() => void} change
 * @returns {[HTMLInputElement, HTMLElement]}
 */
export function picker(id, word, accept, change) {
  const input = /** @type {HTMLInputElement} */ (h("input.hidden", { id, type: "file", accept, change }));
  return [input, h("label.button.file", { for: id }, say(word), input)];
}
