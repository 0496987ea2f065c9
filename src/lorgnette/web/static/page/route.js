/** Which view an address shows: `#/skills/timers` is the view `skills` with the argument `timers`. */
import { Away } from "./ask.js";
import { fill, h } from "./dom.js";
import { finish } from "./undo.js";
import { say } from "./say.js";
import { trouble } from "./loading.js";

/** @typedef {import("../glasses/glasses.js").Glasses} Glasses */
/** @typedef {import("./memory.js").Memory} Memory */
/** @typedef {import("./say.js").Word} Word */
/** @typedef {{ glasses: Glasses, memory: Memory, argument: string, left: AbortSignal }} Page
 * What a view is given; `left` is aborted when the wearer goes elsewhere. */
/** @typedef {{ show: (page: Page) => HTMLElement | HTMLElement[] }} View */

/** @type {Record<string, [Word, () => Promise<View>]>} */
const VIEWS = {
  "": ["glasses", () => import("../views/glasses.js")],
  today: ["today", () => import("../views/today.js")],
  meetings: ["meetings", () => import("../views/meetings.js")],
  photos: ["photos", () => import("../views/photos.js")],
  goods: ["goods", () => import("../views/goods.js")],
  history: ["history", () => import("../views/history.js")],
  skills: ["skills", () => import("../views/skills.js")],
  devices: ["devices", () => import("../views/devices.js")],
  hub: ["hub", () => import("../views/hub.js")],
  pair: ["pair", () => import("../views/pair.js")],
  other: ["other", () => import("../views/other.js")],
  lab: ["developers", () => import("../views/lab.js")],
};

/**
 * Show the view of the address, now and whenever it changes.
 * @param {HTMLElement} main
 * @param {{ glasses: Glasses, memory: Memory }} given
 * @returns {() => void} shows it again, in another language
 */
export function route(main, given) {
  let going = new AbortController();

  /** @param {boolean} moved */
  async function show(moved) {
    const [name, ...rest] = location.hash.replace(/^#\/?/, "").split("/");
    const place = Object.hasOwn(VIEWS, name) ? name : "";
    const [title, load] = VIEWS[place];
    going.abort();
    finish();
    const mine = (going = new AbortController());
    mark(place);
    document.title = place ? `${say(title)} · Lorgnette` : "Lorgnette";
    const view = await load().catch(() => null);
    if (mine.signal.aborted) return;
    const argument = decodeURIComponent(rest.join("/"));
    main.dataset.view = place || "glasses";
    if (view) fill(main, view.show({ ...given, argument, left: mine.signal }));
    else fill(main, h("h1", {}, say(title)), trouble(new Away(), () => show(false)));
    if (moved) arrive(main);
  }

  addEventListener("hashchange", () => {
    if (location.hash === "#main") history.replaceState(null, "", "#/");
    else show(true);
  });
  show(false);
  return () => show(false);
}

/** @param {HTMLElement} main  put the reader at the beginning of the view */
function arrive(main) {
  scrollTo(0, 0);
  const heading = main.querySelector("h1") ?? main;
  heading.setAttribute("tabindex", "-1");
  heading.focus({ preventScroll: true });
}

/** @param {string} place */
function mark(place) {
  for (const link of document.querySelectorAll(".places a")) {
    if (link.getAttribute("href") === `#/${place}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}
