/** Moments put together to turns. */

/** @typedef {import("./moments.js").Moment} Moment */

/**
 * @typedef {object} Turn  One exchange, as far as it has gone.
 * @property {Moment[]} moments  In the order they came.
 */

/** What may come after the end of a turn that nobody saw begin. */
const LEFT = new Set(["done", "engine", "flush", "duck", "adjust", "activity"]);
const BEGINS = new Set(["wake", "speech_started", "partial", "heard"]);
const KEPT = 20;

/** The newest turns. */
export class Turns {
  /** @type {Turn[]} the newest first */
  all = [];
  /** @type {Map<number, Turn>} the last of each session */
  #last = new Map();

  /** @param {Moment} moment @returns {Turn | null} the turn it belongs to */
  add(moment) {
    let turn = this.#last.get(moment.session);
    if (!turn && LEFT.has(moment.type)) return null;
    if (!turn || begins(moment, turn)) {
      turn = { moments: [] };
      this.#last.set(moment.session, turn);
      this.all = [turn, ...this.all].slice(0, KEPT);
    }
    turn.moments.push(moment);
    return turn;
  }

  /** The times of what comes begin again. */
  restart() {
    this.#last.clear();
  }
}

/** @param {Moment} moment @param {Turn} turn */
function begins(moment, turn) {
  const types = new Set(turn.moments.map((each) => each.type));
  if (BEGINS.has(moment.type)) return types.has("heard") || types.has("done");
  return types.has("done") && moment.type === "earcon"; // a ring: nobody asked
}

/**
 * What a turn was about.
 * @param {Turn} turn
 * @returns {string}
 */
export function heading({ moments }) {
  const heard = moments.find((each) => each.type === "heard");
  const wake = moments.find((each) => each.type === "wake");
  const said = moments.find((each) => each.type === "say");
  return heard?.text ?? said?.text ?? wake?.word ?? "…";
}

/**
 * Seconds from what was heard to the first sound of the answer.
 * @param {Turn} turn
 * @returns {number | null}
 */
export function answeredIn({ moments }) {
  const heard = moments.find((each) => each.type === "heard");
  const sound = heard && moments.find((each) => each.type === "sound" && each.at >= heard.at);
  return heard && sound ? sound.at - heard.at : null;
}

/**
 * What a moment says, in a few words of its own.
 * @param {Moment} moment
 * @returns {string}
 */
export function told(moment) {
  switch (moment.type) {
    case "intent": return [`${moment.skill}.${moment.action}`, ...slots(moment)].join(" ");
    case "engine": return [moment.engine, moment.provider, `${milliseconds(moment.seconds ?? 0)} ms`,
      moment.ok === false ? "✗" : ""].filter(Boolean).join(" ");
    case "card": return moment.card?.title ?? "";
    case "duck": return moment.on ? "↓" : "↑";
    default: return moment.text ?? moment.word ?? moment.name ?? moment.message ?? "";
  }
}

/** @param {Moment} moment @returns {string[]} `name=value` of each slot */
export const slots = ({ slots: found = {} }) =>
  Object.entries(found).map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);

/** @param {number} seconds */
export const milliseconds = (seconds) => Math.round(seconds * 1000);
