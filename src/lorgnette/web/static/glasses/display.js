/** The lens without its light: tells what is to be drawn, whenever a card comes or a page turns. */
import { Drawings } from "./drawings.js";
import { Pages } from "./pages.js";

/** Pages that turn by the clock. */
export class Display {
  pages = new Pages();
  drawings = new Drawings();
  #turning = 0;

  /** @param {(look: import("./pages.js").Look) => void} told */
  constructor(told) {
    this.told = told;
  }

  /** Take everything off. */
  wipe() {
    this.pages.wipe();
    this.tell();
  }

  /**
   * A picture for cards has come.
   * @param {import("./types.js").Drawing} drawing
   */
  async keep(drawing) {
    await this.drawings.keep(drawing);
    this.tell();
  }

  /** Tell what is to be seen now, and again when the next page is. */
  tell() {
    this.told(this.pages.look(Date.now()));
    clearTimeout(this.#turning);
    const wait = this.pages.until(Date.now());
    if (wait < Infinity) this.#turning = setTimeout(() => this.tell(), wait);
  }
}
