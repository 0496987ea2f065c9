/** How the glasses are: battery, position, volume, brightness. The hub is told of changes. */
import { battery } from "./battery.js";
import { Whereabouts } from "./position.js";

/** Milliseconds within which changes are told together. */
const GATHER = 200;

/** What a `status` says. */
export class Condition {
  /** @type {import("./types.js").Battery | null} */
  battery = null;
  /** 0 to 100. */
  volume = 60;
  /** 0 to 100. */
  brightness = 100;
  whereabouts = new Whereabouts(() => this.tell());
  #gathering = 0;

  /**
   * @param {(status: import("./types.js").Status) => void} report  To the hub.
   * @param {() => void} changed  To the page, at once.
   */
  constructor(report, changed) {
    this.report = report;
    this.changed = changed;
  }

  /** Follow the battery from now on. */
  watch() {
    battery((news) => {
      this.battery = news;
      this.tell();
    });
  }

  /** Something has changed. */
  tell() {
    this.changed();
    if (this.#gathering) return;
    this.#gathering = setTimeout(() => {
      this.#gathering = 0;
      const { volume, brightness } = this;
      const { percent = null, charging = null } = this.battery ?? {};
      const { position } = this.whereabouts;
      this.report({ type: "status", battery: percent, charging, volume, brightness, position });
    }, GATHER);
  }
}
