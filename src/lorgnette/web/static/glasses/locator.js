/** Tells the hub where the wearer is, as often as it asks, and only then. */

/** @typedef {import("./types.js").SenseState} SenseState */

/** Milliseconds after which a position that has not changed is looked up again. */
const STILL = 3000;

/** Milliseconds after which it is looked whether the first position has come. */
const SOON = 100;

/**
 * Why the hub gets no position, as in `lost`.
 * @type {Partial<Record<SenseState, string>>}
 */
const EXCUSES = { asking: "asking", refused: "refused", missing: "missing", lost: "silent" };

/** Switches the position on for as long as the hub wants it. */
export class Locator {
  #timer = 0;
  #told = 0;
  #excuse = "";
  #borrowed = false;

  /**
   * @param {import("./position.js").Whereabouts} whereabouts
   * @param {(position: import("./types.js").Position, age: number) => void} send  Age in seconds.
   * @param {(reason: string) => void} lost
   */
  constructor(whereabouts, send, lost) {
    this.whereabouts = whereabouts;
    this.send = send;
    this.lost = lost;
  }

  /** Whether the hub is being told. */
  get busy() {
    return this.#timer !== 0 && this.whereabouts.state === "on";
  }

  /** @param {import("./types.js").Other} wish */
  locate({ rate = 0 }) {
    window.clearInterval(this.#timer);
    this.#timer = this.#told = 0;
    this.#excuse = "";
    if (!rate) return this.rest();
    if (!["on", "asking"].includes(this.whereabouts.state)) {
      this.#borrowed = true;
      this.whereabouts.on();
    }
    this.#timer = window.setInterval(() => this.#tell(), 1000 / rate);
    this.#tell();
  }

  /** Tell nothing more; a receiver that was off before is off again. */
  rest() {
    window.clearInterval(this.#timer);
    this.#timer = 0;
    if (this.#borrowed) this.whereabouts.off();
    this.#borrowed = false;
  }

  /** The wearer wants the position for themselves, too: it stays on. */
  keep() {
    this.#borrowed = false;
  }

  #tell() {
    const { position, at, state } = this.whereabouts;
    if (!this.#told) window.setTimeout(() => this.#timer && !this.#told && this.#tell(), SOON);
    const excuse = EXCUSES[state] ?? "";
    if (excuse !== this.#excuse) {
      this.#excuse = excuse;
      if (excuse) this.lost(excuse);
    }
    const age = Math.max(0, Date.now() - at);
    if (state === "asking" || age > STILL) this.whereabouts.again();
    if (state !== "on" || !position) return;
    if (at <= this.#told) return;
    this.#told = at;
    this.send(position, age / 1000);
  }
}
