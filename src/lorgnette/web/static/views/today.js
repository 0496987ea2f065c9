/** What the hub keeps for the wearer: what is coming up, notes, and whatever other skills keep. */
import { ask } from "../page/ask.js";
import { h, icon } from "../page/dom.js";
import { afterTurns, loaded, nothing } from "../page/loading.js";
import { say } from "../page/say.js";
import { remover } from "../page/undo.js";
import { ago, clock, day, dayAndClock, left as timeLeft } from "../page/when.js";
import { linkRow } from "./today/links.js";
import { noteForm, noteRow } from "./today/notes.js";

/** @typedef {{ id: number, kind: string, created: string, due: string | null, item: Record<string, unknown> }} Thing */

const CLOCKS = ["timer", "alarm", "reminder"];
/** What has a page of its own. */
const SHOPPING = ["avoided", "looked", "price", "product", "wanted", "basket", "paid"];

/** @param {import("../page/route.js").Page} page */
export function show({ glasses, left }) {
  const region = h("div.things", {});
  const again = loaded(region, () => ask("/api/things"), draw, left);
  afterTurns(glasses, again, left);
  const ticking = window.setInterval(() => tick(region, again), 500);
  left.addEventListener("abort", () => window.clearInterval(ticking));
  return [
    h("header.head", {}, h("h1", {}, say("today")), h("p.lead", {}, say("today_lead"))),
    h("p.elsewhere", {}, h("a.button", { href: "#/goods" }, icon("goods"), say("goods"))),
    noteForm(again),
    region,
  ];
}

/** @param {Thing[]} things */
function draw(things) {
  const here = things.filter((each) => !SHOPPING.includes(each.kind));
  if (!here.length) return [nothing(say("nothing_today"), say("nothing_today_what"))];
  const clocks = here.filter((each) => CLOCKS.includes(sort(each)));
  const coming = clocks.filter((each) => !each.item.rung).sort((one, two) => order(one) - order(two));
  const rang = clocks.filter((each) => each.item.rung);
  const notes = here.filter((each) => sort(each) === "note");
  const links = here.filter((each) => sort(each) === "link");
  const others = here.filter((each) => ![...clocks, ...notes, ...links].includes(each));
  return [
    ...section(say("coming"), "comings", coming.map(clockRow)),
    ...section(say("rang_lately"), "comings", rang.map(clockRow)),
    ...section(say("notes"), "notes", notes.map((each) => noteRow(each, removerOf))),
    ...section(say("links"), "others", links.map((each) => linkRow(each, removerOf))),
    ...section(say("other_things"), "others", others.map(otherRow)),
  ];
}

/** @param {string} title @param {string} style @param {HTMLElement[]} rows */
const section = (title, style, rows) =>
  rows.length ? [h("section", {}, h("h2", {}, title), h(`ul.list.${style}`, {}, rows))] : [];

/**
 * What a thing is: alarms of the clock say it themselves.
 * @param {Thing} thing
 */
const sort = (thing) => (CLOCKS.includes(`${thing.item.kind}`) ? `${thing.item.kind}` : thing.kind);

/** @param {Thing} thing */
const order = (thing) => Date.parse(thing.due ?? "") || Infinity;

/** @param {Thing} thing */
function clockRow(thing) {
  const kind = /** @type {"timer" | "alarm" | "reminder"} */ (sort(thing));
  const { label, title, seconds, rung } = thing.item;
  const name = `${label || title || say(kind)}`;
  const whole = Number(seconds) || 0;
  const counts = kind === "timer" && thing.due && !rung;
  const when = rung ? say("rang", { ago: ago(`${rung}`) }) : thing.due ? day(thing.due) : "";
  const time = counts
    ? h("span.time", { role: "timer", "data-due": thing.due, "data-whole": whole }, timeLeft(remaining(thing.due)))
    : h("span.time", {}, thing.due ? clock(thing.due) : "");
  return h(`li.${kind}`, { "data-rung": Boolean(rung) },
    icon(kind),
    h("div.what", {}, h("p.strong", {}, name),
      h("p.soft", {}, [say(kind), counts && whole ? say("of_time", { time: timeLeft(whole) }) : when].join(" · ")),
      counts && whole && h("progress", { max: whole, value: whole - remaining(thing.due), "aria-label": name })),
    time,
    removerOf(thing, name));
}

/** @param {Thing} thing  of a skill this page does not know: its own words, as they are */
function otherRow(thing) {
  const said = Object.values(thing.item).filter((value) => typeof value === "string" && value !== "");
  const text = said.join(" · ") || thing.kind;
  return h("li", {},
    h("div.what", {}, h("p.text", {}, text),
      h("p.soft", {}, [thing.kind, thing.due ? dayAndClock(thing.due) : day(thing.created)].join(" · "))),
    removerOf(thing, text));
}

/** @param {Thing} thing @param {string} name */
const removerOf = (thing, name) => remover(`/api/things/${thing.id}`, name, say("thing_deleted"));

/** @param {string | null} due */
const remaining = (due) => (Date.parse(due ?? "") - Date.now()) / 1000;

/**
 * Count down what is on the page; one that is over is asked for again.
 * @param {HTMLElement} region
 * @param {() => void} again
 */
function tick(region, again) {
  for (const time of region.querySelectorAll("[data-due]")) {
    const seconds = remaining(time.getAttribute("data-due"));
    time.textContent = timeLeft(seconds);
    const bar = time.parentElement?.querySelector("progress");
    if (bar) bar.value = bar.max - seconds;
    if (seconds <= 0) {
      time.removeAttribute("data-due");
      window.setTimeout(again, 1500);
    }
  }
}
