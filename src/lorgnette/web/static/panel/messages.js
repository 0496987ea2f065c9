/** What the hub sends these glasses, as it is on the link. */
import { fill, h } from "../page/dom.js";
import { say } from "../page/say.js";

/** @typedef {import("../glasses/glasses.js").Glasses} Glasses */

const KEPT = 200;
const LENGTH = 400;

/** @param {Glasses} glasses @param {AbortSignal} left @returns {HTMLElement[]} */
export function messages(glasses, left) {
  const began = performance.now();
  const log = h("ol", {});
  glasses.addEventListener("message", (event) => {
    const { type, ...rest } = /** @type {CustomEvent} */ (event).detail;
    const at = ((performance.now() - began) / 1000).toFixed(2);
    log.prepend(h("li", {}, h("span.soft", {}, at), " ", h("b", {}, type), " ", h("code", {}, cut(rest))));
    while (log.childElementCount > KEPT) log.lastElementChild?.remove();
  }, { signal: left });
  return [
    h("div.scroll.log", { tabindex: 0, role: "region", "aria-label": say("panel_messages") }, log),
    h("button.plain", { type: "button", click: () => fill(log) }, say("panel_empty")),
  ];
}

/** @param {object} rest */
function cut(rest) {
  const text = JSON.stringify(rest, (_, value) => (ArrayBuffer.isView(value) ? `${value.byteLength} bytes` : value));
  return text.length > LENGTH ? `${text.slice(0, LENGTH)} …` : text;
}
