/** The touchpad on the arm of the glasses; each gesture is a button too, for whoever cannot make it. */
import { touchpad } from "../../glasses/touchpad.js";
import { h, icon } from "../../page/dom.js";
import { say } from "../../page/say.js";

/** @typedef {import("../../glasses/types.js").Gesture} Gesture */

/** @type {[Gesture, string][]} */
const GESTURES = [
  ["tap", "gesture-tap"],
  ["double_tap", "gesture-double"],
  ["long_press", "gesture-hold"],
  ["slide_back", "gesture-back"],
  ["slide_forward", "gesture-forward"],
];

/** @param {import("../../page/route.js").Page} page */
export function temple({ glasses, left }) {
  const pad = h("button.pad", { type: "button", "aria-label": say("temple_pad") }, h("span.strip"));

  /** @param {Gesture} gesture */
  function touch(gesture) {
    glasses.touch(gesture);
    navigator.vibrate?.(gesture === "long_press" ? 30 : 12);
    pad.dataset.felt = "";
    void pad.offsetWidth; // begins the animation anew
    pad.dataset.felt = gesture;
  }

  left.addEventListener("abort", touchpad(pad, touch, (pressed) => glasses.talk(pressed)));
  const hints = GESTURES.map(([gesture, drawing]) =>
    h("li", {},
      h("button.hint", { type: "button", click: () => touch(gesture) }, icon(drawing), h("span", {}, say(gesture)))),
  );
  return h("section.temple", { "aria-label": say("temple") }, pad, h("ul.hints", {}, ...hints));
}
