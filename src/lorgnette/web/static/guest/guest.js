/** A guest watches what the wearer sees, for as long as they may. */
import { at } from "../page/dom.js";
import { say, sayAll, speak } from "../page/say.js";
import { Over, Visit } from "./visit.js";

const AGAIN = 2000;

/** Milliseconds without a new picture after which it is said that it stands still. */
const STILL = 4000;

const picture = /** @type {HTMLVideoElement} */ (at("picture"));

/** @param {import("../page/say.js").Word} word */
function tell(word) {
  const live = word === "guest_live" || word === "guest_still";
  at("state").textContent = say(word);
  picture.closest("main")?.toggleAttribute("data-live", live);
}

/**
 * Say whether the picture moves, until the visit is over.
 * @param {AbortSignal} over
 */
function watch(over) {
  let seen = 0;
  const count = () => picture.getVideoPlaybackQuality().totalVideoFrames;
  let since = performance.now();
  const timer = window.setInterval(() => {
    if (count() !== seen) [seen, since] = [count(), performance.now()];
    if (seen) tell(performance.now() - since < STILL ? "guest_live" : "guest_still");
  }, 500);
  over.addEventListener("abort", () => window.clearInterval(timer));
}

async function stay() {
  for (;;) {
    tell("guest_waiting");
    const over = new AbortController();
    const visit = new Visit(location.hash.slice(1), picture);
    try {
      watch(over.signal);
      await visit.stay();
    } catch (reason) {
      if (reason instanceof Over) return tell(reason.word);
      tell("guest_away");
    } finally {
      over.abort();
      visit.leave();
    }
    await new Promise((resume) => window.setTimeout(resume, AGAIN));
  }
}

await speak(document.documentElement.lang.startsWith("zh") ? "zh" : "en");
sayAll(document);
addEventListener("hashchange", () => location.reload());
await stay();
