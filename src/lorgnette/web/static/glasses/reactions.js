/** What glasses do with what the hub says. */

/**
 * @typedef {import("./types.js").Show} Show
 * @typedef {import("./types.js").Other} Other
 * @typedef {import("./types.js").News} News
 *
 * @typedef {object} Parts  What the hub can act on.
 * @property {import("./speaker.js").Speaker} speaker
 * @property {import("./microphone.js").Microphone | null} microphone
 * @property {import("./pages.js").Pages} pages
 * @property {(wish: Other) => void} adjust
 * @property {(wish: Other) => void} look
 * @property {(wish: Other) => void} locate
 * @property {(light: Other) => void} light
 * @property {(who: "wearer" | "hub", text: string, final: boolean, epoch: number | null) => void} turn
 */

/** @type {Record<string, (parts: Parts, message: any) => void>} */
const REACTIONS = {
  welcome({ pages, speaker, microphone }, /** @type {import("./types.js").Welcome} */ { resumed, chunk }) {
    if (microphone) microphone.chunk = chunk;
    if (resumed) return;
    pages.wipe();
    speaker.flush(Infinity);
  },
  show: ({ pages }, /** @type {Show} */ show) => pages.show(show, Date.now()),
  update: ({ pages }, /** @type {Show} */ show) => pages.update(show, Date.now()),
  clear: ({ pages }, { slot = "main" }) => pages.clear(slot),
  partial: ({ turn }, { text }) => turn("wearer", text, false, null),
  heard: ({ turn }, { text }) => turn("wearer", text, true, null),
  speech_begins({ speaker, turn }, { text, epoch, side = 0 }) {
    speaker.side = side;
    if (text) turn("hub", text, true, epoch);
  },
  speech_ends: ({ speaker }, { epoch, samples }) => speaker.ends(epoch, samples),
  flush: ({ speaker }, { epoch }) => speaker.flush(epoch),
  duck: ({ speaker }, { epoch, on }) => speaker.duck(epoch, on),
  earcon: ({ speaker }, { name }) => speaker.sign(name),
  chunk({ microphone }, { samples }) {
    if (microphone) microphone.chunk = samples;
  },
  adjust: ({ adjust }, message) => adjust(message),
  light: ({ light }, message) => light(message),
  look: ({ look }, message) => look(message),
  locate: ({ locate }, message) => locate(message),
};

/**
 * Do what a message wants; what is not known wants nothing.
 * @param {import("./types.js").Message} message
 * @param {Parts} parts
 */
export function react(message, parts) {
  if (Object.hasOwn(REACTIONS, message.type)) REACTIONS[message.type](parts, message);
}
