/** What to do now, in one line, and the button that does it. */
import { fill, h, icon } from "../../page/dom.js";
import { say } from "../../page/say.js";

/** @typedef {import("../../glasses/types.js").State} State */

/** @param {import("../../page/route.js").Page} page */
export function lead({ glasses, memory, left }) {
  const text = h("p.lead", {});
  const button = h("button.primary.big", { type: "button", click: press });
  const opposite = h("a.button.big", { href: "#/other", hidden: true }, icon("turn"), say("other_show"));
  const trouble = h("div", {});
  let shown = "";

  function press() {
    if (worn(glasses.state)) glasses.takeOff();
    else glasses.putOn({ microphone: true, camera: false });
  }

  function draw() {
    const state = glasses.state;
    text.textContent = words(state, memory.wakeWords);
    opposite.hidden = state.lit.purpose !== "translation";
    const on = worn(state);
    const now = JSON.stringify([on, state.microphone, state.camera, state.position, state.blocked]);
    if (now === shown) return;
    shown = now;
    button.classList.toggle("primary", !on);
    fill(button, icon(on ? "off" : "glasses"), say(on ? "take_off" : "put_on"));
    fill(trouble, troubles(state, glasses));
  }

  glasses.addEventListener("state", draw, { signal: left });
  draw();
  return h("section.now", {}, text, button, opposite, trouble);
}

/** @param {State} state */
const worn = (state) =>
  state.microphone === "on" || state.microphone === "asking" ||
  ((state.microphone === "lost") && state.link !== "off");

/** @param {State} state @param {string[]} wakeWords */
function words(state, wakeWords) {
  if (state.link !== "connected") return say(`lead_${state.link}`);
  if (state.speaking) return say("lead_speaking");
  if (state.microphone !== "on") return say("lead_typing");
  if (state.listening) return say("lead_listening");
  return wakeWords.length ? say("lead_wake", { wake: wakeWords[0] }) : say("lead_waiting");
}

/**
 * What is wrong with a sense, and what to do about it.
 * @param {State} state
 * @param {import("../../glasses/glasses.js").Glasses} glasses
 */
function troubles(state, glasses) {
  const wrong = /** @type {const} */ (["microphone", "camera", "position"]).filter((sense) =>
    ["refused", "missing", "lost"].includes(state[sense]),
  );
  const said = wrong.map((sense) => {
    const how = /** @type {"refused" | "missing" | "lost"} */ (state[sense]);
    const text = window.isSecureContext ? say(`${sense}_${how}`) : say("microphone_insecure");
    const again = () => glasses.sense({ [sense]: true });
    return h("div.trouble", { role: "alert" }, h("p", {}, text),
      h("button", { type: "button", click: again }, say("try_again")));
  });
  if (state.blocked) {
    said.push(h("div.trouble", { role: "alert" }, h("p", {}, say("sound_blocked")),
      h("button", { type: "button" }, say("sound_allow"))));
  }
  return said;
}
