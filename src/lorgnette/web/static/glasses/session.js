/** The glasses' side of a session, over as many connections as it takes. No I/O, no clock. */
import { Breach, decode, encode } from "./frames.js";
import { AudioRing } from "./ring.js";
import { SpeechOnce } from "./speech.js";

/**
 * @typedef {import("./types.js").News} News
 * @typedef {import("./types.js").Message} Message
 * @typedef {import("./types.js").Played} Played
 * @typedef {import("./types.js").Status} Status
 */

export const VERSION = 1;

/** @type {import("./types.js").Limits}  What holds until the welcome brings the hub's own. */
const LIMITS = {
  text_length: 65536,
  media_bytes: 2097152,
  audio_samples: 16000,
  listening_chunk: 320,
  ring_seconds: 120,
  ring_messages: 100,
  played_seconds: 0.05,
};

/** Records, numbers, sends again, drops what came twice: `GlassesLink` in another language. */
export class Session {
  ring = new AudioRing(LIMITS);
  /** @type {"new" | "greeted" | "open" | "closed"}  Of the present connection. */
  connection = "closed";

  /** @type {string | null} */
  #session = null;
  #speech = new SpeechOnce();
  #event = 0;
  #acknowledged = 0;
  /** @type {Map<string, Played | Status>} */
  #latest = new Map();
  /** @type {Set<string>} */
  #owed = new Set();
  /** @type {(string | ArrayBuffer)[]} */
  #queue = [];

  /**
   * @param {object} hello  What the hello says of these glasses.
   * @param {import("./types.js").Profile} hello.profile
   * @param {string} hello.language
   * @param {string | null} hello.token
   * @param {string} hello.client
   * @param {string | null} hello.time_zone
   */
  constructor(hello) {
    this.hello = hello;
  }

  get limits() {
    return this.ring.limits;
  }

  /** Begin, or go on, over a new connection: queues the hello. */
  attach() {
    const { recorded } = this.ring;
    this.connection = "greeted";
    this.#queue = [];
    this.#say({
      type: "hello",
      version: VERSION,
      ...this.hello,
      session: this.#session,
      last_event: this.#event,
      last_sample: recorded,
    });
  }

  /** The connection is gone. */
  detach() {
    this.connection = "closed";
    this.#queue = [];
  }

  /**
   * Tell the hub something that must not be lost; false when too much waits already.
   * @param {import("./types.js").Said} message
   */
  say(message) {
    return this.ring.say(message);
  }

  /**
   * Tell the hub how the glasses are; only the latest counts.
   * @param {Played | Status} message
   */
  report(message) {
    this.#latest.set(message.type, message);
    this.#owed.add(message.type);
  }

  /**
   * Tell the hub what is only worth something now; false when it is not there.
   * @param {import("./types.js").Mention | import("./types.js").Picture} message
   */
  tell(message) {
    if (this.connection !== "open") return false;
    this.#queue.push("kind" in message ? encode(message) : JSON.stringify(message));
    return true;
  }

  /** @param {number} id  Of the pong that shall come back. */
  ping(id) {
    if (this.connection === "open") this.#say({ type: "ping", id });
  }

  /**
   * Say goodbye. The frames before it are still to be sent.
   * @param {string} code
   * @param {string} [reason]
   */
  bye(code, reason = "") {
    if (this.connection === "closed") return;
    this.#say({ type: "bye", code, reason });
    this.connection = "closed";
  }

  /**
   * What is new in a frame that came; a breach is told as the bye that answers it. Never throws.
   * @param {string | ArrayBuffer} frame
   * @returns {News[]}
   */
  receive(frame) {
    if (this.connection === "closed") return [];
    try {
      return this.#take(typeof frame === "string" ? this.#read(frame) : decode(frame, this.limits));
    } catch (error) {
      const { code, message } = error instanceof Breach ? error : new Breach(String(error));
      this.bye(code, message.slice(0, 200));
      return [{ type: "bye", code, reason: message, retry_after: 1 }];
    }
  }

  /**
   * The frames to send now, in order.
   * @param {number} [most]  How many kept ones at most.
   * @returns {(string | ArrayBuffer)[]}
   */
  unsent(most) {
    /** @type {(string | ArrayBuffer)[]} */
    const frames = this.#queue;
    this.#queue = [];
    if (this.connection !== "open") return frames;
    if (this.#event > this.#acknowledged) {
      this.#acknowledged = this.#event;
      frames.push(JSON.stringify({ type: "ack", event: this.#event }));
    }
    const kept = this.ring.unsent(most);
    frames.push(...kept.map((one) => ("sound" in one ? encode(one) : JSON.stringify(one))));
    frames.push(...[...this.#owed].map((type) => JSON.stringify(this.#latest.get(type))));
    this.#owed.clear();
    return frames;
  }

  /** @param {object} message */
  #say(message) {
    this.#queue.push(JSON.stringify(message));
  }

  /** @param {string} frame @returns {Message} */
  #read(frame) {
    if (frame.length > this.limits.text_length) throw new Breach("a text frame is too long", "too-much");
    const message = JSON.parse(frame);
    if (typeof message?.type !== "string") throw new Breach("a message has a type");
    const first = ["welcome", "refused", "bye"].includes(message.type);
    if (this.connection === "greeted" && !first) throw new Breach("a welcome comes first");
    return message;
  }

  /** @param {import("./types.js").Media | Message} message @returns {News[]} */
  #take(message) {
    if ("kind" in message) return this.#listen(message);
    if (message.type === "welcome") this.#begin(/** @type {import("./types.js").Welcome} */ (message));
    const { type, event = 0, sample = 0, number = 0, samples = 0, epoch = 0, code = "" } =
      /** @type {import("./types.js").Other} */ (message);
    if (type === "bye") this.bye(code);
    if (type === "refused") this.connection = "closed";
    if (type === "ack") this.ring.acknowledge(sample, number);
    if (type === "chunk" && samples > 0) this.ring.chunk = samples;
    if (event && event <= this.#event) return [];
    this.#event = Math.max(event, this.#event);
    if (type === "flush") this.#speech.flush(epoch);
    return type === "ack" ? [] : [message];
  }

  /** @param {import("./types.js").Media} media */
  #listen(media) {
    if (this.connection !== "open") throw new Breach("a welcome comes first");
    if (media.kind === "drawing") return [media];
    if (media.kind !== "speech") throw new Breach("only speech and drawings come here");
    const news = this.#speech.news(media);
    return news ? [news] : [];
  }

  /**
   * Go on where the hub is, or start over with all that was not acknowledged.
   * @param {import("./types.js").Welcome} welcome
   */
  #begin(welcome) {
    if (!welcome.resumed) {
      this.#event = 0;
      this.#speech = new SpeechOnce();
      this.#latest.delete("played");
    }
    this.connection = "open";
    this.#session = welcome.session;
    this.#acknowledged = this.#event;
    this.ring.limits = { ...LIMITS, ...welcome.limits };
    this.ring.chunk = welcome.chunk;
    this.ring.acknowledge(welcome.sample, welcome.number);
    this.ring.rewind();
    this.#owed = new Set(this.#latest.keys());
  }
}
