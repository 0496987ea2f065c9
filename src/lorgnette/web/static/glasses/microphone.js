/** What the wearer says: from a microphone, or a file in its place, to pieces of sound. */
import { SAMPLE_RATE } from "./frames.js";
import { Sense } from "./sense.js";

/** @typedef {import("./types.js").Sound} Sound */
/** @typedef {import("./ring.js").AudioRing} AudioRing */

const WANTED = {
  channelCount: 1,
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  latency: { ideal: 0.01 },
};


/** Feeds a ring while its track is live, and never otherwise. */
export class Microphone {
  /** @type {AudioWorkletNode | null} */
  #recorder = null;
  /** @type {MediaStreamAudioSourceNode | null} */
  #source = null;
  #fed = false;
  #stopped = 0;

  /**
   * @param {AudioContext} context
   * @param {AudioRing} ring
   * @param {() => void} recorded  After sound went into the ring.
   * @param {() => void} changed  After a change of `sense`.
   */
  constructor(context, ring, recorded, changed) {
    this.context = context;
    this.ring = ring;
    this.recorded = recorded;
    this.changed = changed;
    this.sense = new Sense("microphone", askMicrophone, () => this.#follow());
  }

  /** Sound of a live track is going into the ring. */
  get lit() {
    return this.#source !== null && this.sense.live && this.context.state === "running";
  }

  /**
   * Samples a piece, as the hub wishes.
   * @param {number} size
   */
  set chunk(size) {
    this.#recorder?.port.postMessage({ size });
  }

  /** Load the recorder. Rejects when the browser cannot. */
  async prepare() {
    await this.context.audioWorklet.addModule(new URL("recorder.worklet.js", import.meta.url));
    this.#recorder = new AudioWorkletNode(this.context, "recorder", {
      channelCount: 1,
      channelCountMode: "explicit",
    });
    this.#recorder.port.onmessage = ({ data }) => this.#hear(data);
    this.#recorder.connect(this.context.destination);
    this.chunk = this.ring.chunk;
  }

  /**
   * Hear a file, then silence, instead of the microphone; null for the microphone again.
   * @param {AudioBuffer | null} file
   */
  async instead(file) {
    await this.sense.instead(file ? async () => streamOf(file, this.context) : askMicrophone);
  }

  /** @param {{sound?: Sound, lost?: number}} heard */
  #hear({ sound, lost }) {
    if (!this.lit) return;
    if (lost) this.ring.skip(lost, true);
    if (sound) this.#record(sound);
    this.recorded();
  }

  /** @param {Sound} sound */
  #record(sound) {
    if (!this.#fed && this.#stopped) {
      const pause = Math.round(((Date.now() - this.#stopped) / 1000) * SAMPLE_RATE);
      this.ring.skip(Math.max(0, pause), false);
    }
    this.#fed = true;
    this.ring.record(sound);
  }

  /** Connect what there is to hear, or stop. */
  #follow() {
    const { stream, live } = this.sense;
    if (this.#source && this.#source.mediaStream !== stream) {
      this.#source.disconnect();
      this.#source = null;
    }
    if (stream && !this.#source && this.#recorder) {
      this.#source = this.context.createMediaStreamSource(stream);
      this.#source.connect(this.#recorder);
    }
    if (!live && this.#fed) this.#end();
    this.changed();
  }

  #end() {
    this.#fed = false;
    this.#stopped = Date.now();
    this.ring.end();
    this.recorded();
  }
}

function askMicrophone() {
  return navigator.mediaDevices.getUserMedia({ audio: WANTED });
}

/** @param {AudioBuffer} file @param {AudioContext} context */
function streamOf(file, context) {
  const target = context.createMediaStreamDestination();
  const source = new AudioBufferSourceNode(context, { buffer: file });
  source.connect(target);
  source.start();
  return target.stream;
}
