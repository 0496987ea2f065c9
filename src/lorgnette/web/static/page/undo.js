/** Deleting what can be wanted back: it disappears at once, and is deleted a little later. */
import { fetched } from "./ask.js";
import { at, fill, h } from "./dom.js";
import { say } from "./say.js";

const GRACE = 8000;

/** @type {{ path: string, back: () => void, timer: number } | null} */
let waiting = null;

/**
 * Delete what is at `path`, unless the wearer wants it back.
 * @param {string} path
 * @param {string} what  what is said
 * @param {() => void} back  shows it again
 */
export function deleteSoon(path, what, back) {
  finish();
  const timer = window.setTimeout(finish, GRACE);
  waiting = { path, back, timer };
  const button = h("button.plain", { type: "button", click: undo }, say("undo"));
  fill(at("toast"), h("span", {}, what), button);
  at("toast").hidden = false;
}

/** Do now what was to be done soon. */
export function finish() {
  const due = settle();
  if (due) fetched(due.path, { method: "DELETE", keepalive: true }).catch(due.back);
}

/**
 * Say something for a moment, where it is in nobody's way.
 * @param {string} text
 */
export function mention(text) {
  finish();
  fill(at("toast"), h("span", {}, text));
  at("toast").hidden = false;
  window.setTimeout(() => waiting ?? (at("toast").hidden = true), 5000);
}

function undo() {
  const kept = settle();
  kept?.back();
  at("main").focus({ preventScroll: true });
}

/** What was waiting, which is now decided. */
function settle() {
  const decided = waiting;
  if (decided) window.clearTimeout(decided.timer);
  waiting = null;
  at("toast").hidden = true;
  return decided;
}

addEventListener("pagehide", finish);
