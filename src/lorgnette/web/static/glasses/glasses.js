/** A pair of glasses in a browser tab, without a face: the page draws what they tell. */
import { camera, Eyes } from "./camera.js";
import { Condition } from "./condition.js";
import { Display } from "./display.js";
import { HEADER } from "./frames.js";
import { Headset } from "./headset.js";
import { Locator } from "./locator.js";
import { Network } from "./network.js";
import { PROFILES } from "./profiles.js";
import { react } from "./reactions.js";
import { Session } from "./session.js";
import { Socket } from "./socket.js";
import { Tabs } from "./tabs.js";
import { stayAwake } from "./wakelock.js";

/**
 * @typedef {import("./types.js").State} State
 * @typedef {{profile: string, language: string, token?: string | null, url?: string}} Wish
 * @typedef {{microphone?: boolean, camera?: boolean, position?: boolean}} Senses
 */

/** Characters that may be typed at once. */
const LONGEST = 1000;

/**
 * Events, each with a `detail`: "state" (after any change), "message" (of the hub), "lens" (what
 * is to be drawn now), "turn" (the live transcript).
 */
export class Glasses extends EventTarget {
  network = new Network();
  #tabs = new Tabs(() => this.#link(), () => this.#lose());
  #camera = camera(() => this.#changed());
  #eyes = new Eyes(
    this.#camera,
    (number, picture) => this.#show(number, picture),
    (reason) => this.#mention({ type: "blind", reason }),
    () => this.session.limits.media_bytes - HEADER,
  );
  #condition = new Condition((status) => this.#report(status), () => this.#changed());
  #locator = new Locator(
    this.#condition.whereabouts,
    (position, age) => this.#mention({ type: "located", position, age }),
    (reason) => this.#mention({ type: "lost", reason }),
  );
  #display = new Display((look) => this.#tell("lens", look));
  #light = { microphone: false, purpose: "" };
  #elsewhere = false;
  /** @type {Senses | null}  What was worn last, and with what. */
  #worn = null;
  #sleep = () => {};

  /** @param {Wish} wish */
  constructor({ profile, language, token = null, url = linkUrl() }) {
    super();
    const time_zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? null;
    this.url = url;
    this.hello = { profile: PROFILES[profile], language, token, client: "browser", time_zone };
    this.session = new Session(this.hello);
    this.headset = this.#headset();
    this.socket = this.#socket();
    /** @type {State} */
    this.state = this.#look();
    this.#condition.watch();
    addEventListener("pagehide", () => this.takeOff());
    addEventListener("pageshow", ({ persisted }) => persisted && this.connect());
  }

  /** Link only, without sound: typing works, cards come. In one tab only. */
  async connect() {
    if (await this.#tabs.ask(false)) this.#link();
    else this.#lose();
  }

  /**
   * Wear them: link, sound, senses. Call it in a click. Never rejects: see `state`.
   * @param {Senses} [senses]
   */
  async putOn(senses) {
    this.#worn = { microphone: true, ...senses };
    if (this.socket.state === "refused") this.#takeOff();
    const sounding = this.headset.open();
    await this.#tabs.ask(true);
    if (!this.#worn) return; // taken off meanwhile
    this.#link();
    this.#sleep();
    this.#sleep = stayAwake();
    await sounding;
    if (this.#worn) await this.sense(this.#worn);
  }

  /** Bring them here from another tab. Call it in a click. */
  async takeOver() {
    if (this.#worn) return this.putOn(this.#worn);
    await this.#tabs.ask(true);
    this.#link();
  }

  /** Take them off: the session is over, and nothing is heard or seen any more. */
  async takeOff() {
    this.#takeOff();
    this.#worn = null;
    this.#tabs.release();
  }

  /**
   * Switch senses on or off.
   * @param {Senses} wish
   */
  async sense({ microphone, camera, position }) {
    if (camera !== undefined) this.#eyes.keep();
    if (position !== undefined) this.#locator.keep();
    await Promise.all([
      switched(this.headset.microphone?.sense, microphone),
      switched(this.#camera, camera && this.hello.profile.camera),
      switched(this.#condition.whereabouts, position),
    ]);
  }

  /**
   * Hear a file, then silence, instead of the microphone; null: the microphone.
   * @param {AudioBuffer | null} file
   */
  microphoneFrom(file) {
    return this.headset.hear(file);
  }

  /**
   * Say something by typing; false when the hub has not taken the last messages.
   * @param {string} text
   * @param {string} [language]  Of this sentence, when it is another one than theirs.
   */
  type(text, language = this.hello.language) {
    const said = sayable(text);
    const id = Math.random().toString(36).slice(2);
    return !said || this.#say({ type: "typed", text: said, language, id });
  }

  /**
   * Touch the temple.
   * @param {import("./types.js").Gesture} gesture
   */
  touch(gesture) {
    return this.#say({ type: "touched", gesture, sample: this.session.ring.recorded });
  }

  /**
   * Press or release push-to-talk.
   * @param {boolean} pressed
   */
  talk(pressed) {
    return this.#say({ type: "talk", pressed, sample: this.session.ring.recorded });
  }

  /**
   * Be another model of glasses.
   * @param {string} profile
   */
  wear(profile) {
    this.hello.profile = PROFILES[profile];
    if (!this.hello.profile.camera) this.#camera.off();
    this.#changed();
    this.socket.again();
  }

  /**
   * Speak another language.
   * @param {string} language
   */
  speak(language) {
    this.hello.language = language;
    this.socket.again();
  }

  /** The picture behind the lens. */
  get cameraStream() {
    return this.#camera.stream;
  }

  /** The pictures that cards name. */
  get images() {
    return this.#display.drawings.images;
  }

  /** 0 to 100. */
  get volume() {
    return this.#condition.volume;
  }

  set volume(percent) {
    this.#condition.volume = this.headset.speaker.volume = whole(percent);
    this.#condition.tell();
  }

  /** 0 to 100. */
  get brightness() {
    return this.#condition.brightness;
  }

  set brightness(percent) {
    this.#condition.brightness = whole(percent);
    this.#condition.tell();
  }

  #headset() {
    const recorded = () => {
      this.socket.tick();
      this.socket.flush();
      this.#changed();
    };
    const played = (/** @type {import("./types.js").Played} */ news) => this.#report(news);
    const headset = new Headset(this.session.ring, played, recorded, () => this.#changed());
    headset.speaker.volume = this.volume;
    return headset;
  }

  #socket() {
    const told = (/** @type {import("./types.js").News} */ news) => this.#take(news);
    return new Socket(this.session, this.url, this.network, told, () => this.#changed());
  }

  #link() {
    this.#elsewhere = false;
    if (this.socket.state === "refused") this.#takeOff();
    if (this.socket.state === "off") this.socket.open();
    this.#condition.tell();
  }

  /** Another tab has them. */
  #lose() {
    this.#takeOff();
    this.#elsewhere = true;
    this.#changed();
  }

  #takeOff() {
    this.#fold();
    this.socket.close();
    this.session = new Session(this.hello);
    this.headset = this.#headset();
    this.socket = this.#socket();
    this.#changed();
  }

  /** Nothing is heard, seen, shown or said any more. */
  #fold() {
    this.#sleep();
    this.#eyes.rest();
    this.#locator.rest();
    this.#camera.off();
    this.#condition.whereabouts.off();
    this.headset.close();
    this.#light = { microphone: false, purpose: "" };
    this.#display.wipe();
  }

  /** @param {import("./types.js").Said} message */
  #say(message) {
    const kept = this.session.say(message);
    this.socket.flush();
    return kept;
  }

  /** @param {import("./types.js").Played | import("./types.js").Status} message */
  #report(message) {
    this.session.report(message);
    this.socket.flush();
  }

  /** @param {number} number @param {Uint8Array} picture */
  #show(number, picture) {
    const { recorded } = this.session.ring;
    const free = !this.socket.busy && this.session.tell({ kind: "camera", number, sample: recorded, picture });
    if (free) this.socket.flush();
    return free;
  }

  /**
   * Say what is only worth something now.
   * @param {import("./types.js").Mention} message
   */
  #mention(message) {
    this.session.tell(message);
    this.socket.flush();
  }

  /** @param {import("./types.js").News} news */
  #take(news) {
    const { speaker, microphone } = this.headset;
    if ("kind" in news) {
      if (news.kind === "drawing") return void this.#display.keep(news);
      return speaker.feed(news, this.session.limits.played_seconds);
    }
    react(news, {
      speaker,
      microphone,
      pages: this.#display.pages,
      adjust: (wish) => this.#adjust(wish),
      look: (wish) => this.#eyes.look(wish),
      locate: (wish) => this.#locator.locate(wish),
      light: ({ microphone = false, purpose = "" }) => (this.#light = { microphone, purpose }),
      turn: (who, text, final, epoch) => this.#tell("turn", { who, text, final, epoch }),
    });
    if (this.socket.state === "refused") this.#fold();
    this.#tell("message", news);
    if (["show", "update", "clear", "welcome"].includes(news.type)) this.#display.tell();
    this.#changed();
  }

  /** @param {import("./types.js").Other} wish */
  #adjust({ volume, brightness, language }) {
    if (typeof volume === "number") this.volume = volume;
    if (typeof brightness === "number") this.brightness = brightness;
    if (language) this.hello.language = language;
  }

  #changed() {
    const state = this.#look();
    if (JSON.stringify(state) === JSON.stringify(this.state)) return;
    this.state = state;
    this.#tell("state", state);
  }

  /** @returns {State} */
  #look() {
    const { microphone, speaker, blocked, broken } = this.headset;
    const { state: link, refusal, latency } = this.socket;
    const { seconds } = this.session.ring;
    const { battery, volume, brightness, whereabouts } = this.#condition;
    const elsewhere = this.#elsewhere || refusal === "replaced";
    const lit = {
      microphone: !!microphone?.lit,
      camera: !!this.#camera.live,
      position: this.#locator.busy,
      purpose: this.#light.purpose,
    };
    return Object.freeze({
      link: elsewhere ? "elsewhere" : link,
      refusal,
      microphone: microphone?.sense.state ?? (broken ? "missing" : "off"),
      camera: this.hello.profile.camera ? this.#camera.state : "none",
      position: whereabouts.state,
      lit: Object.freeze(lit),
      listening: this.#light.microphone,
      blocked,
      battery,
      volume,
      brightness,
      speaking: speaker.speaking,
      latency,
      waiting: seconds < 1.5 ? 0 : Math.round(seconds),
    });
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** @param {{on(): unknown, off(): void} | undefined} sense @param {boolean | undefined} wish */
async function switched(sense, wish) {
  if (wish !== undefined) await (wish ? sense?.on() : sense?.off());
}

/**
 * What the link can carry of a text: a longer one, or half a character, would be a breach.
 * @param {string} text
 */
function sayable(text) {
  const whole = text.trim().replace(/\p{Surrogate}/gu, "\ufffd");
  return [...whole].slice(0, LONGEST).join("");
}

/** @param {number} percent */
function whole(percent) {
  return Math.round(Math.min(100, Math.max(0, percent)));
}

function linkUrl() {
  return `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/link`;
}
