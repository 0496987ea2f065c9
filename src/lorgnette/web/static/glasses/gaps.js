/** Finds the time in which a running microphone gave nothing. */

/** Milliseconds that sound may be late without having been lost. */
const LATE = 500;
/** Milliseconds of sound that must be late before it counts: after a stall it may catch up. */
const SURE = 500;

/** Compares the time of sound with the time of a clock. Pure: both are given. */
export class Gaps {
  #offset = Infinity;
  #late = 0;

  /** The microphone is off: what is not heard now is not lost. */
  reset() {
    this.#offset = Infinity;
    this.#late = 0;
  }

  /**
   * Milliseconds that were lost before a sound, mostly 0.
   * @param {number} now  Milliseconds, of a clock that runs while the laptop sleeps.
   * @param {number} heard  Milliseconds of sound since the beginning.
   * @param {number} length  Milliseconds of this sound.
   */
  lost(now, heard, length) {
    const offset = now - heard;
    this.#offset = Math.min(offset, this.#offset + length / 1000);
    this.#late = offset - this.#offset > LATE ? this.#late + length : 0;
    if (this.#late < SURE) return 0;
    const lost = offset - this.#offset;
    this.#offset = offset;
    this.#late = 0;
    return lost;
  }
}
