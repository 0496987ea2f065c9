/** A turn drawn as lanes over time. Who cannot see it reads the table of the same moments. */
import { h } from "../page/dom.js";
import { say } from "../page/say.js";
import { told } from "./turns.js";

/** @typedef {import("./moments.js").Moment} Moment */
/** @typedef {import("../page/say.js").Word} Word */
/** @typedef {{ from: number, to: number }} Span  in seconds */

/** @type {[Word, string[]][]} */
const LANES = [
  ["panel_lane_voice", ["wake", "speech_started", "partial", "heard"]],
  ["panel_lane_meaning", ["intent", "question", "offer", "error"]],
  ["panel_lane_answer", ["card", "say", "sound", "earcon", "duck", "flush", "adjust", "activity", "done"]],
];
const STEPS = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60];
const SHORTEST = 0.3;

/** @param {Moment[]} moments @returns {HTMLElement} */
export function lanes(moments) {
  const span = spanOf(moments);
  const engines = [...new Set(moments.flatMap((each) => each.engine ?? []))];
  const [voice, meaning, answer] = LANES.map(([name, types]) =>
    lane(say(name), moments.filter((each) => types.includes(each.type)).map((each) => mark(each, span))));
  const worked = engines.map((engine) =>
    lane(engine, moments.filter((each) => each.engine === engine).map((each) => bar(each, span))));
  return h("div.lanes", { "aria-hidden": "true" },
    h("div.bands", {}, bands(moments, span)), voice, meaning, worked, answer, axis(span));
}

/** @param {Moment[]} moments @returns {Span} */
function spanOf(moments) {
  const from = Math.min(...moments.map((each) => each.at - (each.seconds ?? 0)));
  return { from, to: Math.max(from + SHORTEST, ...moments.map((each) => each.at)) };
}

/** @param {string} name @param {HTMLElement[]} things */
const lane = (name, things) =>
  h("div.lane", {}, h("span.lane-name", {}, name), h("div.lane-track", {}, things));

/** @param {Moment} moment @param {Span} span */
function mark(moment, span) {
  const text = told(moment);
  const made = h(`span.mark.mark-${moment.type}`, { title: `${moment.type} ${text}`.trim() });
  return placed(made, span, moment.at);
}

/** @param {Moment} moment @param {Span} span */
function bar(moment, span) {
  const seconds = moment.seconds ?? 0;
  const made = h(`span.bar${moment.ok === false ? ".bar-failed" : ""}`, { title: told(moment) });
  if (moment.first != null && seconds > 0) made.style.setProperty("--first", `${(moment.first / seconds) * 100}%`);
  return placed(made, span, moment.at - seconds, moment.at);
}

/** @param {Moment[]} moments @param {Span} span */
function bands(moments, span) {
  /** @type {{ epoch: number, at: number }[]} */
  const begins = [];
  for (const { epoch, at } of moments) {
    if (begins.at(-1)?.epoch !== epoch) begins.push({ epoch, at: begins.length ? at : span.from });
  }
  return begins.map(({ epoch, at }, index) =>
    placed(h("span.band", {}, h("span", {}, `${epoch}`)), span, at, begins[index + 1]?.at ?? span.to));
}

/** @param {Span} span */
function axis(span) {
  const whole = span.to - span.from;
  const step = STEPS.find((each) => whole / each <= 5) ?? whole;
  const ticks = Array.from({ length: Math.ceil((whole * 0.95) / step) }, (_, index) => index * step); // none at the edge
  return lane("", ticks.map((tick) =>
    placed(h("span.tick", {}, `${Number(tick.toFixed(2))}`), span, span.from + tick)));
}

/** @param {HTMLElement} made @param {Span} span @param {number} from @param {number} [to] */
function placed(made, span, from, to) {
  const share = (/** @type {number} */ at) => ((at - span.from) / (span.to - span.from)) * 100;
  made.style.left = `${share(from)}%`;
  if (to !== undefined) made.style.width = `${share(to) - share(from)}%`;
  return made;
}
