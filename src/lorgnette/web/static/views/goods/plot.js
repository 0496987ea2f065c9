/** How a price went, drawn small; the table under it has the same in words. */
import { h, svg } from "../../page/dom.js";
import { say } from "../../page/say.js";
import { date } from "../../page/when.js";
import { money, place } from "./told.js";

/** @typedef {import("./types.js").Price} Price */

const [WIDTH, HEIGHT, EDGE] = [600, 150, 12];

/** @param {Price[]} seen  the newest first @returns {HTMLElement | null} nothing for fewer than two */
export function plot(seen) {
  const points = seen.filter((price) => price.compared).reverse();
  if (points.length < 2) return null;
  const days = points.map(({ date: on }) => Date.parse(on));
  const values = points.map(({ price }) => price.value);
  const across = scale(days, EDGE, WIDTH - EDGE);
  const down = scale(values, HEIGHT - EDGE, EDGE);
  const at = points.map((_, index) => [across(days[index]), down(values[index])]);
  const low = points[values.indexOf(Math.min(...values))];
  const high = points[values.indexOf(Math.max(...values))];
  const told = say("goods_plot", {
    from: date(points[0].date), to: date(points[points.length - 1].date), low: money(low.price), high: money(high.price),
  });
  return h("figure.plot", {},
    svg("svg", { "aria-hidden": "true", viewBox: `0 0 ${WIDTH} ${HEIGHT}` },
      svg("polyline", { points: at.map((each) => each.join()).join(" ") }),
      ...at.map(([cx, cy], index) => {
        const { price, date: on } = points[index];
        const seenAt = `${money(price)} · ${place(points[index])} · ${date(on)}`;
        return svg("circle", { cx, cy, r: 5 }, svg("title", {}, seenAt));
      })),
    h("figcaption.soft", {}, told));
}

/**
 * Puts values between two edges; where there is only one, in the middle.
 * @param {number[]} values @param {number} from @param {number} to
 */
function scale(values, from, to) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return (/** @type {number} */ value) =>
    Math.round(high > low ? from + ((value - low) / (high - low)) * (to - from) : (from + to) / 2);
}
