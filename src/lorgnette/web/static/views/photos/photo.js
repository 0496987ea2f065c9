/** One photo or film, large; what is known of it, and what can be done with it. */
import { ask } from "../../page/ask.js";
import { at, h, icon } from "../../page/dom.js";
import { loaded } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { soon } from "../../page/undo.js";
import { dayAndClock, lasting, number } from "../../page/when.js";
import { files, pathOf, remember, shown, titleOf } from "./files.js";

/** @typedef {import("./files.js").Photo} Photo */

/** @param {import("../../page/route.js").Page} page @param {number} id */
export function photo({ left }, id) {
  const region = h("article.photo", {});
  const place = shown.findIndex((each) => each.id === id);
  const [newer, older] = [shown[place - 1], place < 0 ? undefined : shown[place + 1]];
  loaded(region, async () => {
    const [address, known] = await Promise.all([files(), ask(`/api/photos/${id}`)]);
    return { address, known: /** @type {Photo} */ (known) };
  }, ({ address, known }) => [
    h("h1", {}, titleOf(known)),
    seen(known, address(known), address(known, true)),
    h("div.row", {},
      h("a.button", { href: address(known), download: nameOf(known) }, icon("download"), say("photo_download")),
      h("button.danger", { type: "button", click: () => away(known, older ?? newer) }, icon("delete"), say("delete"))),
    about(known),
  ], left);

  const keys = { ArrowLeft: newer, ArrowRight: older, Escape: null };
  document.addEventListener("keydown", ({ key, target, altKey, ctrlKey, metaKey }) => {
    if (altKey || ctrlKey || metaKey || target instanceof HTMLMediaElement || !Object.hasOwn(keys, key)) return;
    const next = keys[/** @type {keyof typeof keys} */ (key)];
    if (next !== undefined) location.hash = next ? `#/photos/${next.id}` : "#/photos";
  }, { signal: left });
  return [
    h("nav.between", { "aria-label": say("photos") },
      h("a.back", { href: "#/photos" }, icon("camera"), say("photos_all")),
      step(newer, "photo_newer"), step(older, "photo_older")),
    region,
  ];
}

/** @param {Photo | undefined} to @param {"photo_newer" | "photo_older"} word */
const step = (to, word) => to && h(`a.button.${word}`, { href: `#/photos/${to.id}` }, say(word));

/** @param {Photo} known @param {string} whole @param {string} small */
function seen(known, whole, small) {
  const sides = { width: known.width, height: known.height };
  const lost = () => what.replaceWith(h("p.nothing", { role: "alert" }, say("photo_gone")));
  const what = known.seconds
    ? h("video", { src: whole, poster: small, controls: true, preload: "metadata", playsinline: true,
      ...sides, "aria-label": titleOf(known), error: lost })
    : h("img", { src: whole, alt: titleOf(known), ...sides, error: lost });
  return h("figure", {}, what);
}

/** @param {Photo} known */
function about(known) {
  const facts = [
    known.title && dayAndClock(known.taken),
    known.seconds > 0 && lasting(known.seconds),
    `${known.width} × ${known.height}`,
    known.size < 1e6 ? `${Math.ceil(known.size / 1e3)} kB` : `${number(known.size / 1e6)} MB`,
  ];
  return h("div.about", {},
    h("p.soft", {}, facts.filter(Boolean).join(" · ")),
    where(known),
    known.text && h("section", {}, h("h2", {}, say("photo_text")), h("p.text", {}, known.text)),
    known.text === null && !known.seconds && h("p.soft", {}, say("photo_unread")));
}

/** @param {Photo} known */
function where({ spot, place }) {
  if (!spot) return null;
  const degrees = `${spot.latitude.toFixed(5)}, ${spot.longitude.toFixed(5)}`;
  return h("p", {}, h("a", { href: `geo:${degrees.replace(" ", "")}`, title: degrees },
    icon("position"), ` ${say("photo_where")} · ${place || degrees}`));
}

/** @param {Photo} known */
const nameOf = ({ taken, seconds }) =>
  `${taken.slice(0, 19).replace("T", " ").replaceAll(":", "-")}.${seconds ? "mp4" : "jpg"}`;

/** @param {Photo} known @param {Photo | undefined} next */
function away(known, next) {
  remember(shown.filter(({ id }) => id !== known.id));
  location.hash = next ? `#/photos/${next.id}` : "#/photos";
  addEventListener("hashchange", () => {
    soon(pathOf(known), say("photo_deleted"));
    at("main").focus({ preventScroll: true });
  }, { once: true });
}
