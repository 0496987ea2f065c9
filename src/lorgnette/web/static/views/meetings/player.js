/** The sound of a meeting, from any line on. */
import { ask } from "../../page/ask.js";
import { fill, h, icon } from "../../page/dom.js";
import { told } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { mention } from "../../page/undo.js";

/**
 * Put a player into its place, or say why there is none; what is returned plays from a second on.
 * @param {HTMLElement} region
 * @param {import("./meeting.js").Sheet} sheet
 * @param {import("./lines.js").Lines} lines
 * @param {AbortSignal} left
 * @returns {((seconds: number) => void) | null}
 */
export function player(region, sheet, lines, left) {
  const { audio: kept, over } = sheet.meeting;
  if (!kept || !over) {
    fill(region, over && none());
    return null;
  }
  if (region.firstElementChild && sheet.play) return sheet.play;
  const audio = /** @type {HTMLAudioElement} */ (
    h("audio", { controls: true, preload: "metadata", "aria-label": say("meeting_sound"),
      timeupdate: () => lines.follow(audio.currentTime) })
  );
  const ready = ask(`${sheet.path}/sound`, { method: "POST" }).then(({ address }) => {
    audio.src = address;
  });
  ready.catch((reason) => mention(told(reason)));
  left.addEventListener("abort", () => {
    audio.pause();
    audio.removeAttribute("src");
    audio.load();
  });
  fill(region, audio);
  return async (seconds) => {
    await ready;
    audio.currentTime = seconds;
    await audio.play().catch(() => mention(say("meeting_no_sound")));
  };
}

/** What stands where no sound was kept: how to keep it. */
const none = () => h("p.soft.silent", {}, icon("volume"),
  h("span", {}, say("meeting_soundless"), " ", h("code", {}, "[meetings] keep_audio = true")));
