/** The journal of the session: kept as a file, and played again. */
import { ask, Away, fetched, Refusal } from "../page/ask.js";
import { fill, h } from "../page/dom.js";
import { trouble } from "../page/loading.js";
import { say } from "../page/say.js";
import { picker } from "../page/file.js";
import { table } from "./table.js";

/** @typedef {{ at: number, event: object, effects: object[], epoch: number }} Step */

/** @returns {HTMLElement[]} */
export function journal() {
  const found = h("div", { "aria-live": "polite" });
  const [input, chooser] = picker("panel-journal", "panel_replay", ".jsonl,.json,.txt", () => tried(replay));

  /** @param {() => Promise<void>} deed */
  async function tried(deed) {
    try {
      await deed();
    } catch (reason) {
      if (!(reason instanceof Away || reason instanceof Refusal)) throw reason;
      const what = reason instanceof Refusal && h("p.soft", { role: "alert", lang: "en" }, reason.message);
      fill(found, trouble(reason, () => tried(deed)), what);
    }
  }

  async function replay() {
    const body = input.files?.[0];
    if (!body) return;
    /** @type {Step[]} */
    const steps = await ask("/api/replay", { method: "POST", body });
    fill(found, table("panel_journal", ["panel_at", "panel_epoch", "panel_event", "panel_effects"],
      steps.map(({ at, epoch, event, effects }) => [at.toFixed(3), epoch, [brief(event)], effects.map(brief)])));
  }

  async function download() {
    const answer = await fetched("/api/journal");
    const href = URL.createObjectURL(await answer.blob());
    h("a", { href, download: "lorgnette.jsonl" }).click();
    setTimeout(() => URL.revokeObjectURL(href));
  }

  return [
    h("div.row", {},
      h("button", { type: "button", click: () => tried(download) }, say("panel_download")), chooser),
    found,
  ];
}

/** @param {object} thing  a tagged struct */
function brief(thing) {
  const { type = "", ...rest } = /** @type {{ type?: string }} */ (thing);
  return h("code", {}, `${type} ${JSON.stringify(rest)}`.replace(" {}", ""));
}
