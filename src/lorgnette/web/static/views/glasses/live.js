/** Who is invited to see what the glasses see, with their invitations, and the end of it. */
import { ask } from "../../page/ask.js";
import { fill, h, icon } from "../../page/dom.js";
import { afterTurns } from "../../page/loading.js";
import { qr } from "../../page/qr.js";
import { say } from "../../page/say.js";

/**
 * @typedef {{ name: string, link: string, qr: { size: number, path: string }, expires: string,
 *   taken: boolean }} Invited
 * @typedef {{ going: boolean, invitations: Invited[] }} Sharing
 */

/** @param {import("../../page/route.js").Page} page */
export function live({ glasses, left }) {
  const section = h("section.live", { hidden: true, "aria-live": "polite" });
  let shown = "";

  async function again() {
    /** @type {Sharing} */
    const sharing = await ask("/api/live", { signal: left }).catch(() => ({ going: false, invitations: [] }));
    const now = JSON.stringify(sharing);
    if (left.aborted || now === shown) return;
    shown = now;
    section.hidden = !sharing.going;
    fill(section, h("h2", {}, say("live")),
      h("ul", {}, sharing.invitations.map(row)),
      h("button", { type: "button", click: end }, icon("close"), say("live_end")));
  }

  function end() {
    ask("/api/live", { method: "DELETE" }).then(again, again);
  }

  let seen = glasses.state.lit.camera;
  function draw() {
    if (glasses.state.lit.camera === seen) return;
    seen = glasses.state.lit.camera; // a guest has come, or gone
    again();
  }

  afterTurns(glasses, again, left);
  glasses.addEventListener("state", draw, { signal: left });
  again();
  return section;
}

/** @param {Invited} invited */
function row(invited) {
  const name = invited.name || say("live_guest");
  if (invited.taken) return h("li.strong", {}, icon("check"), say("live_taken", { name }));
  return h("li.card.code", {}, qr(invited.qr, say("live_qr", { name })),
    h("div", {}, h("p", {}, say("live_invited", { name })), h("p.address", {}, invited.link), copier(invited.link)));
}

/** @param {string} link */
function copier(link) {
  if (!navigator.clipboard) return null;
  const button = h("button", { type: "button", click: async () => {
    await navigator.clipboard.writeText(link);
    fill(button, icon("check"), say("copied"));
  } }, say("live_copy"));
  return button;
}
