/** Letting another pair of glasses in: a code, the same as a QR code, and how to use them. */
import { Refusal, ask } from "../../page/ask.js";
import { fill, h, icon } from "../../page/dom.js";
import { nothing, trouble } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { left as timeLeft } from "../../page/when.js";

/**
 * @typedef {{ code: string, expires: string | number, addresses: string[],
 *   fingerprint: string | null, qr: { size: number, path: string } }} Pairing
 */

/** @param {AbortSignal} left */
export function invitation(left) {
  const region = h("div", { "aria-live": "polite" });
  const begin = async () => {
    try {
      fill(region, code(await ask("/api/pairings", { method: "POST", body: {} }), begin, left));
    } catch (reason) {
      const alone = reason instanceof Refusal && reason.code === "alone";
      if (alone) fill(region, nothing(say("pair_alone"), say("pair_alone_what")));
      else fill(region, trouble(reason, begin));
    }
  };
  fill(region, h("button.primary", { type: "button", click: begin }, icon("add"), say("pair_begin")));
  return h("section.pairing", {}, h("h2", {}, say("pair_another")), h("p.soft", {}, say("pair_another_what")), region);
}

/** @param {Pairing} pairing @param {() => void} again @param {AbortSignal} left */
function code(pairing, again, left) {
  const expires = new Date(typeof pairing.expires === "number" ? pairing.expires * 1000 : pairing.expires).getTime();
  const time = h("p.soft", { role: "timer", "aria-live": "off" });
  const card = h("div.card.code", {}, drawing(pairing.qr),
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
  left.addEventListener("abort", () => window.clearInterval(timer));
  tick();
  return card;
}

/** @param {{ size: number, path: string }} qr */
function drawing({ size, path }) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const dots = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", say("pair_qr"));
  svg.setAttribute("shape-rendering", "crispEdges");
  dots.setAttribute("d", path);
  svg.append(dots);
  return svg;
}
