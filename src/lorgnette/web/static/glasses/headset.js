/** The loudspeaker and the microphone of the glasses, and the audio context both need. */
import { Microphone } from "./microphone.js";
import { Speaker } from "./speaker.js";

/** What lets a browser start sound that it blocked. */
const TOUCHES = ["pointerdown", "keydown", "touchend"];

/** From `open` in a click to `close`. Until then the loudspeaker is silent, and time passes in it. */
export class Headset {
  /** @type {Microphone | null} */
  microphone = null;
  /** The browser cannot record and play here. */
  broken = false;
  /** @type {AudioContext | null} */
  #context = null;
  #ended = new AbortController();

  /**
   * @param {import("./ring.js").AudioRing} ring
   * @param {(played: import("./types.js").Played) => void} played
   * @param {() => void} recorded
   * @param {() => void} changed
   */
  constructor(ring, played, recorded, changed) {
    this.ring = ring;
    this.recorded = recorded;
    this.changed = changed;
    this.speaker = new Speaker(played, changed);
  }

  /** The browser lets no sound in or out before the page is touched. */
  get blocked() {
    return this.#context !== null && this.#context.state !== "running";
  }

  /** Milliseconds from the player to the ear, as the browser estimates. */
  get outputLatency() {
    return (this.#context?.outputLatency ?? 0) * 1000;
  }

  /** Start sound. Called in a click, so that the browser allows it. Never rejects. */
  async open() {
    if (this.#context) return this.#context.resume();
    const context = new AudioContext({ latencyHint: "interactive" });
    this.#context = context;
    const { signal } = this.#ended;
    const resume = () => context.state !== "closed" && context.resume();
    for (const touch of TOUCHES) document.addEventListener(touch, resume, { signal });
    document.addEventListener("visibilitychange", resume, { signal });
    context.addEventListener("statechange", () => this.changed(), { signal });
    const microphone = new Microphone(context, this.ring, this.recorded, this.changed);
    try {
      await Promise.all([this.speaker.attach(context), microphone.prepare()]);
      if (!signal.aborted) this.microphone = microphone;
    } catch {
      this.broken = true; // no worklets in this browser, or the hub went away while they came
    }
    this.changed();
  }

  /** Stop all tracks and all sound. */
  close() {
    this.microphone?.sense.off();
    this.#ended.abort();
    this.speaker.detach();
    this.#context?.close();
    this.#context = null;
  }

  /**
   * Hear a file instead of the microphone.
   * @param {AudioBuffer | null} file
   */
  async hear(file) {
    await this.microphone?.instead(file);
    await this.microphone?.sense.on();
  }
}
