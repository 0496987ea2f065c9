/** How long turns are kept, and how all of them are deleted. */
import { ask, fetched } from "../../page/ask.js";
import { h, icon } from "../../page/dom.js";
import { told } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { sure } from "../../page/sure.js";
import { finish, mention } from "../../page/undo.js";

/** @type {[string, import("../../page/say.js").Word][]}  Days as the hub takes them, and their word. */
const KEEPS = [
  ["0", "keep_none"],
  ["7", "keep_days"],
  ["30", "keep_days"],
  ["90", "keep_days"],
  ["365", "keep_year"],
  ["null", "keep_ever"],
];

/**
 * A choice of how long turns are kept.
 * @param {AbortSignal} left
 */
export function keeper(left) {
  const option = (/** @type {string} */ value, word = KEEPS[1][1]) =>
    h("option", { value }, say(word, { days: value }));
  const select = /** @type {HTMLSelectElement} */ (
    h("select", { id: "keep", disabled: true, change: keep }, KEEPS.map(([value, word]) => option(value, word)))
  );

  async function keep() {
    try {
      await ask("/api/settings", { method: "PATCH", body: { keep_days: JSON.parse(select.value) } });
      mention(say("saved"));
    } catch (reason) {
      mention(told(reason));
    }
  }

  ask("/api/me", { signal: left }).then((/** @type {{ settings: { keep_days: number | null } }} */ { settings }) => {
    const value = JSON.stringify(settings.keep_days);
    if (![...select.options].some((each) => each.value === value)) select.append(option(value));
    select.value = value;
    select.disabled = false;
  }, () => {}); // the list of turns says what is wrong
  return h("div.keep", {}, h("label", { for: "keep" }, say("keep_for")), select);
}

/**
 * A button that deletes all turns, once the wearer is sure.
 * @param {() => void} again
 */
export function eraser(again) {
  async function erase() {
    finish();
    const question = { title: say("delete_all_title"), text: say("delete_all_text"), yes: say("delete_all") };
    if (!(await sure(question))) return;
    try {
      await fetched("/api/turns", { method: "DELETE" });
      mention(say("all_deleted"));
    } catch (reason) {
      mention(told(reason));
    }
    again();
  }
  return h("button", { type: "button", click: erase }, icon("delete"), say("delete_all"));
}
