/** The way to the hub: a websocket, which developers can make slow, lossy or cut. */

/**
 * @typedef {string | ArrayBuffer} Frame
 *
 * @typedef {object} Listener  What a pipe tells.
 * @property {() => void} open
 * @property {(frame: Frame) => void} frame
 * @property {() => void} close  Once; nothing comes after it.
 */

/** Milliseconds until a lost packet is sent again, the first time; then doubling. */
const AGAIN = 200;
const MOST_TRIES = 6;

/** Opens pipes, and makes them bad when it is told to. */
export class Network {
  /** Milliseconds that every frame takes more, in either direction. */
  delay = 0;
  /** How many frames of one are lost and sent again by the transport, 0 to 1. */
  loss = 0;

  #gone = false;
  /** @type {Set<Pipe>} */
  #pipes = new Set();

  /**
   * Take the network away, or give it back. The hub does not notice while it is gone.
   * @param {boolean} gone
   */
  cut(gone) {
    this.#gone = gone;
    for (const pipe of [...this.#pipes]) gone ? pipe.silence() : pipe.release();
    if (!gone) dispatchEvent(new Event("online")); // as a browser says it of a network that returns
  }

  /**
   * @param {string} url
   * @param {Listener} listener
   * @returns {Pick<Pipe, "buffered" | "send" | "close">}
   */
  open(url, listener) {
    if (this.#gone) {
      setTimeout(listener.close);
      return { buffered: 0, send() {}, close() {} };
    }
    const pipe = new Pipe(url, listener, () => this.#lateness());
    this.#pipes.add(pipe);
    pipe.over = () => this.#pipes.delete(pipe);
    return pipe;
  }

  #lateness() {
    let late = this.delay;
    for (let tries = 0; Math.random() < this.loss && tries < MOST_TRIES; tries++) late += AGAIN * 2 ** tries;
    return late;
  }
}

/** One connection. What is sent arrives in order, however late. */
class Pipe {
  over = () => {};
  #silent = false;
  #out = new Line();
  #in = new Line();

  /** @param {string} url @param {Listener} listener @param {() => number} lateness */
  constructor(url, listener, lateness) {
    this.listener = listener;
    this.lateness = lateness;
    this.socket = new WebSocket(url);
    this.socket.binaryType = "arraybuffer";
    this.socket.onopen = () => this.#tell(() => this.listener.open());
    this.socket.onmessage = ({ data }) => this.#tell(() => this.listener.frame(data));
    this.socket.onclose = () => this.#close();
  }

  /** Bytes that wait to leave. */
  get buffered() {
    return this.socket.bufferedAmount + this.#out.bytes;
  }

  /** @param {Frame} frame */
  send(frame) {
    const bytes = typeof frame === "string" ? frame.length : frame.byteLength;
    this.#out.pass(this.lateness(), bytes, () => {
      if (!this.#silent && this.socket.readyState === WebSocket.OPEN) this.socket.send(frame);
    });
  }

  /** Close once all has left. */
  close() {
    this.#out.pass(0, 0, () => this.#silent || this.socket.close());
  }

  /** The network is back: the hub may notice now that this connection is dead. */
  release() {
    this.socket.close();
  }

  /** The network is gone: nothing comes or goes, and this side knows. */
  silence() {
    if (this.#silent) return;
    this.#silent = true;
    setTimeout(this.listener.close);
  }

  /** @param {() => void} news */
  #tell(news) {
    this.#in.pass(this.lateness(), 0, () => this.#silent || news());
  }

  #close() {
    this.over();
    this.#tell(() => this.listener.close());
  }
}

/** Things that pass one after the other, each not before its time. */
class Line {
  bytes = 0;
  /** @type {{at: number, bytes: number, go: () => void}[]} */
  #waiting = [];

  /** @param {number} late @param {number} bytes @param {() => void} go */
  pass(late, bytes, go) {
    const now = performance.now();
    if (!this.#waiting.length && !late) return go();
    const before = this.#waiting.at(-1)?.at ?? now;
    this.bytes += bytes;
    if (this.#waiting.push({ at: Math.max(before, now + late), bytes, go }) === 1) this.#later();
  }

  #later() {
    if (!this.#waiting.length) return;
    setTimeout(() => {
      const [{ bytes, go }] = this.#waiting;
      go();
      this.#waiting.shift();
      this.bytes -= bytes;
      this.#later();
    }, this.#waiting[0].at - performance.now());
  }
}
