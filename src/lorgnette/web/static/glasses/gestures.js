/** What a finger on the temple means. Pure: places in pixels and times in milliseconds are given. */

/** @typedef {import("./types.js").Gesture} Gesture */

/** A second tap within this time belongs to the first. */
const DOUBLE = 300;
/** A finger that rests for so long means it. */
const LONG = 500;
/** Pixels that a finger must move to slide. */
const SLIDE = 30;

/** Recognises gestures of one finger; a second finger breaks off what the first began. */
export class Gestures {
  /** @type {{x: number, y: number, at: number} | null} */
  #down = null;
  #moved = 0;
  #tapped = -Infinity;

  /**
   * A finger touches.
   * @param {number} x
   * @param {number} y
   * @param {number} now
   * @returns {Gesture[]}
   */
  down(x, y, now) {
    const before = this.tick(now);
    this.#down = this.#down ? null : { x, y, at: now };
    this.#moved = 0;
    return before;
  }

  /** @param {number} x @param {number} y */
  move(x, y) {
    if (!this.#down) return;
    const [right, up] = [x - this.#down.x, this.#down.y - y];
    this.#moved = Math.abs(right) >= Math.abs(up) ? right : up;
  }

  /**
   * The finger leaves.
   * @param {number} now
   * @returns {Gesture[]}
   */
  up(now) {
    if (!this.#down) return [];
    const rested = now - this.#down.at >= LONG;
    this.#down = null;
    if (Math.abs(this.#moved) >= SLIDE) {
      return [...this.#settle(), this.#moved > 0 ? "slide_forward" : "slide_back"];
    }
    if (rested) return [...this.#settle(), "long_press"];
    if (this.#tapped > -Infinity) {
      this.#tapped = -Infinity;
      return ["double_tap"];
    }
    this.#tapped = now;
    return [];
  }

  /** What began means nothing. */
  cancel() {
    this.#down = null;
  }

  /**
   * What has become clear by waiting.
   * @param {number} now
   * @returns {Gesture[]}
   */
  tick(now) {
    if (this.#down) {
      if (now - this.#down.at < LONG || Math.abs(this.#moved) >= SLIDE) return [];
      this.#down = null;
      return [...this.#settle(), "long_press"];
    }
    return now - this.#tapped > DOUBLE ? this.#settle() : [];
  }

  /**
   * Milliseconds until something becomes clear by waiting.
   * @param {number} now
   */
  until(now) {
    if (this.#down) return Math.max(0, this.#down.at + LONG - now);
    return Math.max(0, this.#tapped > -Infinity ? this.#tapped + DOUBLE + 1 - now : Infinity);
  }

  /**
   * A single tap that waited for a second one.
   * @returns {Gesture[]}
   */
  #settle() {
    if (this.#tapped === -Infinity) return [];
    this.#tapped = -Infinity;
    return ["tap"];
  }
}
