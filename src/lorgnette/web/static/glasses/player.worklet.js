/** Runs beside the page: gives speech to the loudspeaker, and tells how far it is. */
import { SAMPLE_RATE } from "./frames.js";
import { Playlist } from "./playlist.js";
import { Resampler } from "./resampler.js";
import { ears } from "./sides.js";

/** Samples that are made at once, at 16 kHz. */
const STEP = 16;

class Player extends AudioWorkletProcessor {
  #playlist = new Playlist();
  #resampler = new Resampler(SAMPLE_RATE, sampleRate);
  #step = new Float32Array(STEP);
  /** @type {Float32Array} */
  #ready = new Float32Array(0);
  #latency = 0;
  #every = SAMPLE_RATE / 20;
  #reported = 0;
  #speaking = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => this.#take(data);
  }

  /** @param {Float32Array[][]} _inputs @param {Float32Array[][]} outputs */
  process(_inputs, [[left, right]]) {
    let filled = 0;
    while (filled < left.length) {
      if (!this.#ready.length) this.#make();
      const some = this.#ready.subarray(0, left.length - filled);
      const [toLeft, toRight] = ears(this.#playlist.side);
      for (const value of some) {
        left[filled] = value * toLeft;
        right[filled++] = value * toRight;
      }
      this.#ready = this.#ready.subarray(some.length);
    }
    this.#report();
    return true;
  }

  #make() {
    this.#playlist.render(this.#step);
    this.#ready = this.#resampler.push(this.#step.slice());
  }

  #report() {
    const { clock, waiting } = this.#playlist;
    if (clock - this.#reported < this.#every && waiting > 0 === this.#speaking) return;
    this.#reported = clock;
    const played = this.#playlist.report(this.#latency);
    if (played || waiting > 0 !== this.#speaking) {
      this.#speaking = waiting > 0;
      this.port.postMessage({ played, speaking: this.#speaking });
    }
  }

  /** @param {import("./speaker.js").Order} order */
  #take(order) {
    if ("speech" in order) this.#playlist.feed(order.speech);
    if ("ends" in order) this.#playlist.ends(order.ends, order.samples);
    if ("flush" in order) this.#playlist.flush(order.flush);
    if ("duck" in order) this.#playlist.duck(order.duck, order.on);
    if ("hold" in order) this.#playlist.hold(order.hold);
    if ("latency" in order) [this.#latency, this.#every] = [order.latency, order.every];
  }
}

registerProcessor("player", Player);
