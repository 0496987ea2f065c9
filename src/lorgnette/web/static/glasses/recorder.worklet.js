/** Runs beside the page: what the microphone hears becomes pieces of 16 kHz s16le. */
import { SAMPLE_RATE } from "./frames.js";
import { Gaps } from "./gaps.js";
import { Resampler } from "./resampler.js";

class Recorder extends AudioWorkletProcessor {
  #resampler = new Resampler(sampleRate, SAMPLE_RATE);
  #gaps = new Gaps();
  #frames = 0;
  #filled = 0;
  #piece = new Int16Array(SAMPLE_RATE);
  #size = 320;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => (this.#size = data.size);
  }

  /** @param {Float32Array[][]} inputs */
  process([[sound]]) {
    if (!sound) {
      this.#gaps.reset();
      this.#filled = 0;
      return true;
    }
    this.#frames += sound.length;
    const lost = this.#gaps.lost(Date.now(), this.#milliseconds(this.#frames), this.#milliseconds(sound.length));
    if (lost) this.port.postMessage({ lost: Math.round((lost / 1000) * SAMPLE_RATE) });
    for (const sample of this.#resampler.push(sound)) {
      this.#piece[this.#filled++] = Math.max(-32768, Math.min(32767, Math.round(sample * 32768)));
    }
    if (this.#filled >= this.#size) this.#post();
    return true;
  }

  #post() {
    const sound = this.#piece.slice(0, this.#filled);
    this.#filled = 0;
    this.port.postMessage({ sound }, [sound.buffer]);
  }

  /** @param {number} frames */
  #milliseconds(frames) {
    return (frames / sampleRate) * 1000;
  }
}

registerProcessor("recorder", Recorder);
