/** Short sounds that say what words would say too slowly: the same as the hub's own. */
import { SAMPLE_RATE } from "./frames.js";

const LOUDNESS = 0.25;
const ATTACK = 0.008;
const RELEASE = 0.03;

const [C5, E5, G5, C6, E6, G6] = [523.25, 659.26, 783.99, 1046.5, 1318.5, 1568];
const BELLS = [0, 0.5].flatMap((beat) => [
  [C6, beat, 0.16, 4],
  [E6, beat + 0.11, 0.16, 4],
  [G6, beat + 0.22, 0.16, 4],
]);

/**
 * Pitch in hertz, beginning and length in seconds, decay.
 * @type {Record<string, number[][]>}
 */
const SCORES = {
  wake: [[G5, 0, 0.07], [C6, 0.06, 0.1]],
  done: [[C6, 0, 0.08], [G5, 0.07, 0.14]],
  question: [[C5, 0, 0.09], [E5, 0.08, 0.09], [G5, 0.16, 0.16]],
  error: [[329.63, 0, 0.14], [246.94, 0.13, 0.24]],
  alarm: BELLS,
  left: [[E6, 0, 0.08], [G5, 0.08, 0.12]],
  right: [[G5, 0, 0.08], [E6, 0.08, 0.12]],
};

/**
 * The sound of an earcon, or null for a name that is not known.
 * @param {string} name
 * @returns {Float32Array | null}
 */
export function earcon(name) {
  if (!Object.hasOwn(SCORES, name)) return null;
  const score = SCORES[name];
  const length = name === "alarm" ? 1 : Math.max(...score.map(([, at, lasts]) => at + lasts));
  const mixed = new Float32Array(Math.round(length * SAMPLE_RATE));
  for (const note of score) add(note, mixed);
  const loudest = mixed.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return mixed.map((value) => (value * LOUDNESS) / loudest);
}

/** @param {number[]} note @param {Float32Array} mixed */
function add([pitch, begins, lasts, decay = 6], mixed) {
  const count = Math.round(lasts * SAMPLE_RATE);
  const first = Math.round(begins * SAMPLE_RATE);
  const turn = (2 * Math.PI * pitch) / SAMPLE_RATE;
  for (let index = 0; index < count; index++) {
    const at = index / SAMPLE_RATE;
    const envelope = Math.min(1, at / ATTACK, (count - index) / SAMPLE_RATE / RELEASE);
    const wave = Math.sin(turn * index) + 0.2 * Math.sin(2 * turn * index);
    mixed[first + index] += wave * envelope * Math.exp(-decay * at);
  }
}
