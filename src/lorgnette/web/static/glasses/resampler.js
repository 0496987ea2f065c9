/** From one sample rate to another, piece by piece. */

/** Zero crossings of the kernel on each side: steep enough for speech, 1 ms late at 16 kHz. */
const CROSSINGS = 16;
/** Of the Kaiser window: aliases are 80 dB down. */
const BETA = 8;
/** The end of the pass band, of the lower rate's half. */
const PASS = 0.92;

/** A windowed sinc in as many phases as the two rates need. Equal rates pass unchanged. */
export class Resampler {
  /** @type {Float32Array[]} */
  #phases = [];
  #taps = 0;
  #phase = 0;
  #history = new Float32Array(0);

  /** @param {number} from  Hertz. @param {number} to  Hertz. */
  constructor(from, to) {
    const shared = commonDivisor(from, to);
    this.up = to / shared;
    this.down = from / shared;
    if (from === to) return;
    const cutoff = PASS * Math.min(1, to / from);
    const half = Math.ceil(CROSSINGS / cutoff);
    this.#taps = 2 * half;
    this.#history = new Float32Array(this.#taps - 1);
    for (let phase = 0; phase < this.up; phase++) {
      const kernel = Float32Array.from({ length: this.#taps }, (_, tap) =>
        sinc(tap - half + 1 - phase / this.up, cutoff, half),
      );
      const sum = kernel.reduce((total, value) => total + value, 0);
      this.#phases.push(kernel.map((value) => value / sum));
    }
  }

  /**
   * The samples that can be told from all that was given so far, and were not told yet.
   * @param {Float32Array} input
   * @returns {Float32Array}
   */
  push(input) {
    if (!this.#taps) return input;
    const all = new Float32Array(this.#history.length + input.length);
    all.set(this.#history);
    all.set(input, this.#history.length);
    const output = new Float32Array(Math.ceil((input.length * this.up) / this.down) + 1);
    let [made, at] = [0, 0];
    for (; at + this.#taps <= all.length; made++) {
      output[made] = product(this.#phases[this.#phase], all, at);
      this.#phase += this.down;
      at += Math.floor(this.#phase / this.up);
      this.#phase %= this.up;
    }
    this.#history = all.slice(at);
    return output.subarray(0, made);
  }
}

/** @param {Float32Array} kernel @param {Float32Array} samples @param {number} first */
function product(kernel, samples, first) {
  let sum = 0;
  for (let tap = 0; tap < kernel.length; tap++) sum += kernel[tap] * samples[first + tap];
  return sum;
}

/** @param {number} x  Samples. @param {number} cutoff @param {number} half */
function sinc(x, cutoff, half) {
  const window = bessel(BETA * Math.sqrt(Math.max(0, 1 - (x / half) ** 2))) / bessel(BETA);
  const angle = Math.PI * cutoff * x;
  return (angle ? Math.sin(angle) / angle : 1) * window;
}

/**
 * The modified Bessel function of the first kind, order zero.
 * @param {number} x
 */
function bessel(x) {
  let [sum, term] = [1, 1];
  for (let k = 1; term > 1e-9 * sum; k++) sum += term *= (x / 2 / k) ** 2;
  return sum;
}

/** @param {number} a @param {number} b @returns {number} */
function commonDivisor(a, b) {
  return b ? commonDivisor(b, a % b) : a;
}
