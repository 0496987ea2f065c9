/** Speech arrives at the ear once, whatever is sent again. */

/** @typedef {import("./types.js").Speech} Speech */

/** Epochs whose length is remembered; more are never under way at once. */
const REMEMBERED = 16;

/** Knows which speech the glasses have, and which was flushed. */
export class SpeechOnce {
  /** @type {Map<number, number>} */
  #next = new Map();
  #flushed = -1;

  /**
   * The part of a piece of speech that is new, if any.
   * @param {Speech} speech
   * @returns {Speech | null}
   */
  news(speech) {
    const have = this.#next.get(speech.epoch) ?? 0;
    const end = speech.sample + speech.sound.length;
    if (speech.epoch <= this.#flushed || end <= have || !speech.sound.length) return null;
    this.#next.set(speech.epoch, end);
    if (this.#next.size > REMEMBERED) this.#next.delete(Math.min(...this.#next.keys()));
    if (speech.sample >= have) return speech;
    return { ...speech, sample: have, sound: speech.sound.subarray(have - speech.sample) };
  }

  /**
   * Speech up to and including this epoch is over.
   * @param {number} epoch
   */
  flush(epoch) {
    this.#flushed = Math.max(this.#flushed, epoch);
    for (const one of this.#next.keys()) if (one <= epoch) this.#next.delete(one);
  }
}
