/** A bad network on purpose: cut, late, lossy. */
import { h, icon } from "../page/dom.js";
import { say } from "../page/say.js";
import { number } from "../page/when.js";

/** @typedef {import("../glasses/glasses.js").Glasses} Glasses */
/** @typedef {import("../page/say.js").Word} Word */

/** @param {Glasses} glasses @param {AbortSignal} left @returns {HTMLElement[]} */
export function network(glasses, left) {
  const state = h("p", { role: "status" });
  const draw = () => {
    const { link, waiting, latency } = glasses.state;
    const text = say("panel_link", { link: say(`panel_${link}`), seconds: number(waiting), ms: latency === null ? "–" : Math.round(latency) });
    if (state.textContent !== text) state.textContent = text;
  };
  let cut = false;
  const button = h("button.switch", { type: "button", role: "switch", "aria-checked": "false", click: () => {
    cut = !cut;
    glasses.network.cut(cut);
    button.setAttribute("aria-checked", `${cut}`);
  } }, h("span.name", {}, say("panel_cut")), h("span.track"));
  glasses.addEventListener("state", draw, { signal: left });
  left.addEventListener("abort", () => cut && glasses.network.cut(false));
  draw();
  return [
    h("div", {}, button),
    h("div.levels", {},
      slider("panel_delay", 2000, 50, glasses.network.delay, "ms", (value) => { glasses.network.delay = value; }),
      slider("panel_loss", 50, 1, glasses.network.loss * 100, "%", (value) => { glasses.network.loss = value / 100; })),
    state,
  ];
}

/**
 * @param {Word} name @param {number} most @param {number} step @param {number} value
 * @param {string} unit @param {(value: number) => void} change
 */
function slider(name, most, step, value, unit, change) {
  const shown = h("output", { for: name });
  const input = /** @type {HTMLInputElement} */ (h("input", { id: name, type: "range", min: 0, max: most, step, value,
    input: () => {
      change(Number(input.value));
      draw();
    } }));
  const draw = () => {
    shown.textContent = `${input.value} ${unit}`;
    input.setAttribute("aria-valuetext", shown.textContent);
    input.style.setProperty("--filled", `${(Number(input.value) / most) * 100}%`);
  };
  draw();
  return h("div.slider", {}, icon("link"), h("label", { for: name }, say(name)), shown, input);
}
