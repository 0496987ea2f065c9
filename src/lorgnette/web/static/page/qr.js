/** QR codes as the hub draws them. */

/**
 * A code; `label` says what it is.
 * @param {{ size: number, path: string }} square
 * @param {string} label
 */
export function qr({ size, path }, label) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const dots = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("class", "qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", label);
  svg.setAttribute("shape-rendering", "crispEdges");
  dots.setAttribute("d", path);
  svg.append(dots);
  return svg;
}
