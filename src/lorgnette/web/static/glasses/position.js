/** Where the wearer is, while they allow it. */

/** @typedef {import("./types.js").SenseState} SenseState */

const WANTED = { enableHighAccuracy: true, maximumAge: 1000, timeout: 30000 };
const REFUSED = 1;

/** Follows the position of the device. */
export class Whereabouts {
  /** @type {SenseState} */
  state = "off";
  /** @type {import("./types.js").Position | null} */
  position = null;
  /** When that was so, in milliseconds as of `Date.now()`. */
  at = 0;
  #watch = 0;
  #looking = false;

  /** @param {() => void} changed */
  constructor(changed) {
    this.changed = changed;
  }

  on() {
    if (this.#watch) return;
    if (!navigator.geolocation) return this.#become("missing", null);
    this.#become("asking", null);
    this.#watch = navigator.geolocation.watchPosition(
      (found) => this.#find(found),
      ({ code }) => this.#fail(code),
      WANTED,
    );
  }

  /** Look once more where the wearer is: of who stands still a watch may tell nothing. */
  again() {
    if (!this.#watch || this.#looking) return;
    this.#looking = true;
    const over = (/** @type {GeolocationPosition | null} */ found) => {
      this.#looking = false;
      if (found) this.#find(found);
    };
    navigator.geolocation.getCurrentPosition(over, () => over(null), WANTED);
  }

  /** @param {GeolocationPosition} found */
  #find({ coords, timestamp }) {
    if (!this.#watch) return;
    this.at = timestamp;
    this.#become("on", plain(coords));
  }

  off() {
    if (this.#watch) navigator.geolocation.clearWatch(this.#watch);
    this.#watch = 0;
    this.#become("off", null);
  }

  /** @param {number} code */
  #fail(code) {
    if (code === REFUSED) this.off();
    this.#become(code === REFUSED ? "refused" : "lost", this.position);
  }

  /** @param {SenseState} state @param {import("./types.js").Position | null} position */
  #become(state, position) {
    this.state = state;
    this.position = position;
    this.changed();
  }
}

/** @param {GeolocationCoordinates} coords @returns {import("./types.js").Position} */
function plain({ latitude, longitude, accuracy, heading, speed }) {
  const facing = heading === null || Number.isNaN(heading) ? null : heading;
  const pace = speed === null ? null : Math.min(Math.max(speed, 0), 1000);
  return { latitude, longitude, accuracy: Math.min(accuracy, 1e6), heading: facing, speed: pace };
}
