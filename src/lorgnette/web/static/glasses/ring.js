/** What the glasses have to say, kept until the hub has it. */
import { SAMPLE_RATE } from "./frames.js";

/**
 * @typedef {import("./types.js").Sound} Sound
 * @typedef {import("./types.js").Microphone} Microphone
 * @typedef {import("./types.js").Said & {number: number}} Numbered
 * @typedef {Microphone | Numbered} Kept
 */

/**
 * The last seconds of the microphone, and the numbered messages between its sounds.
 *
 * When the hub stays away for longer than the ring is, the oldest sound goes first, and the frame
 * after it says so.
 */
export class AudioRing {
  /** Samples the microphone has given; what was lost while it ran counts too. */
  recorded = 0;
  /** The last number given to a message. */
  number = 0;
  /** Samples that are kept in frames. */
  samples = 0;

  /** @type {Kept[]} */
  #kept = [];
  #sent = 0;
  #rest = new Int16Array(0);
  #lost = false;

  /** @param {import("./types.js").Limits} limits  Until the welcome brings the hub's own. */
  constructor(limits) {
    this.limits = limits;
    /** Samples a frame. */
    this.chunk = limits.listening_chunk;
  }

  /** Seconds of sound that the hub has not acknowledged. */
  get seconds() {
    return (this.samples + this.#rest.length) / SAMPLE_RATE;
  }

  /**
   * Add sound from the microphone, cut into frames of `chunk` samples.
   * @param {Sound} sound
   */
  record(sound) {
    this.recorded += sound.length;
    let rest = joined(this.#rest, sound);
    for (; rest.length >= this.chunk; rest = rest.subarray(this.chunk)) {
      this.#keep(rest.slice(0, this.chunk), this.recorded - rest.length, false);
    }
    this.#rest = rest.slice();
  }

  /** The microphone stops here: send what did not fill a frame, and say so. */
  end() {
    this.#keep(this.#rest, this.recorded - this.#rest.length, true);
    this.#rest = new Int16Array(0);
  }

  /**
   * Time passed in which nothing was recorded, or, when `lost`, in which something should have been.
   * @param {number} samples
   * @param {boolean} lost
   */
  skip(samples, lost) {
    if (this.#rest.length) this.#keep(this.#rest, this.recorded - this.#rest.length, false);
    this.#rest = new Int16Array(0);
    this.recorded += samples;
    this.#lost ||= lost;
  }

  /**
   * Number and keep a message; false when too many wait for the hub already.
   * @param {import("./types.js").Said} message
   */
  say(message) {
    const waiting = this.#kept.filter((kept) => "number" in kept).length;
    if (waiting >= this.limits.ring_messages) return false;
    this.number += 1;
    this.#kept.push({ ...message, number: this.number });
    return true;
  }

  /**
   * The hub has all samples before `sample` and all messages up to `number`.
   * @param {number} sample
   * @param {number} number
   */
  acknowledge(sample, number) {
    this.#forget((kept) => ("number" in kept ? kept.number <= number : endOf(kept) <= sample));
  }

  /** A new connection: everything kept is to be sent again. */
  rewind() {
    this.#sent = 0;
  }

  /** There is something that was not sent on this connection. */
  get waiting() {
    return this.#sent < this.#kept.length;
  }

  /**
   * What was not sent on this connection yet; from now on it counts as sent.
   * @param {number} [most]  How many at most.
   */
  unsent(most = Infinity) {
    const news = this.#kept.slice(this.#sent, this.#sent + most);
    this.#sent += news.length;
    return news;
  }

  /** @param {Sound} sound @param {number} sample @param {boolean} end */
  #keep(sound, sample, end) {
    this.#kept.push({ kind: "microphone", sample, sound, end, lost: this.#lost });
    this.#lost = false;
    this.samples += sound.length;
    while (this.samples > this.limits.ring_seconds * SAMPLE_RATE) this.#loseOldest();
  }

  #loseOldest() {
    const [oldest, next] = this.#kept.filter((kept) => "sound" in kept);
    this.#forget((kept) => kept === oldest);
    if (next && "sound" in next) next.lost = true;
    else this.#lost = true;
  }

  /** @param {(kept: Kept) => boolean} done */
  #forget(done) {
    const sent = this.#kept.slice(0, this.#sent).filter((kept) => !done(kept)).length;
    this.#kept = this.#kept.filter((kept) => !done(kept));
    this.#sent = sent;
    this.samples = this.#kept.reduce((sum, kept) => sum + ("sound" in kept ? kept.sound.length : 0), 0);
  }
}

/** @param {Microphone} heard */
function endOf(heard) {
  return heard.sample + heard.sound.length;
}

/** @param {Sound} one @param {Sound} other */
function joined(one, other) {
  const both = new Int16Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
