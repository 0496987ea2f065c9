/** What the wearer looks at: the camera, and the pictures of it that the hub asks for. */
import { Sense } from "./sense.js";

/** @typedef {import("./types.js").Other} Look */

/** How good the JPEGs are, from the first try to the last that may be too large still. */
const QUALITIES = [0.85, 0.6, 0.4];

const WANTED = { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * A camera that is off until it is switched on.
 * @param {() => void} changed
 */
export function camera(changed) {
  return new Sense("camera", () => navigator.mediaDevices.getUserMedia({ video: WANTED }), changed);
}

/** Takes pictures for as long as the hub wants some, and switches the camera on for it. */
export class Eyes {
  #video = document.createElement("video");
  #canvas = document.createElement("canvas");
  #timer = 0;
  #rate = 0;
  #side = 0;
  #taken = 0;
  #borrowed = false;
  #busy = false;

  /**
   * @param {Sense} camera
   * @param {(number: number, picture: Uint8Array) => boolean} send  False when it has to be left out.
   * @param {(reason: string) => void} blind
   * @param {() => number} largest  Bytes of a picture.
   */
  constructor(camera, send, blind, largest) {
    this.camera = camera;
    this.send = send;
    this.blind = blind;
    this.largest = largest;
    this.#video.muted = this.#video.playsInline = true;
  }

  /** @param {Look} wish */
  look({ rate = 0, side = 1280 }) {
    this.#rate = rate;
    this.#side = side;
    window.clearInterval(this.#timer);
    if (!rate) return this.rest();
    if (this.camera.state === "off") {
      this.#borrowed = true;
      this.camera.on();
    }
    this.#timer = window.setInterval(() => this.#take(), 1000 / rate);
    this.#take();
  }

  /** No more pictures; a camera that was off before is off again. */
  rest() {
    window.clearInterval(this.#timer);
    this.#rate = 0;
    this.#video.srcObject = null;
    if (this.#borrowed) this.camera.off();
    this.#borrowed = false;
  }

  /** The wearer wants the camera for themselves, too: it stays on. */
  keep() {
    this.#borrowed = false;
  }

  async #take() {
    if (this.#busy) return;
    this.#busy = true;
    try {
      const picture = await this.#picture();
      if (picture && this.#rate && this.send(this.#taken + 1, picture)) this.#taken += 1;
    } finally {
      this.#busy = false;
    }
  }

  /** @returns {Promise<Uint8Array | null>} */
  async #picture() {
    const { stream, live, state } = this.camera;
    if (!stream || !live) return this.#excuse(state);
    if (this.#video.srcObject !== stream) {
      this.#video.srcObject = stream;
      await this.#video.play().catch(() => {});
    }
    const { videoWidth, videoHeight } = this.#video;
    if (!videoWidth) return null; // its first frame is still to come
    const scale = Math.min(1, this.#side / Math.max(videoWidth, videoHeight));
    this.#canvas.width = Math.round(videoWidth * scale);
    this.#canvas.height = Math.round(videoHeight * scale);
    this.#canvas.getContext("2d")?.drawImage(this.#video, 0, 0, this.#canvas.width, this.#canvas.height);
    return this.#small();
  }

  /** @returns {Promise<Uint8Array | null>} */
  async #small() {
    for (const quality of QUALITIES) {
      const blob = await new Promise((done) => this.#canvas.toBlob(done, "image/jpeg", quality));
      if (blob && blob.size <= this.largest()) return new Uint8Array(await blob.arrayBuffer());
    }
    return null;
  }

  /** @param {import("./types.js").SenseState} state @returns {null} */
  #excuse(state) {
    if (state === "refused" || state === "missing") this.blind(state);
    if (state === "lost") this.blind("busy");
    return null;
  }
}
