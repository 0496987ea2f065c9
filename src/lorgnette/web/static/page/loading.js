/** A region that is filled by the hub, and what is there when it is not. */
import { Away, Refusal } from "./ask.js";
import { fill, h } from "./dom.js";
import { say, sayIfKnown } from "./say.js";

/**
 * Fill a region with what a question to the hub brings; the function returned does it again.
 * @template T
 * @param {HTMLElement} region
 * @param {() => Promise<T>} load
 * @param {(found: T) => HTMLElement | HTMLElement[]} draw
 * @param {AbortSignal} left
 * @returns {() => Promise<void>}
 */
export function loaded(region, load, draw, left) {
  let asked = 0;

  async function again() {
    const mine = ++asked;
    const late = () => left.aborted || mine !== asked;
    region.setAttribute("aria-busy", "true");
    try {
      const found = await load();
      await released(region);
      if (!late()) fill(region, draw(found));
    } catch (reason) {
      if (!late()) fill(region, trouble(reason, again));
    } finally {
      if (!late()) region.removeAttribute("aria-busy");
    }
  }
  again();
  return again;
}

/**
 * Wait until no finger is on a region: what is replaced between press and release is never clicked.
 * @param {Element} region
 */
async function released(region) {
  while (region.matches(":active")) await new Promise(requestAnimationFrame);
}

/**
 * What went wrong, and a way to try again.
 * @param {unknown} reason
 * @param {() => void} again
 */
export function trouble(reason, again) {
  return h("div.trouble", { role: "alert" },
    h("p.strong", {}, told(reason)),
    reason instanceof Away && h("p", {}, say("hub_away_what")),
    h("button", { type: "button", click: again }, say("try_again")),
  );
}

/**
 * What went wrong, in words. What is not the hub's doing is a mistake of this page, and raised.
 * @param {unknown} reason
 */
export function told(reason) {
  if (reason instanceof Away) return say("hub_away");
  if (!(reason instanceof Refusal)) throw reason;
  if (reason.status === 429) return say("error_slow", { seconds: reason.wait || 60 });
  return sayIfKnown(`error_${reason.code.replaceAll("-", "_")}`, say("error_other", { code: reason.code }));
}

/**
 * What stands where there is nothing.
 * @param {string} title
 * @param {string} text
 */
export const nothing = (title, text) =>
  h("div.nothing", {}, h("p.strong", {}, title), h("p", {}, text));

/** Milliseconds from the end of an answer on its way to the end of a turn that is kept. */
const AFTER = 1200;

/**
 * Do something again after each turn.
 * @param {EventTarget} glasses
 * @param {() => void} again
 * @param {AbortSignal} left
 */
export function afterTurns(glasses, again, left) {
  let timer = 0;
  glasses.addEventListener("message", (event) => {
    const { type } = /** @type {CustomEvent} */ (event).detail;
    if (!["heard", "show", "speech_ends"].includes(type)) return;
    window.clearTimeout(timer);
    timer = window.setTimeout(again, AFTER);
  }, { signal: left });
  left.addEventListener("abort", () => window.clearTimeout(timer));
}
