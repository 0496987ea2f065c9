/** Draws rows of characters, on a lens that has no pixels of its own. */
import { clock } from "./describe.js";

/**
 * @typedef {import("./types.js").Grid} Grid
 * @typedef {import("./types.js").Card} Card
 */

const FONT = '"DejaVu Sans Mono","Noto Sans Mono","Noto Sans Mono CJK SC",monospace';

/** Pixels of a cell, before it is scaled to the canvas. */
export const CELL = { width: 16, height: 32 };

/**
 * What stands behind a wide space is a value at the right edge.
 * @param {CanvasRenderingContext2D} pen
 * @param {Grid} grid
 * @param {Card | null} card  A countdown runs by it.
 * @param {number} elapsed  Seconds since it was shown.
 */
export function drawGrid(pen, grid, card, elapsed) {
  pen.font = `${CELL.height * 0.78}px ${FONT}`;
  const width = grid.width * CELL.width;
  grid.rows.forEach((row, number) => {
    const [, left, right] = /^(\s*.*?)(?:\s{2,}(\S.*))?$/u.exec(running(row, card, elapsed)) ?? [];
    const base = (number + 0.75) * CELL.height;
    pen.textAlign = "left";
    pen.fillText(left ?? "", 0, base, width);
    pen.textAlign = "right";
    pen.fillText(right ?? "", width, base, width);
  });
}

/**
 * The row `0:10 ###---` of a countdown as it is some seconds later.
 * @param {string} row
 * @param {Card | null} card
 * @param {number} elapsed
 */
export function running(row, card, elapsed) {
  const left = card?.seconds_left;
  if (typeof left !== "number" || !row.startsWith(clock(left))) return row;
  const now = Math.max(0, left - elapsed);
  const room = row.replace(/[^#-]/g, "").length;
  const full = Math.round(room * (1 - Math.min(1, now / (card?.seconds_whole || Infinity))));
  return `${clock(now)} ${"#".repeat(full)}${"-".repeat(room - full)}`.trimEnd();
}
