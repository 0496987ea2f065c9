/** A region that is filled by the hub, and what is there when it is not. */
import { Away, Refusal } from "./ask.js";
import { fill, h } from "./dom.js";
import { say } from "./say.js";

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
      if (!(reason instanceof Away || reason instanceof Refusal)) throw reason;
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
 * @param {Error} reason
 * @param {() => void} again
 */
export function trouble(reason, again) {
  const words = reason instanceof Away ? [say("hub_away"), say("hub_away_what")] : [say("hub_says_no"), reason.message];
  return h("div.trouble", { role: "alert" },
    h("p.strong", {}, words[0]),
    h("p", {}, words[1]),
    h("button", { type: "button", click: again }, say("try_again")),
  );
}

/**
 * What stands where there is nothing.
 * @param {string} title
 * @param {string} text
 */
export const nothing = (title, text) =>
  h("div.nothing", {}, h("p.strong", {}, title), h("p", {}, text));
