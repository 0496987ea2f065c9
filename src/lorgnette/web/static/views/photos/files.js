/** What the hub tells of photos, and where their files are. */
import { ask } from "../../page/ask.js";
import { say } from "../../page/say.js";
import { dayAndClock } from "../../page/when.js";

/**
 * @typedef {object} Photo  A photo, or a film when it lasts some seconds.
 * @property {number} id
 * @property {string} taken
 * @property {number} width
 * @property {number} height
 * @property {number} size
 * @property {number} seconds
 * @property {string} title
 * @property {string | null} text  What stands in it; null while nobody has read it.
 * @property {{ latitude: number, longitude: number } | null} spot
 * @property {string | null} place  What is there; null while nobody knows.
 *
 * @typedef {{ photos: Photo[], count: number, exact: boolean, day: string | null }} Hits
 *
 * @typedef {(photo: Photo, small?: boolean) => string} Files  The address of a file.
 */

/**
 * The addresses of all files: with one ticket, as a picture cannot show a token.
 * @returns {Promise<Files>}
 */
export async function files() {
  const { address } = await ask("/api/photos/files/", { method: "POST" });
  const [below, query] = address.split("?");
  return ({ id }, small = false) => `${below}${id}${small ? "/small" : ""}?${query}`;
}

/** @param {Photo} photo */
export const titleOf = ({ title, seconds, taken }) =>
  title || say(seconds ? "film_of" : "photo_of", { when: dayAndClock(taken) });

/** @param {Photo} photo  where the hub keeps it */
export const pathOf = ({ id }) => `/api/photos/${id}`;

/**
 * The photos that were shown last, the newest first: one leads to the next.
 * @type {Photo[]}
 */
export let shown = [];

/** @param {Photo[]} photos */
export function remember(photos) {
  shown = photos;
}
