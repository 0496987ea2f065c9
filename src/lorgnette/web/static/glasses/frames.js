/** The binary frames of the link: a header of 16 bytes, big-endian, then sound or a picture. */

/** @typedef {import("./types.js").Media} Media */

export const SAMPLE_RATE = 16000;

/** Bytes before the sound or the picture. */
export const HEADER = 16;
const KINDS = ["", "microphone", "speech", "camera", "drawing"];
const END = 1;
const LOST = 2;

/** A frame that does not follow the link's reference; `code` is what a bye says of it. */
export class Breach extends Error {
  /** @param {string} reason @param {string} [code] */
  constructor(reason, code = "breach") {
    super(reason);
    this.code = code;
  }
}

/**
 * The frame of a piece of sound or a picture.
 * @param {Media} media
 * @returns {ArrayBuffer}
 */
export function encode(media) {
  const content = "picture" in media ? media.picture : media.sound;
  const frame = new ArrayBuffer(HEADER + content.byteLength);
  const view = new DataView(frame);
  view.setUint8(0, KINDS.indexOf(media.kind));
  view.setUint16(2, media.kind === "microphone" ? END * +media.end + LOST * +media.lost : 0);
  view.setUint32(4, sequence(media));
  view.setBigUint64(8, BigInt("sample" in media ? media.sample : 0));
  const bytes = new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  new Uint8Array(frame, HEADER).set(bytes);
  return frame;
}

/**
 * The piece of sound or picture in a frame.
 * @param {ArrayBuffer} frame
 * @param {import("./types.js").Limits} limits
 * @returns {Media}
 * @throws {Breach}
 */
export function decode(frame, limits) {
  if (frame.byteLength < HEADER) throw new Breach("a binary frame has a header of 16 bytes");
  if (frame.byteLength > limits.media_bytes) throw new Breach("a binary frame is too large", "too-much");
  const view = new DataView(frame);
  const kind = KINDS[view.getUint8(0)];
  const flags = view.getUint16(2);
  const number = view.getUint32(4);
  const sample = Number(view.getBigUint64(8));
  if (view.getUint8(1) || !Number.isSafeInteger(sample)) {
    throw new Breach("the stream or the sample of a binary frame is out of range");
  }
  if (!kind) throw new Breach("there is no binary frame of this kind");
  if (kind === "camera") return { kind, number, sample, picture: new Uint8Array(frame, HEADER) };
  if (kind === "drawing") return { kind, number, picture: new Uint8Array(frame, HEADER) };
  if (frame.byteLength % 2) throw new Breach("sound has two bytes a sample");
  const sound = new Int16Array(frame, HEADER);
  if (sound.length > limits.audio_samples) throw new Breach("a piece of sound is too long", "too-much");
  if (kind === "speech") return { kind, epoch: number, sample, sound };
  return { kind: "microphone", sample, sound, end: !!(flags & END), lost: !!(flags & LOST) };
}

/** @param {Media} media */
function sequence(media) {
  if (media.kind === "speech") return media.epoch;
  return "number" in media ? media.number : 0;
}
