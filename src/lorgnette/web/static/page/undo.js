/** Deleting what can be wanted back: it disappears at once, and is deleted a little later. */
import { fetched } from "./ask.js";
import { at, fill, h, icon } from "./dom.js";
import { told } from "./loading.js";
import { say } from "./say.js";

const GRACE = 8000;
const ROW = "li, tr";

/** @type {{ path: string, timer: number } | null} */
let waiting = null;

/**
 * A button that deletes the row it is in, unless the wearer wants it back.
 * @param {string} path  where the hub keeps it
 * @param {string} what  its words
 * @param {string} said  what is said when it is gone
 */
export function remover(path, what, said) {
  const label = say("delete_this", { what: what.slice(0, 60) });
  const named = { title: say("delete"), "aria-label": label, "data-path": path };
  const button = h("button.plain.square", { type: "button", ...named, click: away }, icon("delete"));

  function away() {
    soon(path, said);
    const next = button.closest(ROW)?.nextElementSibling?.querySelector("[data-path]");
    if (next instanceof HTMLElement) next.focus();
    else at("main").focus({ preventScroll: true });
  }

  queueMicrotask(() => waiting?.path === path && hide(path, true)); // drawn again meanwhile
  return button;
}

/**
 * Delete what is at a path, unless the wearer wants it back; its row, if there is one, goes at once.
 * @param {string} path
 * @param {string} said  what is said when it is gone
 */
export function soon(path, said) {
  finish();
  waiting = { path, timer: window.setTimeout(finish, GRACE) };
  show(said, h("button.plain", { type: "button", click: undo }, say("undo")));
  hide(path, true);
}

/** Do now what was to be done soon. */
export function finish() {
  const due = settle();
  if (!due) return;
  fetched(due.path, { method: "DELETE", keepalive: true }).catch((reason) => {
    hide(due.path, false);
    mention(told(reason));
  });
}

/** @param {string} text  is said for a moment, where it is in nobody's way */
export function mention(text) {
  finish();
  show(text);
  window.setTimeout(() => waiting ?? (at("toast").hidden = true), 5000);
}

function undo() {
  const kept = settle();
  if (kept) hide(kept.path, false)?.focus();
}

/** What was waiting, which is now decided. */
function settle() {
  const decided = waiting;
  if (decided) window.clearTimeout(decided.timer);
  waiting = null;
  at("toast").hidden = true;
  return decided;
}

/**
 * Take a row away, or show it again, and tell whoever adds rows up.
 * @param {string} path @param {boolean} away @returns {HTMLElement | null} its button
 */
function hide(path, away) {
  const button = /** @type {HTMLElement | null} */ (document.querySelector(`[data-path="${path}"]`));
  const row = /** @type {HTMLElement | null | undefined} */ (button?.closest(ROW));
  if (row) row.hidden = away;
  button?.dispatchEvent(new Event("withdrawn", { bubbles: true }));
  return button;
}

/** @param {string} text @param {HTMLElement[]} buttons */
function show(text, ...buttons) {
  fill(at("toast"), h("span", {}, text), ...buttons);
  at("toast").hidden = false;
}

addEventListener("pagehide", finish);
