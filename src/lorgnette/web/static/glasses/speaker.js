/** What the hub says, to the wearer's ear: speech in order, earcons, volume, and how far it is. */
import { earcon } from "./earcons.js";
import { SAMPLE_RATE } from "./frames.js";
import { Playlist } from "./playlist.js";

/**
 * @typedef {import("./types.js").Speech} Speech
 * @typedef {{speech: Speech} | {ends: number, samples: number} | {flush: number}
 *   | {duck: number, on: boolean} | {hold: number} | {latency: number, every: number}} Order
 */

/** Seconds: a report further behind would keep the hub from sending ahead of slow headphones. */
const MOST_LATENCY = 0.1;
/** Milliseconds between looks at a loudspeaker that is not there. */
const SILENT = 50;

/**
 * In which ear a sign is heard, where it is not in both.
 * @type {Record<string, number>}
 */
const SIDES = { left: -1, right: 1 };

/** A loudspeaker; without sound, time passes as if it had any, and the hub knows no difference. */
export class Speaker {
  /** Something is being said. */
  speaking = false;
  /** Where the voice comes from that is fed next: −1 left, 1 right. */
  side = 0;
  #volume = 60;
  #silent = new Playlist();
  #timer = 0;
  #looked = 0;
  /** @type {AudioContext | null} */
  #context = null;
  /** @type {AudioWorkletNode | null} */
  #player = null;
  /** @type {GainNode | null} */
  #gain = null;

  /**
   * @param {(played: import("./types.js").Played) => void} played  How far the ear is.
   * @param {() => void} changed  After a change of `speaking`.
   */
  constructor(played, changed) {
    this.played = played;
    this.changed = changed;
  }

  /**
   * Play aloud from now on. Rejects when the browser cannot.
   * @param {AudioContext} context
   */
  async attach(context) {
    await context.audioWorklet.addModule(new URL("player.worklet.js", import.meta.url));
    this.#context = context;
    this.#gain = new GainNode(context, { gain: loudness(this.#volume) });
    this.#gain.connect(context.destination);
    this.#player = new AudioWorkletNode(context, "player", { numberOfInputs: 0, outputChannelCount: [2] });
    this.#player.port.onmessage = ({ data }) => this.#told(data);
    this.#player.connect(this.#gain);
  }

  /** The context is about to be closed. */
  detach() {
    this.#context = this.#player = this.#gain = null;
    this.flush(Infinity);
  }

  /** 0 to 100. */
  get volume() {
    return this.#volume;
  }

  set volume(percent) {
    this.#volume = percent;
    this.#gain?.gain.setTargetAtTime(loudness(percent), this.#gain.context.currentTime, 0.02);
  }

  /** Sound comes out. */
  get audible() {
    return this.#context?.state === "running";
  }

  /**
   * Play this after everything else.
   * @param {Speech} speech
   * @param {number} every  Seconds.
   */
  feed(speech, every) {
    if (this.audible) {
      const delay = Math.min(this.#context?.outputLatency || 0, MOST_LATENCY);
      this.#order({ latency: Math.round(delay * SAMPLE_RATE), every: Math.round(every * SAMPLE_RATE) });
      this.#order({ speech: { ...speech, side: this.side } });
    } else {
      this.#silent.feed(speech);
      this.#watch();
    }
  }

  /**
   * The epoch's speech is this long, all in all.
   * @param {number} epoch
   * @param {number} samples
   */
  ends(epoch, samples) {
    this.#order({ ends: epoch, samples });
    this.#silent.ends(epoch, samples);
    if (!this.audible) this.#watch();
  }

  /**
   * Fall silent, and forget all speech up to and including this epoch.
   * @param {number} epoch
   */
  flush(epoch) {
    this.#order({ flush: epoch });
    this.#silent.flush(epoch);
  }

  /**
   * Speak softly, or normally again.
   * @param {number} epoch
   * @param {boolean} on
   */
  duck(epoch, on) {
    this.#order({ duck: epoch, on });
  }

  /**
   * Play a short sign, in one ear if it means a side; speech waits for the end of an alarm.
   * @param {string} name
   */
  sign(name) {
    const sound = earcon(name);
    if (!sound || !this.audible || !this.#gain) return;
    const { context } = this.#gain;
    const buffer = new AudioBuffer({ length: sound.length, sampleRate: SAMPLE_RATE });
    buffer.copyToChannel(sound, 0);
    const source = new AudioBufferSourceNode(context, { buffer });
    const side = new StereoPannerNode(context, { pan: SIDES[name] ?? 0 });
    source.connect(side).connect(this.#gain);
    source.start();
    if (name === "alarm") this.#order({ hold: sound.length });
  }

  /** @param {Order} order */
  #order(order) {
    this.#player?.port.postMessage(order);
  }

  /** @param {{played: import("./types.js").Played | null, speaking: boolean}} news */
  #told({ played, speaking }) {
    if (played) this.played(played);
    if (speaking === this.speaking) return;
    this.speaking = speaking;
    this.changed();
  }

  /** Let time pass for what nobody hears, for as long as there is any. */
  #watch() {
    if (this.#timer) return;
    this.#looked = performance.now();
    this.#timer = setInterval(() => this.#pass(), SILENT);
  }

  #pass() {
    const now = performance.now();
    this.#silent.render(new Float32Array(Math.round(((now - this.#looked) / 1000) * SAMPLE_RATE)));
    this.#looked = now;
    const speaking = this.#silent.waiting > 0;
    this.#told({ played: this.#silent.report(0), speaking });
    if (speaking) return;
    clearInterval(this.#timer);
    this.#timer = 0;
  }
}

/**
 * Gain of a volume: halves of loudness sound like halves.
 * @param {number} percent
 */
function loudness(percent) {
  return (percent / 100) ** 2;
}
