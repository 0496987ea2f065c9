/**
 * A pair of glasses without sound, on the link: typed sentences go out, cards come in.
 * The session is resumed when the connection breaks, as docs/reference/link says.
 */
export class Link extends EventTarget {
  #socket = null;
  #session = null;
  #event = 0;
  #number = 0;
  #unacknowledged = [];
  #wait = 500;

  /** @param {string} language */
  constructor(language) {
    super();
    this.language = language;
    this.#connect();
  }

  /** Send a typed sentence, now or as soon as there is a connection. @param {string} text */
  type(text) {
    const message = { type: "typed", number: ++this.#number, text, language: this.language };
    this.#unacknowledged.push(message);
    this.#say(message);
  }

  #say(message) {
    if (this.#socket?.readyState === WebSocket.OPEN && this.#session) {
      this.#socket.send(JSON.stringify(message));
    }
  }

  #connect() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/link`);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(this.#hello()));
    socket.onmessage = ({ data }) => {
      if (typeof data === "string") this.#take(JSON.parse(data));
    };
    socket.onclose = () => {
      this.dispatchEvent(new CustomEvent("state", { detail: "closed" }));
      setTimeout(() => this.#connect(), this.#wait);
      this.#wait = Math.min(this.#wait * 2, 8000);
    };
  }

  #hello() {
    return {
      type: "hello",
      version: 1,
      profile: {
        name: "page",
        display: { layout: "pixels", width: 640, height: 480 },
        microphone: false,
        speaker: false,
        touch: false,
        battery: false,
      },
      language: this.language,
      session: this.#session,
      last_event: this.#event,
      client: "page",
      time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
  }

  #take(message) {
    if (message.type === "welcome") this.#welcome(message);
    if (message.type === "ack") this.#forget(message.number ?? 0);
    if (message.type === "refused") this.#session = null;
    if (message.event) {
      if (message.event <= this.#event) return;
      this.#event = message.event;
      this.#say({ type: "ack", event: this.#event });
    }
    if (message.type === "speech_ends") {
      this.#say({ type: "played", epoch: message.epoch, sample: message.samples, done: true });
    }
    this.dispatchEvent(new CustomEvent("message", { detail: message }));
  }

  #welcome(message) {
    if (!message.resumed) this.#event = 0;
    this.#session = message.session;
    this.#wait = 500;
    this.#forget(message.number ?? 0);
    this.#unacknowledged.forEach((each) => this.#say(each));
    this.dispatchEvent(new CustomEvent("state", { detail: "connected" }));
  }

  #forget(number) {
    this.#unacknowledged = this.#unacknowledged.filter((each) => each.number > number);
  }
}
