/** Draws what the wearer sees: green light, and what is not lit is see-through. */
import { clock } from "./describe.js";
import { CELL, drawGrid } from "./grid.js";

export { describe } from "./describe.js";

/**
 * @typedef {import("./types.js").View} View
 * @typedef {import("./types.js").Scene} Scene
 * @typedef {import("./types.js").Mark} Mark
 * @typedef {CanvasRenderingContext2D} Pen
 *
 * @typedef {object} Light
 * @property {number} [brightness]  0 to 100.
 * @property {number} [now]  Milliseconds, as `shown`.
 * @property {number} [shown]  When the view was shown: countdowns run from there.
 * @property {import("./types.js").Card | null} [card]  What the view shows: a grid counts down by it.
 * @property {Map<string, CanvasImageSource>} [images]  Pictures that were sent, by their source.
 */

export const GREEN = "#4dff88";
const SANS = '"DejaVu Sans","Noto Sans","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';
const FAINT = 0.6;
/** Of a pair of glasses at its darkest: still to be read. */
const DARKEST = 0.3;

/**
 * Draw a view on a canvas as large as its element; nothing when there is none.
 * @param {HTMLCanvasElement} canvas
 * @param {View | null} view
 * @param {Light} [light]
 */
export function draw(canvas, view, light = {}) {
  const pen = canvas.getContext("2d");
  if (!pen) return;
  const { width, height } = view ? sizeOf(view) : { width: canvas.width, height: canvas.height };
  const scale = ((canvas.clientWidth || width) * devicePixelRatio) / width;
  resize(canvas, Math.round(width * scale), Math.round(height * scale));
  pen.setTransform(1, 0, 0, 1, 0, 0);
  pen.clearRect(0, 0, canvas.width, canvas.height);
  if (!view) return;
  pen.scale(scale, scale);
  pen.fillStyle = pen.strokeStyle = GREEN;
  pen.textBaseline = "alphabetic";
  const bright = DARKEST + ((1 - DARKEST) * (light.brightness ?? 100)) / 100;
  const elapsed = ((light.now ?? 0) - (light.shown ?? light.now ?? 0)) / 1000;
  pen.globalAlpha = bright;
  if (view.layout === "text") drawGrid(pen, view, light.card ?? null, elapsed);
  else for (const mark of view.marks) drawMark(pen, mark, { bright, elapsed, images: light.images });
}

/**
 * How large a view is, in pixels.
 * @param {View} view
 */
export function sizeOf(view) {
  const cell = view.layout === "text" ? CELL : { width: 1, height: 1 };
  return { width: view.width * cell.width, height: view.height * cell.height };
}

/**
 * Whether something in a view moves by itself, so that it is to be drawn again and again.
 * @param {View | null} view
 * @param {import("./types.js").Card | null} [card]
 */
export function runs(view, card) {
  if (view?.layout === "text") return typeof card?.seconds_left === "number";
  return !!view?.marks.some((mark) => "seconds_left" in mark && typeof mark.seconds_left === "number");
}

/** @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
function resize(canvas, width, height) {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

/**
 * @param {Pen} pen
 * @param {Mark} mark
 * @param {{bright: number, elapsed: number, images?: Map<string, CanvasImageSource>}} light
 */
function drawMark(pen, mark, { bright, elapsed, images }) {
  pen.globalAlpha = bright;
  const { x, y } = mark;
  if (mark.draw === "text") {
    if (mark.emphasis === "faint") pen.globalAlpha *= FAINT;
    if (typeof mark.faint_from === "number") fade(pen, mark, mark.faint_from);
    else write(pen, mark.text, mark, mark.emphasis === "strong");
  } else if (mark.draw === "countdown") {
    write(pen, clock(mark.seconds_left - elapsed), mark, true);
  } else if (mark.draw === "box") {
    if (mark.stroke) outline(pen, mark, mark.stroke);
    else pen.fillRect(x, y, mark.width, mark.height);
  } else if (mark.draw === "bar") {
    outline(pen, mark, 2);
    pen.fillRect(x, y, Math.round(mark.width * filled(mark, elapsed)), mark.height);
  } else if (mark.draw === "shape") {
    for (const polygon of mark.polygons) fill(pen, polygon, x, y);
  } else {
    picture(pen, mark, images?.get(mark.source));
  }
}

/**
 * A line of text, squeezed into its width.
 * @param {Pen} pen
 * @param {string} text
 * @param {{x: number, y: number, size: number, width: number, align?: string}} mark
 * @param {boolean} strong
 */
function write(pen, text, { x, y, size, width, align = "left" }, strong) {
  pen.font = `${strong ? "bold " : ""}${size}px ${SANS}`;
  pen.textAlign = align === "middle" ? "center" : /** @type {CanvasTextAlign} */ (align);
  pen.fillText(text, x, y + size, width);
}

/**
 * A line of text whose end is faint.
 * @param {Pen} pen
 * @param {import("./types.js").Run} run
 * @param {number} from  Where it begins to be faint, in characters.
 */
function fade(pen, { text, x, y, size, width }, from) {
  const letters = [...text];
  const sure = letters.slice(0, from).join("");
  pen.font = `${size}px ${SANS}`;
  const squeezed = Math.min(1, width / pen.measureText(text).width);
  const done = pen.measureText(sure).width * squeezed;
  if (sure) write(pen, sure, { x, y, size, width: done }, false);
  pen.globalAlpha *= FAINT;
  write(pen, letters.slice(from).join(""), { x: x + done, y, size, width: width - done }, false);
}

/** @param {import("./types.js").Bar} bar @param {number} elapsed */
function filled({ done, seconds_left }, elapsed) {
  if (typeof seconds_left !== "number") return done;
  return seconds_left > elapsed ? done + (1 - done) * (elapsed / seconds_left) : 1;
}

/** @param {Pen} pen @param {{x: number, y: number, width: number, height: number}} box @param {number} stroke */
function outline(pen, { x, y, width, height }, stroke) {
  pen.lineWidth = stroke;
  pen.strokeRect(x + stroke / 2, y + stroke / 2, Math.max(width - stroke, 0), Math.max(height - stroke, 0));
}

/** @param {Pen} pen @param {[number, number][]} polygon @param {number} x @param {number} y */
function fill(pen, polygon, x, y) {
  pen.beginPath();
  for (const [right, down] of polygon) pen.lineTo(x + right, y + down);
  pen.closePath();
  pen.fill();
}

/** @param {Pen} pen @param {import("./types.js").Image} mark @param {CanvasImageSource | undefined} image */
function picture(pen, mark, image) {
  if (image) return pen.drawImage(image, mark.x, mark.y, mark.width, mark.height);
  outline(pen, mark, 2);
  const size = Math.min(24, mark.height / 2);
  const [x, y] = [mark.x + mark.width / 2, mark.y + mark.height / 2 - size];
  write(pen, mark.alt || mark.source, { x, y, size, width: mark.width - 8, align: "middle" }, false);
}
