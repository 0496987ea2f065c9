/** What the loudspeaker says next, and how far it is. Pure: time is the samples it was asked for. */

/**
 * @typedef {import("./types.js").Speech} Speech
 * @typedef {import("./types.js").Played} Played
 * @typedef {{at: number, epoch: number, sample: number}} Mark
 */

/** Samples over which a jump in the sound is bridged, so that nothing clicks: 5 ms. */
const BRIDGE = 80;
/** How loud ducked speech is. */
const DUCKED = 0.2;
/** How fast the voice gets softer or louder, or to a side. */
const FADE = 1 / 400;

/** Plays speech in the order it comes. */
export class Playlist {
  /** Samples that were asked for. */
  clock = 0;

  /** @type {Speech[]} */
  #queue = [];
  /** Samples of the first piece that were played. */
  #done = 0;
  #hold = 0;
  #ducked = -1;
  #gain = 1;
  #side = 0;
  #last = 0;
  #jump = 0;
  #bridged = BRIDGE;
  #starved = true;
  /** @type {Map<number, number>} */
  #totals = new Map();
  /**
   * What left towards the ear, and when, newest last.
   * @type {Mark[]}
   */
  #marks = [{ at: 0, epoch: 0, sample: 0 }];
  /** The end of what was played last, and of what has a mark. */
  #played = { epoch: 0, sample: 0 };
  #marked = this.#played;
  #reported = JSON.stringify(played(0, 0, false));

  /** Where the voice comes from that is played: −1 left, 1 right. */
  get side() {
    return this.#side;
  }

  /** Samples that wait to be played. */
  get waiting() {
    return this.#queue.reduce((sum, { sound }) => sum + sound.length, -this.#done);
  }

  /**
   * Play this after everything else.
   * @param {Speech} speech
   */
  feed(speech) {
    this.#queue.push(speech);
  }

  /**
   * The epoch's speech is this long, all in all.
   * @param {number} epoch
   * @param {number} samples
   */
  ends(epoch, samples) {
    this.#totals.set(epoch, samples);
  }

  /**
   * Fall silent, and forget all speech up to and including this epoch.
   * @param {number} epoch
   */
  flush(epoch) {
    if (this.#queue.length && this.#queue[0].epoch <= epoch) {
      this.#done = 0;
      this.#starved = true;
      this.#bridge(0);
    }
    this.#queue = this.#queue.filter((speech) => speech.epoch > epoch);
    for (const one of this.#totals.keys()) if (one <= epoch) this.#totals.delete(one);
  }

  /**
   * Speak softly, or normally again.
   * @param {number} epoch
   * @param {boolean} on
   */
  duck(epoch, on) {
    this.#ducked = on ? epoch : -1;
  }

  /**
   * Say nothing for so many samples.
   * @param {number} samples
   */
  hold(samples) {
    this.#hold = Math.max(this.#hold, samples);
  }

  /**
   * The next samples, -1 to 1; silence where nothing waits.
   * @param {Float32Array} out
   */
  render(out) {
    for (let index = 0; index < out.length; index++) out[index] = this.#next();
    this.clock += out.length;
    this.#mark();
    this.#settle();
  }

  /**
   * How far the ear is, if that is news. An epoch's report says that earlier ones are over.
   * @param {number} latency  Samples that are on their way from here to the ear.
   * @returns {Played | null}
   */
  report(latency) {
    const heard = this.#marks.findLastIndex(({ at }) => at <= this.clock - latency);
    if (heard > 0) this.#marks.splice(0, heard);
    const { epoch, sample } = this.#marks[0];
    const total = this.#totals.get(epoch);
    const news = played(epoch, sample, total !== undefined && total <= sample);
    const key = JSON.stringify(news);
    if (key === this.#reported) return null;
    this.#reported = key;
    for (const one of this.#totals.keys()) if (one < epoch) this.#totals.delete(one);
    return news;
  }

  #next() {
    const held = this.#hold > 0;
    if (held) this.#hold -= 1;
    const [piece] = this.#queue;
    const starved = held || !piece;
    const value = starved ? 0 : this.#sample(piece);
    if (starved !== this.#starved) this.#bridge(value);
    this.#starved = starved;
    this.#last = value + this.#step();
    return this.#last;
  }

  /** @param {Speech} piece */
  #sample(piece) {
    this.#gain = nearer(this.#gain, piece.epoch === this.#ducked ? DUCKED : 1);
    this.#side = nearer(this.#side, piece.side ?? 0);
    const value = (piece.sound[this.#done++] / 32768) * this.#gain;
    if (this.#done === piece.sound.length) this.#finish(piece);
    return value;
  }

  /** @param {Speech} piece */
  #finish({ epoch, sample, sound }) {
    this.#played = { epoch, sample: sample + sound.length };
    this.#queue.shift();
    this.#done = 0;
  }

  /**
   * From now on, lead smoothly from where the sound was to where it goes on.
   * @param {number} to
   */
  #bridge(to) {
    this.#jump = this.#last - to;
    this.#bridged = 0;
  }

  #step() {
    if (this.#bridged >= BRIDGE) return 0;
    return (this.#jump * (1 + Math.cos((Math.PI * ++this.#bridged) / BRIDGE))) / 2;
  }

  /** Note where the sound is, if it got on. */
  #mark() {
    const [piece] = this.#queue;
    if (piece && this.#done) this.#played = { epoch: piece.epoch, sample: piece.sample + this.#done };
    if (this.#played === this.#marked) return;
    this.#marked = this.#played;
    this.#marks.push({ at: this.clock, ...this.#played });
  }

  /** When nothing waits, the last epoch that ended is the one the wearer is at. */
  #settle() {
    const latest = Math.max(...this.#totals.keys());
    const last = this.#marks[this.#marks.length - 1];
    if (!this.#queue.length && latest > last.epoch) {
      this.#marks.push({ at: this.clock, epoch: latest, sample: 0 });
    }
  }
}

/**
 * A value one sample later, on its way to a target.
 * @param {number} value
 * @param {number} target
 */
function nearer(value, target) {
  return value + Math.max(-FADE, Math.min(FADE, target - value));
}

/** @param {number} epoch @param {number} sample @param {boolean} done @returns {Played} */
function played(epoch, sample, done) {
  return { type: "played", epoch, sample, done };
}
