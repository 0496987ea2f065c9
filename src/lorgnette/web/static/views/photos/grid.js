/** All photos, the newest first, day by day; or those in which some words stand. */
import { ask } from "../../page/ask.js";
import { h, icon } from "../../page/dom.js";
import { afterTurns, loaded, nothing, told } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { mention, remover } from "../../page/undo.js";
import { day, left as time, number } from "../../page/when.js";
import { files, pathOf, remember, titleOf } from "./files.js";

/** @typedef {import("./files.js").Photo} Photo */
/** @typedef {import("./files.js").Hits} Hits */
/** @typedef {import("./files.js").Files} Files */

const PAGE = 50;

/** @param {import("../../page/route.js").Page} page @param {string} wanted  what is searched for */
export function grid({ glasses, left }, wanted) {
  const region = h("div.photos", {});
  const search = /** @type {HTMLInputElement} */ (
    h("input", { type: "search", value: wanted, maxlength: 500, placeholder: say("photos_example"),
      "aria-label": say("photos_find"), enterkeyhint: "search" })
  );
  const words = () => search.value.trim();
  const tickets = files();
  let drawn = "";

  const load = async () => {
    const find = words();
    const address = await tickets;
    const hits = find ? await found(find, 0) : null;
    const photos = hits ? hits.photos : await newest();
    drawn = JSON.stringify(photos);
    return { find, address, hits, photos };
  };
  const again = loaded(region, load, ({ find, address, hits, photos }) => {
    if (!photos.length) return find ? nothing(say("nothing_found"), say("photos_none_with")) : none();
    const next = find ? async (/** @type {Photo[]} */ all) => (await found(find, all.length)).photos
      : (/** @type {Photo[]} */ all) => newest(all[all.length - 1].id);
    return [...(hits ? [how(hits)] : []), ...rows(photos, address, next)];
  }, left);

  const few = () => region.querySelectorAll("li").length <= PAGE;
  afterTurns(glasses, async () => {
    if (words() || !few()) return;
    const now = JSON.stringify(await newest().catch(() => null));
    if (now !== drawn) again(); // else nothing moves under a finger
  }, left);
  let timer = 0;
  search.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(again, 300);
    history.replaceState(null, "", `#/photos${words() && `/find/${encodeURIComponent(words())}`}`);
  });
  return [
    h("header.head", {}, h("h1", {}, say("photos")), h("p.lead", {}, say("photos_lead"))),
    h("div.filters", {}, h("div.field.search.wide", {}, icon("find"), search)),
    region,
  ];
}

/** @param {number} [before] @returns {Promise<Photo[]>} */
const newest = (before) => ask(`/api/photos?limit=${PAGE}${before ? `&before=${before}` : ""}`);

/** @param {string} find @param {number} skip @returns {Promise<Hits>} */
const found = (find, skip) =>
  ask(`/api/photos/found?${new URLSearchParams({ find, skip: `${skip}`, limit: `${PAGE}` })}`);

/** How to begin, where there is nothing yet. */
function none() {
  const told = nothing(say("photos_none"), say("photos_none_what"));
  told.append(h("a.button", { href: "#/" }, icon("glasses"), say("meetings_begin")));
  return told;
}

/**
 * How many were found, and how well they fit.
 * @param {Hits} hits
 */
function how({ count, exact, day: of }) {
  const many = say("photos_count", { count: number(count) });
  const about = of ? say("photos_from", { day: day(`${of}T12:00`) }) : exact ? "" : say("photos_like");
  return h("p.soft", { role: "status" }, [many, about].filter(Boolean).join(" · "));
}

/**
 * Photos under the days they are of, and a button for more.
 * @param {Photo[]} photos
 * @param {Files} address
 * @param {(all: Photo[]) => Promise<Photo[]>} next
 */
function rows(photos, address, next) {
  const all = [...photos];
  const days = h("div.days", {});
  const more = h("button", { type: "button", hidden: photos.length < PAGE, click: async () => {
    const some = await next(all).catch((reason) => mention(told(reason)));
    if (!some) return;
    all.push(...some);
    remember(all);
    add(days, some, address);
    more.hidden = some.length < PAGE;
  } }, say("more"));
  add(days, photos, address);
  remember(all);
  return [days, h("div.row.under", {}, more)];
}

/** @param {HTMLElement} days @param {Photo[]} photos @param {Files} address */
function add(days, photos, address) {
  for (const photo of photos) {
    const date = new Date(photo.taken).toDateString();
    let section = /** @type {HTMLElement | null} */ (days.lastElementChild);
    if (section?.dataset.day !== date) {
      section = h("section", { "data-day": date },
        h("h2", {}, day(photo.taken)), h("ul.grid", { role: "list" }));
      days.append(section);
    }
    section.lastElementChild?.append(tile(photo, address));
  }
}

/** @param {Photo} photo @param {Files} address */
function tile(photo, address) {
  const title = titleOf(photo);
  const text = photo.text ? ` · ${photo.text.slice(0, 80)}` : "";
  return h("li", {},
    h("a", { href: `#/photos/${photo.id}` },
      h("img", { src: address(photo, true), alt: `${title}${text}`, loading: "lazy", decoding: "async",
        width: photo.width, height: photo.height }),
      photo.seconds > 0 && h("span.badge", {}, time(photo.seconds))),
    remover(pathOf(photo), title, say("photo_deleted")));
}
