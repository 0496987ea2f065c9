/** The lens: the camera's picture or a quiet scene, and the light of the display over it. */
import { describe, draw, runs } from "../../glasses/lens.js";
import { fill, h, icon } from "../../page/dom.js";
import { say } from "../../page/say.js";

/** @param {import("../../page/route.js").Page} page */
export function stage({ glasses, memory, left }) {
  const canvas = /** @type {HTMLCanvasElement} */ (h("canvas.display", { role: "img" }));
  const video = /** @type {HTMLVideoElement} */ (
    h("video.picture", { muted: true, playsinline: true, hidden: true, "aria-hidden": "true" })
  );
  video.muted = true;
  const ear = h("div.ear", { hidden: true }, h("span.ring"), h("span.ring"), h("span.ring"), h("p", {}));
  const pages = h("p.pages", {});
  const more = h("p.more-of", {});
  const told = h("p.hidden", { role: "status" });
  const frame = h("div.lens", {},
    h("img.scene", { src: "/static/icons/scene.svg", alt: "" }), video, canvas, ear, pages);

  function paint() {
    const { view, card, shown } = memory.lens;
    draw(canvas, view, { brightness: glasses.state.brightness, now: Date.now(), shown, card, images: glasses.images });
  }

  function lens() {
    const { card, page, pages: count, view } = memory.lens;
    canvas.setAttribute("aria-label", card ? describe(card) : say("lens_empty"));
    frame.toggleAttribute("data-showing", Boolean(view));
    fill(more, card?.page && h("a.button", { href: `#/${card.page}` }, icon("link"), say("card_page")));
    pages.textContent = count > 1 ? say("lens_page", { page: page + 1, pages: count }) : "";
    paint();
  }

  function state() {
    const everyday = memory.profile === "everyday";
    frame.dataset.profile = memory.profile;
    canvas.hidden = everyday;
    ear.hidden = !everyday;
    ear.toggleAttribute("data-sounding", glasses.state.speaking);
    fill(ear.lastElementChild ?? ear, glasses.state.speaking ? say("now_speaking") : say("no_lens"));
    const stream = glasses.cameraStream;
    if (video.srcObject !== stream) {
      video.srcObject = stream;
      if (stream) video.play().catch(() => {});
    }
    video.hidden = !stream;
    paint();
  }

  memory.addEventListener("lens", lens, { signal: left });
  glasses.addEventListener("state", state, { signal: left });
  announce(memory, told, left);
  keepMoving(() => runs(memory.lens.view, memory.lens.card), paint, left);
  state();
  lens();
  return h("figure.stage", { "aria-label": say("lens") }, frame, more, told);
}

/**
 * Read out cards that nobody says aloud.
 * @param {import("../../page/memory.js").Memory} memory
 * @param {HTMLElement} told
 * @param {AbortSignal} left
 */
function announce(memory, told, left) {
  let timer = 0;
  const silent = () => window.clearTimeout(timer);
  memory.addEventListener("lens", () => {
    silent();
    const text = memory.lens.card ? describe(memory.lens.card) : "";
    if (!text) told.textContent = "";
    else if (text !== told.textContent) timer = window.setTimeout(() => (told.textContent = text), 1500);
  }, { signal: left });
  memory.addEventListener("lines", () => {
    if (memory.lines.at(-1)?.who === "hub") silent();
  }, { signal: left });
  left.addEventListener("abort", silent);
}

/**
 * Paint again while something on the lens moves by itself.
 * @param {() => boolean} moving
 * @param {() => void} paint
 * @param {AbortSignal} left
 */
function keepMoving(moving, paint, left) {
  const timer = window.setInterval(() => {
    if (moving() && !document.hidden) paint();
  }, 200);
  left.addEventListener("abort", () => window.clearInterval(timer));
}
