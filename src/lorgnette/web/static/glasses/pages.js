/** What is on the lens: the cards of all slots, the latest on top, page after page by itself. */

/**
 * @typedef {import("./types.js").Show} Show
 * @typedef {import("./types.js").View} View
 * @typedef {import("./types.js").Card} Card
 * @typedef {{view: View | null, card: Card | null, page: number, pages: number, shown: number}} Look
 */

/** @type {Look} */
const NOTHING = { view: null, card: null, page: 0, pages: 0, shown: 0 };

/** The pages of each slot. Pure: times are given, in milliseconds. */
export class Pages {
  /** @type {Map<string, {card: Card, views: View[], first: number, shown: number, since: number}>} */
  #slots = new Map();

  /**
   * Put a card on top.
   * @param {Show} show
   * @param {number} now
   */
  show({ card, slot = "main", pages = [], page = 0 }, now) {
    this.#slots.delete(slot);
    this.#slots.set(slot, { card, views: pages, first: page, shown: now, since: now });
  }

  /**
   * The card of a slot has changed: the wearer stays on the page they are at. A new slot is under all others.
   * @param {Show} show
   * @param {number} now
   */
  update(show, now) {
    const { card, slot = "main", pages = [] } = show;
    const old = this.#slots.get(slot);
    const same = old?.views.length === pages.length;
    const { first, since } = old && same ? old : { first: show.page ?? 0, since: now };
    const changed = { card, views: pages, first, shown: now, since };
    if (old) this.#slots.set(slot, changed);
    else this.#slots = new Map([[slot, changed], ...this.#slots]);
  }

  /**
   * Take the card of a slot away.
   * @param {string} slot
   */
  clear(slot) {
    this.#slots.delete(slot);
  }

  /** Take everything away. */
  wipe() {
    this.#slots.clear();
  }

  /**
   * What is to be seen now.
   * @param {number} now
   * @returns {Look}
   */
  look(now) {
    const top = [...this.#slots.values()].at(-1);
    if (!top) return NOTHING;
    const { page } = this.#turned(top, now);
    const { views, card, shown } = top;
    return { view: views[page] ?? null, card, page, pages: views.length, shown };
  }

  /**
   * Milliseconds until the next page, Infinity on the last.
   * @param {number} now
   */
  until(now) {
    const top = [...this.#slots.values()].at(-1);
    return top ? this.#turned(top, now).left : Infinity;
  }

  /** @param {{views: View[], first: number, since: number}} slot @param {number} now */
  #turned({ views, first, since }, now) {
    let [page, left] = [Math.min(first, Math.max(views.length - 1, 0)), since - now];
    for (; page < views.length - 1; page++) {
      left += views[page].seconds * 1000;
      if (left > 0) return { page, left };
    }
    return { page, left: Infinity };
  }
}
