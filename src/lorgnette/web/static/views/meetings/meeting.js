/** One meeting: what came of it, who was there, and every line; live while it goes on. */
import { ask } from "../../page/ask.js";
import { at, fill, h, icon } from "../../page/dom.js";
import { loaded, told } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { mention } from "../../page/undo.js";
import { dayAndClock, lasting, listed } from "../../page/when.js";
import { Lines } from "./lines.js";
import { marks } from "./marks.js";
import { minutes } from "./minutes.js";
import { titleOf } from "./names.js";
import { people } from "./people.js";
import { player } from "./player.js";
import { tools } from "./tools.js";

/** @typedef {import("./types.js").Meeting} Meeting */
/** @typedef {import("./types.js").Told} Told */

/** Milliseconds until a meeting that goes on is looked at again, and lines that may change meanwhile. */
const LOOK = 2000;
const UNSETTLED = 40;

/**
 * What the parts of the page share: what is known, and how it is changed.
 * @typedef {object} Sheet
 * @property {string} path  Where the hub keeps it.
 * @property {Meeting} meeting
 * @property {import("./types.js").Line[]} lines
 * @property {(where: string, body: object, focus: string) => Promise<void>} change
 *   Puts something right; then the element of that id has the focus.
 * @property {() => Promise<void>} again
 * @property {(line: number) => void} go  Brings the reader to a line.
 * @property {((seconds: number) => void) | null} play  Where there is sound.
 */

/** @param {import("../../page/route.js").Page} page @param {number} id @param {number | null} wanted  a line */
export function meeting({ left }, id, wanted) {
  const path = `/api/meetings/${id}`;
  const region = h("div.meeting", {});
  const title = h("h1", {}, say("meeting"));
  loaded(region, () => ask(path), (/** @type {Told} */ first) => one(path, first, wanted, title, left), left);
  return [
    h("header.head.titled", {}, h("a.back", { href: "#/meetings" }, icon("gesture-back"), say("meetings_all")), title),
    region,
  ];
}

/** @param {string} path @param {Told} first @param {number | null} wanted @param {HTMLElement} title @param {AbortSignal} left */
function one(path, first, wanted, title, left) {
  const about = h("p.lead", {});
  const lines = new Lines();
  const parts = { tools: h("div.row.tools-of", {}), people: h("section", {}), marks: h("section", {}), minutes: h("div", {}) };
  const sound = h("div.sound", {});

  /** @type {Sheet} */
  const sheet = {
    path, meeting: first.meeting, lines: first.lines, play: null,
    again: async () => take(await ask(path)),
    async change(where, body, focus) {
      try {
        await ask(`${path}${where}`, { method: "PATCH", body });
      } catch (reason) {
        mention(told(reason));
      }
      await sheet.again().catch((reason) => mention(told(reason)));
      document.getElementById(focus)?.focus({ preventScroll: true });
    },
    go: (line) => {
      history.replaceState(null, "", `#/meetings/${sheet.meeting.id}/${line}`);
      lines.go(line);
    },
  };

  /** @param {Told} now @param {number} [from]  the lines before this one are as they were */
  function take(now, from = 1) {
    const was = sheet.meeting;
    sheet.meeting = now.meeting;
    sheet.lines = [...sheet.lines.filter(({ number }) => number < from), ...now.lines];
    if (from > 1 && named(was) !== named(now.meeting)) sheet.again();
    else draw(from === 1 || was.over !== now.meeting.over);
  }

  /** @param {boolean} whole */
  function draw(whole) {
    const { meeting } = sheet;
    const spoken = [...new Set(sheet.lines.map(({ speaker }) => speaker).filter(Boolean))].length;
    title.textContent = titleOf(meeting);
    document.title = `${titleOf(meeting)} · Lorgnette`;
    const names = [...new Set(Object.values(meeting.speakers))];
    fill(about,
      [dayAndClock(meeting.began), lasting(meeting.seconds), names.length ? listed(names) : spoken > 1 && say("meeting_voices", { count: spoken })]
        .filter(Boolean).join(" · "),
      !meeting.over && h("span.badge.live", {}, say("meeting_live")));
    if (whole) {
      sheet.play = player(sound, sheet, lines, left);
      fill(parts.tools, tools(sheet, title));
      minutes(parts.minutes, sheet, left);
    }
    people(parts.people, sheet);
    marks(parts.marks, sheet);
    lines.put(sheet);
  }

  draw(true);
  live(sheet, take, left);
  if (wanted) requestAnimationFrame(() => lines.go(wanted));
  return [about, parts.tools, parts.minutes, h("div.aside", {}, parts.people, parts.marks),
    h("section.spoken", {}, h("h2", {}, say("meeting_transcript")), sound, lines.element)];
}

/**
 * Who is called how, and who is the same as whom.
 * @param {Meeting} meeting
 */
const named = ({ speakers, same }) => JSON.stringify([speakers, same]);

/**
 * Look at the end of a meeting again and again while it goes on.
 * @param {Sheet} sheet
 * @param {(now: Told, from: number) => void} take
 * @param {AbortSignal} left
 */
function live(sheet, take, left) {
  const timer = window.setInterval(async () => {
    if (sheet.meeting.over) return window.clearInterval(timer);
    if (document.hidden) return;
    const from = Math.max(1, (sheet.lines.at(-1)?.number ?? 1) - UNSETTLED);
    const now = await ask(`${sheet.path}?first=${from}`).catch(() => null);
    if (!now || left.aborted) return;
    const main = at("main").getBoundingClientRect();
    const atEnd = main.bottom - window.innerHeight < 120;
    take(now, from);
    if (atEnd) window.scrollTo(0, document.documentElement.scrollHeight);
  }, LOOK);
  left.addEventListener("abort", () => window.clearInterval(timer));
}
