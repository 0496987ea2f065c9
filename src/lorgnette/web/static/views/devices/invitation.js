/** Letting another pair of glasses in: a code, the same as a QR code, and how to use them. */
import { Refusal, ask, token } from "../../page/ask.js";
import { fill, h, icon } from "../../page/dom.js";
import { nothing, trouble } from "../../page/loading.js";
import { qr } from "../../page/qr.js";
import { say } from "../../page/say.js";
import { left as timeLeft } from "../../page/when.js";

/**
 * @typedef {{ code: string, expires: string | number, addresses: string[],
 *   fingerprint: string | null, qr: { size: number, path: string } }} Pairing
 */

/** A code at a time, for whoever the owner wants; it goes as soon as it was used. */
export class Invitation {
  #region = h("div", { "aria-live": "polite" });
  /** @type {Set<number> | null}  The glasses that are paired already, once they are known. */
  #known = null;
  /** @type {AbortController | null}  While a code is shown. */
  #shown = null;

  /** @param {AbortSignal} left */
  constructor(left) {
    left.addEventListener("abort", () => this.#shown?.abort());
    fill(this.#region, token() ? h("p", {}, say("error_owner")) : this.#begin());
    this.section = h("section.pairing", {},
      h("h2", {}, say("pair_another")), h("p.soft", {}, say("pair_another_what")), this.#region);
  }

  /**
   * These glasses are paired now.
   * @param {{ id: number, name: string }[]} pairs
   */
  saw(pairs) {
    const fresh = pairs.find(({ id }) => this.#known && !this.#known.has(id));
    this.#known = new Set(pairs.map(({ id }) => id));
    if (!fresh || !this.#shown) return;
    this.#shown.abort();
    this.#shown = null;
    fill(this.#region, h("p.strong.paired", {}, icon("check"), say("pair_came", fresh)), this.#begin());
  }

  /** Whose glasses they will be, and the button. */
  #begin() {
    const wearer = /** @type {HTMLInputElement} */ (
      h("input", { id: "wearer", maxlength: 40, autocomplete: "off", placeholder: say("pair_wearer_example") })
    );
    const submit = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      this.#invite(wearer.value.trim());
    };
    return h("form.line", { submit },
      h("label", { for: "wearer" }, say("pair_wearer")),
      h("div.field", {}, wearer, h("button.primary", { type: "submit" }, icon("add"), say("pair_begin"))));
  }

  /** @param {string} wearer */
  async #invite(wearer) {
    this.#shown?.abort();
    const over = (this.#shown = new AbortController());
    const again = () => this.#invite(wearer);
    try {
      const pairing = await ask("/api/pairings", { method: "POST", body: wearer ? { wearer } : {} });
      if (!over.signal.aborted) fill(this.#region, code(pairing, again, over.signal));
    } catch (reason) {
      const alone = reason instanceof Refusal && reason.code === "alone";
      if (alone) fill(this.#region, nothing(say("pair_alone"), say("pair_alone_what")));
      else fill(this.#region, trouble(reason, again));
    }
  }
}

/** @param {Pairing} pairing @param {() => void} again @param {AbortSignal} over */
function code(pairing, again, over) {
  const expires = new Date(typeof pairing.expires === "number" ? pairing.expires * 1000 : pairing.expires).getTime();
  const time = h("p.soft", { role: "timer", "aria-live": "off" });
  const card = h("div.card.code", {}, qr(pairing.qr, say("pair_qr")),
    h("ol", {},
      h("li", {}, say("pair_step_scan"), ...pairing.addresses.map((address) => h("p.address", {}, address))),
      pairing.fingerprint && h("li", {}, say("pair_step_trust"), h("p.fingerprint", {}, pairing.fingerprint)),
      h("li", {}, say("pair_step_code"), h("p.secret", {}, pairing.code), time)));

  function tick() {
    const seconds = (expires - Date.now()) / 1000;
    time.textContent = say("pair_expires", { time: timeLeft(seconds) });
    if (seconds > 0) return;
    window.clearInterval(timer);
    fill(card, h("p", {}, say("pair_expired")), h("button", { type: "button", click: again }, say("pair_new_code")));
  }
  const timer = window.setInterval(tick, 1000);
  over.addEventListener("abort", () => window.clearInterval(timer));
  tick();
  return card;
}
