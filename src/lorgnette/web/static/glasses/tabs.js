/** One pair of glasses is worn in one tab: the last that was asked for has them. */

const NAME = "lorgnette.glasses";

/** The right to wear the glasses in this tab. Without web locks every tab has it. */
export class Tabs {
  /** @type {(() => void) | null} */
  #release = null;
  /** @type {AbortController | null} */
  #queue = null;
  /** @type {Promise<unknown>} */
  #asked = Promise.resolve();

  /**
   * @param {() => void} given  This tab may wear them now: another let go.
   * @param {() => void} taken  Another tab has taken them.
   */
  constructor(given, taken) {
    this.given = given;
    this.taken = taken;
  }

  /**
   * Ask for the glasses; false when another tab has them, and then `given` may come later.
   * @param {boolean} take  Take them away from the other tab.
   * @returns {Promise<boolean>}
   */
  ask(take) {
    const answer = this.#asked.then(() => this.#ask(take));
    this.#asked = answer;
    return answer;
  }

  /** Let another tab have them. */
  release() {
    this.#queue?.abort();
    this.#release?.();
    this.#release = null;
  }

  /** @param {boolean} take */
  async #ask(take) {
    if (this.#release || !navigator.locks) return true;
    this.#queue?.abort();
    if (await this.#request(take ? { steal: true } : { ifAvailable: true })) return true;
    const queue = new AbortController();
    this.#queue = queue;
    this.#request({ signal: queue.signal }).then((got) => got && this.given());
    return false;
  }

  /** @param {LockOptions} options @returns {Promise<boolean>} */
  #request(options) {
    return new Promise((decided) => {
      const held = navigator.locks.request(NAME, options, (lock) => {
        if (!lock) return decided(false);
        return new Promise((release) => {
          this.#release = () => release(undefined);
          decided(true);
        });
      });
      held.catch(() => {
        decided(false);
        this.#lose();
      });
    });
  }

  #lose() {
    if (!this.#release) return;
    this.#release = null;
    this.taken();
  }
}
