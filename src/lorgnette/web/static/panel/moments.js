/** The hub's timeline, a moment a line, for as long as somebody looks. */
import { follow as lines } from "../page/lines.js";

/**
 * @typedef {object} Moment  What happened in a session.
 * @property {number} at  Seconds since this page began to read.
 * @property {string} type
 * @property {number} epoch
 * @property {number} session
 * @property {string} [text]
 * @property {string} [word]
 * @property {string} [name]
 * @property {string} [skill]
 * @property {string} [action]
 * @property {Record<string, unknown>} [slots]
 * @property {string} [engine]
 * @property {string} [provider]
 * @property {number} [seconds]
 * @property {number | null} [first]
 * @property {boolean} [ok]
 * @property {boolean} [on]
 * @property {string} [message]
 * @property {{ title?: string }} [card]
 */

/** Lines about the timeline itself. */
const NOTES = new Set(["watching", "quiet", "lost"]);

/**
 * Read moments until `left`.
 * @param {(moment: Moment) => void} told
 * @param {(there: boolean) => void} news  whether the hub is there
 * @param {AbortSignal} left
 */
export function follow(told, news, left) {
  lines("/api/timeline", (/** @type {Moment} */ moment) => NOTES.has(moment.type) || told(moment), news, left);
}
