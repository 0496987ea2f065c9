/** A file in the place of the microphone. */
import { h } from "../page/dom.js";
import { say } from "../page/say.js";
import { number } from "../page/when.js";
import { picker } from "../page/file.js";

/** @typedef {import("../glasses/glasses.js").Glasses} Glasses */

/** @param {Glasses} glasses @returns {HTMLElement[]} */
export function voice(glasses) {
  const state = h("p", { role: "status" });
  const [input, chooser] = picker("panel-voice", "panel_file", "audio/*", play);

  async function play() {
    const file = input.files?.[0];
    if (!file) return;
    const sound = await decoded(file);
    if (!sound) {
      state.textContent = say("panel_no_sound", { name: file.name });
      return;
    }
    state.textContent = say("panel_plays", { name: file.name, seconds: number(sound.duration) });
    glasses.microphoneFrom(sound);
  }

  return [
    h("div.row", {}, chooser, h("button", { type: "button", click: play }, say("panel_again"))),
    state,
  ];
}

/** @param {File} file @returns {Promise<AudioBuffer | null>} null when it is no sound */
async function decoded(file) {
  const context = new OfflineAudioContext(1, 1, 16000);
  return context.decodeAudioData(await file.arrayBuffer()).catch(() => null);
}
