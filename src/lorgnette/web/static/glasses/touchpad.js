/** Makes an element the temple of the glasses, for finger, mouse and keyboard. */
import { Gestures } from "./gestures.js";

/** @type {Record<string, import("./types.js").Gesture>} */
const SLIDES = {
  ArrowRight: "slide_forward",
  ArrowUp: "slide_forward",
  ArrowLeft: "slide_back",
  ArrowDown: "slide_back",
};
const PRESS = "Enter";
const TALK = " ";

/**
 * Enter taps (twice, or held, as a finger would), arrows slide, the space bar is held to talk.
 * @param {HTMLElement} element
 * @param {(gesture: import("./types.js").Gesture) => void} touched
 * @param {(pressed: boolean) => void} talked
 * @returns {() => void}  Ends it.
 */
export function touchpad(element, touched, talked) {
  const gestures = new Gestures();
  const talk = talkKey(talked);
  const listening = new AbortController();
  let timer = 0;

  /** @param {import("./types.js").Gesture[]} done */
  function tell(done = []) {
    done.forEach(touched);
    clearTimeout(timer);
    const wait = gestures.until(performance.now());
    if (wait < Infinity) timer = setTimeout(() => tell(gestures.tick(performance.now())), wait);
  }

  /** @type {{[name in keyof HTMLElementEventMap]?: (event: any) => void}} */
  const events = {
    pointerdown(/** @type {PointerEvent} */ event) {
      element.setPointerCapture(event.pointerId);
      tell(gestures.down(event.clientX, event.clientY, event.timeStamp));
    },
    pointermove: (/** @type {PointerEvent} */ event) => gestures.move(event.clientX, event.clientY),
    pointerup: (/** @type {PointerEvent} */ event) => tell(gestures.up(event.timeStamp)),
    pointercancel: () => gestures.cancel(),
    contextmenu: (/** @type {Event} */ event) => event.preventDefault(),
    keydown(/** @type {KeyboardEvent} */ event) {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (![PRESS, TALK, ...Object.keys(SLIDES)].includes(event.key)) return;
      event.preventDefault();
      if (event.repeat) return;
      if (event.key === TALK) talk.press(true);
      else if (event.key === PRESS) tell(gestures.down(0, 0, event.timeStamp));
      else tell([SLIDES[event.key]]);
    },
    keyup(/** @type {KeyboardEvent} */ event) {
      if (event.key === TALK) talk.press(false);
      if (event.key === PRESS) tell(gestures.up(event.timeStamp));
    },
    blur() {
      gestures.cancel();
      talk.press(false);
    },
    // a screen reader clicks without a pointer
    click: (/** @type {MouseEvent} */ event) => event.detail === 0 && event.isTrusted && tell(["tap"]),
  };
  for (const [name, listener] of Object.entries(events)) {
    element.addEventListener(name, listener, { signal: listening.signal });
  }
  return () => {
    listening.abort();
    clearTimeout(timer);
    talk.press(false);
  };
}

/**
 * Push-to-talk that is told once, however often it is pressed.
 * @param {(pressed: boolean) => void} talked
 */
function talkKey(talked) {
  let down = false;
  return {
    /** @param {boolean} pressed */
    press(pressed) {
      if (pressed === down) return;
      down = pressed;
      talked(pressed);
    },
  };
}
