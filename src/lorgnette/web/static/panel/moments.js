/** The hub's timeline, a moment a line, for as long as somebody looks. */
import { Away, fetched, Refusal } from "../page/ask.js";

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
const AGAIN = 2000;

/**
 * Read moments until `left`, again when the hub was away.
 * @param {(moment: Moment) => void} told
 * @param {(there: boolean) => void} news  whether the hub is there
 * @param {AbortSignal} left
 */
export async function follow(told, news, left) {
  while (!left.aborted) {
    try {
      const answer = await fetched("/api/timeline", { signal: left });
      news(true);
      await read(answer, told);
    } catch (reason) {
      if (left.aborted) return;
      const gone = reason instanceof Away || reason instanceof Refusal || reason instanceof TypeError;
      if (!gone) throw reason;
    }
    news(false);
    await new Promise((resume) => setTimeout(resume, AGAIN));
  }
}

/** @param {Response} answer @param {(moment: Moment) => void} told */
async function read(answer, told) {
  if (!answer.body) return;
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter(Boolean)) {
      const moment = JSON.parse(line);
      if (!NOTES.has(moment.type)) told(moment);
    }
  }
}
