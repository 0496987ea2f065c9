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
  async function again() {
    region.setAttribute("aria-busy", "true");
    try {
      const found = await load();
      if (!left.aborted) fill(region, draw(found));
    } catch (reason) {
      if (!left.aborted) fill(region, trouble(reason, again));
    } finally {
      region.removeAttribute("aria-busy");
    }
  }
  again();
  return again;
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
