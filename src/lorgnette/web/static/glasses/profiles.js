/** The models of glasses that a browser can be: the same as the hub's own. */

/** @typedef {import("./types.js").Profile} Profile */

const ALL = { microphone: true, speaker: true, touch: true, battery: true };

/** @type {Record<string, Profile>} */
export const PROFILES = {
  everyday: { name: "everyday", display: { layout: "none", width: 0, height: 0 }, camera: true, ...ALL },
  ar: { name: "ar", display: { layout: "pixels", width: 640, height: 480 }, camera: true, ...ALL },
  text: { name: "text", display: { layout: "text", width: 40, height: 5 }, camera: false, ...ALL },
};
