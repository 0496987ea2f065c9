/** A microphone or a camera: asked for, lost, and found again. */

/** @typedef {import("./types.js").SenseState} SenseState */

/** Milliseconds after which a lost device is asked for again: another may have taken its place. */
const AGAIN = 500;

/**
 * What a failed request means.
 * @type {Record<string, SenseState>}
 */
const FAILURES = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  TypeError: "missing",
};

/** One kind of device, switched on and off by the wearer. */
export class Sense {
  /** @type {SenseState} */
  state = "off";
  /** @type {MediaStream | null} */
  stream = null;
  #wanted = false;
  #request = 0;
  /** @type {PermissionStatus | null} */
  #permission = null;

  /**
   * @param {"microphone" | "camera"} name
   * @param {() => Promise<MediaStream>} ask
   * @param {() => void} changed  After a change of `state`, of `stream`, or of what its track does.
   */
  constructor(name, ask, changed) {
    this.name = name;
    this.ask = ask;
    this.changed = changed;
  }

  /** A track is there and gives something: the only thing that lights the indicator. */
  get live() {
    const track = this.stream?.getTracks()[0];
    return track?.readyState === "live" && track.enabled && !track.muted;
  }

  /** Ask for the device. Never rejects: see `state`. */
  async on() {
    this.#wanted = true;
    navigator.mediaDevices?.addEventListener("devicechange", this.#retry);
    await this.#watchPermission();
    if (this.#wanted) await this.#open();
  }

  /** Let go of the device. */
  off() {
    this.#wanted = false;
    this.#request += 1;
    navigator.mediaDevices?.removeEventListener("devicechange", this.#retry);
    this.#let();
    this.#become("off");
  }

  /**
   * Ask again, for something else.
   * @param {() => Promise<MediaStream>} ask
   */
  async instead(ask) {
    this.ask = ask;
    if (this.#wanted) await this.#open();
  }

  async #open() {
    const request = ++this.#request;
    this.#let();
    this.#become("asking");
    try {
      const stream = await this.ask();
      if (request === this.#request) this.#take(stream);
      else stop(stream);
    } catch (error) {
      if (request !== this.#request) return;
      this.#become(FAILURES[/** @type {Error} */ (error).name] ?? "lost");
    }
  }

  /** @param {MediaStream} stream */
  #take(stream) {
    this.stream = stream;
    const [track] = stream.getTracks();
    const look = () => this.stream === stream && this.#become(track.muted ? "lost" : "on");
    track.onmute = track.onunmute = look;
    track.onended = () => this.stream === stream && this.#lose();
    look();
  }

  #lose() {
    this.#let();
    this.#become(this.#permission && this.#permission.state !== "granted" ? "refused" : "lost");
    setTimeout(this.#retry, AGAIN);
  }

  #retry = () => {
    if (this.#wanted && ["lost", "missing"].includes(this.state) && !this.stream) this.#open();
  };

  async #watchPermission() {
    if (this.#permission) return;
    try {
      const name = /** @type {PermissionName} */ (this.name);
      const permission = await navigator.permissions.query({ name });
      this.#permission = permission;
      permission.onchange = () => {
        if (permission.state === "granted" && this.#wanted && !this.stream) this.#open();
        if (permission.state === "denied" && this.stream) this.#lose();
      };
    } catch {
      this.#permission = null; // this browser does not tell: the wearer switches the sense on again
    }
  }

  #let() {
    if (this.stream) stop(this.stream);
    this.stream = null;
  }

  /** @param {SenseState} state */
  #become(state) {
    this.state = state;
    this.changed();
  }
}

/** @param {MediaStream} stream */
function stop(stream) {
  for (const track of stream.getTracks()) track.stop();
}
