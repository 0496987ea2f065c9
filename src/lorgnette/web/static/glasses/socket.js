/** Keeps a session connected: dials, comes back, and notices when the other end is gone. */

/**
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./types.js").News} News
 * @typedef {import("./network.js").Network} Network
 */

const TICK = 1000;
const PING_EVERY = 5000;
/** Milliseconds within which a pong, or anything else, must come. */
const PATIENCE = 5000;
/** The same when there is reason for doubt: the laptop slept, the network changed. */
const DOUBT = 2000;
const WELCOME = 10000;
/** Milliseconds the hub has to close the connection after a goodbye. */
const FAREWELL = 1000;
/** Bytes that may wait in the socket; the rest stays in the ring, where the oldest can be lost. */
const BUFFERED = 262144;

/** One session on the network, from `open` to `close`. */
export class Socket {
  /** @type {"off" | "connecting" | "connected" | "away" | "refused"} */
  state = "off";
  /** @type {string | null}  The code with which the hub sent these glasses away. */
  refusal = null;
  /** @type {number | null}  Milliseconds there and back. */
  latency = null;

  /** @type {ReturnType<Network["open"]> | null} */
  #pipe = null;
  #tries = 0;
  #due = Infinity;
  #deadline = Infinity;
  #pinged = 0;
  #ticked = Date.now();
  #ping = { id: 0, at: 0 };
  /** @type {(() => void)[]} */
  #stops = [];

  /**
   * @param {Session} session
   * @param {string} url
   * @param {Network} network
   * @param {(news: News) => void} told
   * @param {() => void} changed  After a change of `state` or `latency`.
   */
  constructor(session, url, network, told, changed) {
    this.session = session;
    this.url = url;
    this.network = network;
    this.told = told;
    this.changed = changed;
  }

  /** Connect, and stay connected. */
  open() {
    const ticking = setInterval(() => this.tick(), TICK);
    const hurry = () => this.hurry();
    this.#stops = [() => clearInterval(ticking)];
    for (const [target, event] of /** @type {[EventTarget, string][]} */ ([
      [window, "online"],
      [window, "offline"],
      [document, "visibilitychange"],
    ])) {
      target.addEventListener(event, hurry);
      this.#stops.push(() => target.removeEventListener(event, hurry));
    }
    this.#become("connecting");
    this.#dial();
  }

  /** Say goodbye: the session is over. */
  close() {
    this.session.bye("leaving");
    this.flush();
    const pipe = this.#pipe;
    this.#pipe = null; // the hub answers and closes: whoever closes first may not be heard out
    setTimeout(() => pipe?.close(), FAREWELL);
    this.#drop();
    this.#become("off");
    this.#stop();
  }

  /** A new hello, with what the session's says now. */
  again() {
    if (this.state === "off" || this.state === "refused") return;
    this.#drop();
    this.#dial();
  }

  /** Frames wait in it already: what can be left out had better be. */
  get busy() {
    return !this.#pipe || this.#pipe.buffered > 0;
  }

  /** Send what there is to send. */
  flush() {
    while (this.#pipe && this.#pipe.buffered < BUFFERED) {
      const frames = this.session.unsent(100);
      if (!frames.length) break;
      for (const frame of frames) this.#pipe.send(frame);
    }
  }

  /** Something may have changed outside: look at once. */
  hurry() {
    if (this.state === "connected") this.#ask(Date.now(), DOUBT);
    else if (this.state === "away") this.again();
  }

  /** Look at the clock. Called each second, and oftener by whoever is awake in a hidden tab. */
  tick(now = Date.now()) {
    const slept = now - this.#ticked > PING_EVERY + TICK;
    this.#ticked = now;
    if (now > this.#deadline) this.#broke(this.#pipe);
    else if (now >= this.#due) this.again();
    else if (this.state !== "connected") return;
    else if (slept) this.#ask(now, DOUBT);
    else if (now - this.#pinged > PING_EVERY) this.#ask(now, PATIENCE);
  }

  #dial() {
    this.#due = Infinity;
    this.#deadline = Date.now() + WELCOME;
    const pipe = this.network.open(this.url, {
      open: () => pipe === this.#pipe && this.#greet(),
      frame: (frame) => pipe === this.#pipe && this.#take(frame),
      close: () => this.#broke(pipe),
    });
    this.#pipe = pipe;
  }

  #greet() {
    this.session.attach();
    this.flush();
  }

  /** @param {string | ArrayBuffer} frame */
  #take(frame) {
    if (this.state === "connected") this.#deadline = Infinity;
    for (const news of this.session.receive(frame)) this.#act(news);
    this.flush();
    if (this.session.connection === "closed") this.#drop();
  }

  /** @param {News} news */
  #act(news) {
    if ("type" in news) {
      if (news.type === "welcome") this.#welcome();
      if (news.type === "pong") this.#pong(/** @type {import("./types.js").Other} */ (news));
      if (news.type === "bye" || news.type === "refused") {
        this.#sentAway(/** @type {import("./types.js").Other} */ (news));
      }
    }
    this.told(news);
  }

  #welcome() {
    this.#tries = 0;
    this.#deadline = Infinity;
    this.#become("connected");
    this.#ask(Date.now(), PATIENCE);
  }

  /** @param {import("./types.js").Other} news */
  #sentAway({ code = "", retry_after }) {
    this.flush();
    if (typeof retry_after === "number") return this.#wait(retry_after * 1000);
    this.refusal = code;
    this.#stop();
    this.#become("refused");
  }

  /** @param {number} now @param {number} patience */
  #ask(now, patience) {
    this.#pinged = now;
    this.#ping = { id: this.#ping.id + 1, at: performance.now() };
    this.#deadline = Math.min(this.#deadline, now + patience);
    this.session.ping(this.#ping.id);
    this.flush();
    if (patience < PATIENCE) setTimeout(() => this.tick(), patience + 1);
  }

  /** @param {import("./types.js").Other} pong */
  #pong({ id }) {
    if (id !== this.#ping.id) return;
    this.latency = Math.round(performance.now() - this.#ping.at);
    this.changed();
  }

  /** @param {unknown} pipe */
  #broke(pipe) {
    if (!this.#pipe || pipe !== this.#pipe) return;
    this.#drop();
    if (this.state !== "refused" && this.#due === Infinity) this.#wait(0);
  }

  #drop() {
    this.#pipe?.close();
    this.#pipe = null;
    this.#deadline = Infinity;
    this.session.detach();
  }

  /**
   * Come back after a pause that grows with every try.
   * @param {number} least  Milliseconds.
   */
  #wait(least) {
    const pause = Math.max(least, Math.min(100 * 2 ** this.#tries++, 5000) * (1 + Math.random() / 2));
    this.#due = Date.now() + pause;
    this.latency = null;
    this.#become("away");
    setTimeout(() => this.tick(), pause + 1);
  }

  #stop() {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#due = Infinity;
  }

  /** @param {Socket["state"]} state */
  #become(state) {
    this.state = state;
    this.changed();
  }
}
