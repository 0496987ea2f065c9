/** The line in which goods are looked for: only when it is sent, as others are asked too. */
import { h, icon } from "../../page/dom.js";
import { say } from "../../page/say.js";

/** @param {string} wanted  what was looked for */
export function search(wanted) {
  const words = /** @type {HTMLInputElement} */ (
    h("input", { type: "search", value: wanted, maxlength: 200, required: true, enterkeyhint: "search",
      placeholder: say("goods_example"), "aria-label": say("goods_find") })
  );
  const send = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const find = words.value.trim();
    if (find) location.hash = `#/goods/find/${encodeURIComponent(find)}`;
  };
  return h("form.filters", { role: "search", submit: send },
    h("div.field.search.wide", {}, icon("find"), words),
    h("button", { type: "submit" }, say("goods_search")));
}
