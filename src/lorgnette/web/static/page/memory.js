/** What the page remembers while it is open: what is on the lens, and the turns of this sitting. */

/** @typedef {import("../glasses/glasses.js").Glasses} Glasses */
/** @typedef {{ who: "wearer" | "hub", text: string, final: boolean, epoch: number }} Line */

const LINES = 40;

export class Memory extends EventTarget {
  /** @type {Line[]} */
  lines = [];
  /** What is being written and not yet sent. */
  draft = "";
  /** @type {string[]} */
  wakeWords = [];
  /** @type {import("../glasses/pages.js").Look}  what is to be drawn */
  lens = { page: 0, pages: 0, view: null, card: null, shown: 0 };

  /** @param {Glasses} glasses @param {string} profile */
  constructor(glasses, profile) {
    super();
    this.profile = profile;
    glasses.addEventListener("turn", (event) => this.#add(/** @type {CustomEvent} */ (event).detail));
    glasses.addEventListener("lens", (event) => {
      this.lens = /** @type {CustomEvent} */ (event).detail;
      this.#tell("lens");
    });
    glasses.addEventListener("message", (event) => {
      const message = /** @type {CustomEvent} */ (event).detail;
      if (message.type === "welcome") this.wakeWords = message.wake_words ?? [];
    });
  }

  /** @param {Line} line  a line that is not final yet is replaced by the next of the same voice */
  #add(line) {
    const last = this.lines.findLastIndex((each) => each.who === line.who && !each.final);
    if (last >= 0) this.lines.splice(last, 1);
    if (line.text) this.lines.push(line);
    this.lines = this.lines.slice(-LINES);
    this.#tell("lines");
  }

  /** @param {string} what */
  #tell(what) {
    this.dispatchEvent(new Event(what));
  }
}
