/** Speaking on purpose: a button to hold, and a line to type into. */
import { fill, h, icon } from "../../page/dom.js";
import { say } from "../../page/say.js";

/** @param {import("../../page/route.js").Page} page */
export function talk({ glasses, memory, left }) {
  return h("section.talk", {}, line(glasses, memory), hold(glasses, left));
}

/** @param {import("../../page/route.js").Glasses} glasses @param {import("../../page/memory.js").Memory} memory */
function line(glasses, memory) {
  const input = /** @type {HTMLInputElement} */ (
    h("input", { id: "line", maxlength: 1000, autocomplete: "off", enterkeyhint: "send",
      placeholder: say("type_example"), input: () => (memory.draft = input.value) })
  );
  input.value = memory.draft;
  return h("form.line", {
    submit: (event) => {
      event.preventDefault();
      const text = input.value.trim();
      if (text) glasses.type(text);
      input.value = memory.draft = "";
    },
  },
    h("label", { for: "line" }, say("type_here")),
    h("div.field", {}, input,
      h("button.square", { type: "submit", "aria-label": say("send"), title: say("send") }, icon("send"))),
  );
}

/** @param {import("../../page/route.js").Glasses} glasses @param {AbortSignal} left */
function hold(glasses, left) {
  const button = /** @type {HTMLButtonElement} */ (h("button.hold", { type: "button", "aria-pressed": "false" }));
  let pressed = false;
  let known = false;

  /** @param {boolean} down */
  function talking(down) {
    if (pressed === down) return;
    pressed = down;
    glasses.talk(down);
    draw();
  }

  function draw() {
    const ready = glasses.state.microphone === "on";
    if (!ready && pressed) talking(false);
    button.disabled = !ready;
    button.title = ready ? "" : say("talk_needs_microphone");
    button.setAttribute("aria-pressed", `${pressed}`);
    const text = say(pressed ? "release_to_send" : "hold_to_talk");
    if (button.textContent !== text) fill(button, icon("microphone"), text);
  }

  button.addEventListener("pointerdown", (event) => {
    button.setPointerCapture(event.pointerId);
    known = true;
    talking(true);
  });
  for (const up of ["pointerup", "pointercancel", "blur"]) button.addEventListener(up, () => talking(false));
  button.addEventListener("contextmenu", (event) => event.preventDefault());
  button.addEventListener("keydown", (event) => {
    if (event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    known = true;
    talking(true);
  });
  button.addEventListener("keyup", () => talking(false));
  button.addEventListener("click", () => {
    if (!known) talking(!pressed); // a screen reader presses without letting go
    known = false;
  });
  glasses.addEventListener("state", draw, { signal: left });
  left.addEventListener("abort", () => talking(false));
  draw();
  return button;
}
