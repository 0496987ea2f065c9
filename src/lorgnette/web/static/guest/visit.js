/** One visit: an invitation is shown, and a picture comes over WebRTC. */
import { ask, Refusal } from "../page/ask.js";

const BROWSER = "lorgnette.guest";

/** Milliseconds in which this browser finds out how it can be reached. */
const GATHERING = 2000;

/** There is nothing to wait for: `word` says why. */
export class Over extends Error {
  /** @param {"guest_over" | "guest_unseen"} word */
  constructor(word) {
    super(word);
    this.word = word;
  }
}

export class Visit {
  #peer = new RTCPeerConnection();
  #invitation;

  /** @param {string} invitation @param {HTMLVideoElement} picture */
  constructor(invitation, picture) {
    this.#invitation = invitation;
    this.#peer.addTransceiver("video", { direction: "recvonly" });
    this.#peer.addEventListener("track", ({ track }) => {
      picture.srcObject = new MediaStream([track]);
    });
  }

  /** Watch until the connection is lost. Raises Over, Refusal and Away. */
  async stay() {
    const peer = this.#peer;
    await peer.setLocalDescription();
    await gathered(peer);
    const offer = peer.localDescription?.sdp;
    const body = { invitation: this.#invitation, browser: secret(), offer };
    const { answer } = await ask("/guest/enter", { method: "POST", body }).catch(why);
    await peer.setRemoteDescription({ type: "answer", sdp: answer });
    await lost(peer);
  }

  leave() {
    this.#peer.close();
  }
}

/** @param {unknown} reason @returns {never} */
function why(reason) {
  if (reason instanceof Refusal && [400, 404].includes(reason.status)) throw new Over("guest_over");
  if (reason instanceof Refusal && reason.status === 502) throw new Over("guest_unseen");
  throw reason;
}

/** What this browser alone knows: an invitation it has used is good for no other. */
function secret() {
  const known = localStorage.getItem(BROWSER) ?? crypto.getRandomValues(new Uint32Array(5)).join("-");
  localStorage.setItem(BROWSER, known);
  return known;
}

/** @param {RTCPeerConnection} peer */
function gathered(peer) {
  return new Promise((resume) => {
    const done = () => peer.iceGatheringState === "complete" && resume(null);
    peer.addEventListener("icegatheringstatechange", done);
    window.setTimeout(resume, GATHERING);
    done();
  });
}

/**
 * The hub closes the connection, or it is lost.
 * @param {RTCPeerConnection} peer
 */
function lost(peer) {
  return new Promise((resume) => {
    const transport = peer.getReceivers()[0].transport;
    transport?.addEventListener("statechange", () => {
      if (["closed", "failed"].includes(transport.state)) resume(null);
    });
    peer.addEventListener("connectionstatechange", () => {
      if (["closed", "failed"].includes(peer.connectionState)) resume(null);
    });
  });
}
