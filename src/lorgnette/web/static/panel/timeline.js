/** The turns of this wearer as they happen. */
import { fill, h } from "../page/dom.js";
import { say } from "../page/say.js";
import { mention } from "../page/undo.js";
import { lanes } from "./lanes.js";
import { follow } from "./moments.js";
import { table } from "./table.js";
import { answeredIn, heading, milliseconds, slots, told, Turns } from "./turns.js";

/** @typedef {import("./turns.js").Turn} Turn */

/** @param {AbortSignal} left @returns {HTMLElement[]} */
export function timeline(left) {
  const turns = new Turns();
  const state = h("p.soft", { role: "status" }, say("panel_waiting"));
  const list = h("div.turns", {});
  /** @type {Map<Turn, HTMLElement>} */
  const shown = new Map();
  /** @type {Set<Turn>} */
  const changed = new Set();

  function draw() {
    for (const turn of changed) {
      const element = shown.get(turn) ?? h("article.turn", {});
      if (!shown.has(turn)) list.prepend(element);
      shown.set(turn, element);
      drawTurn(element, turn);
    }
    changed.clear();
    for (const [turn, element] of shown) {
      if (turns.all.includes(turn)) continue;
      element.remove();
      shown.delete(turn);
    }
  }

  follow((moment) => {
    const turn = turns.add(moment);
    if (!turn) return;
    if (!changed.size) requestAnimationFrame(draw);
    changed.add(turn);
    state.hidden = true;
  }, (there) => {
    turns.restart();
    if (!there) state.hidden = false;
    state.textContent = say(there ? "panel_waiting" : "hub_away");
  }, left);
  return [state, list];
}

/** @param {HTMLElement} element @param {Turn} turn */
function drawTurn(element, turn) {
  const { moments } = turn;
  const intent = moments.find((each) => each.type === "intent");
  const seconds = answeredIn(turn);
  const open = element.querySelector("details")?.open ?? false;
  const focused = element.contains(document.activeElement) ? document.activeElement?.localName : null;
  fill(element,
    h("header", {},
      h("h3", {}, heading(turn)),
      seconds !== null && h("p.strong", {}, say("panel_answered", { ms: milliseconds(seconds) })),
      h("button.plain", { type: "button", click: () => copy(turn) }, say("panel_copy"))),
    intent && h("p.meaning", {}, h("code", {}, `${intent.skill}.${intent.action}`),
      slots(intent).map((each) => h("code", {}, each))),
    lanes(moments),
    h("details", { open }, h("summary", {}, say("panel_moments", { count: moments.length })), 
      table("panel_timeline", ["panel_at", "panel_epoch", "panel_what", "panel_details"],
        moments.map((each) => [(each.at - moments[0].at).toFixed(3), each.epoch, each.type, told(each)]))));
  if (focused) /** @type {HTMLElement | null} */ (element.querySelector(focused))?.focus();
}

/** @param {Turn} turn */
async function copy(turn) {
  const text = turn.moments.map((each) => JSON.stringify(each)).join("\n");
  try {
    await navigator.clipboard.writeText(text);
    mention(say("copied"));
  } catch {
    mention(say("panel_no_copy"));
  }
}
