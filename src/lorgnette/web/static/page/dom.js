/** Making elements. Text goes in as text: nothing that comes from outside is ever read as HTML. */

/** @typedef {Node | string | number | null | undefined | false} Child */
/** @typedef {string | number | boolean | null | undefined | ((event: any) => void)} Property */

/**
 * An element. `name` is a tag with classes after dots; a function among the properties listens to
 * the event of that name; true is an attribute without a value; false and null are left out.
 *
 * @param {string} name
 * @param {Record<string, Property>} [properties]
 * @param {(Child | Child[])[]} children
 * @returns {HTMLElement}
 */
export function h(name, properties = {}, ...children) {
  const [tag, ...classes] = name.split(".");
  const made = document.createElement(tag);
  if (classes.length) made.className = classes.join(" ");
  for (const [key, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(key, value);
    else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : `${value}`);
  }
  made.append(...shown(children));
  return made;
}

/**
 * Put children in the place of those an element has.
 * @param {Element} element
 * @param {(Child | Child[])[]} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...shown(children));
}

/**
 * An icon of the sprite, hidden from screen readers: the words beside it say the same.
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `/static/icons/sprite.svg#${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/**
 * An element of a drawing.
 * @param {string} name
 * @param {Record<string, string | number>} properties
 * @param {Child[]} children
 * @returns {SVGElement}
 */
export function svg(name, properties, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(properties)) made.setAttribute(key, `${value}`);
  made.append(...shown(children));
  return /** @type {SVGElement} */ (made);
}

/**
 * The element of an id that is in the page.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function at(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no element ${id}`);
  return found;
}

/** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
function shown(children) {
  return children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : `${child}`));
}
