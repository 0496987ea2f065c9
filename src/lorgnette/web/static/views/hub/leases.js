/** What the microphone was used for beside turns: who, why, how long, and what left the hub. */
import { ask, fetched } from "../../page/ask.js";
import { h, icon } from "../../page/dom.js";
import { loaded, nothing, told } from "../../page/loading.js";
import { say, sayIfKnown } from "../../page/say.js";
import { sure } from "../../page/sure.js";
import { finish, mention, remover } from "../../page/undo.js";
import { dayAndClock, lasting, listed } from "../../page/when.js";

/**
 * @typedef {{ id: number, sense: string, purpose: string, began: string, seconds: number,
 *   device: string, left: string[] }} Lease
 */

const PAGE = 20;

/** @param {AbortSignal} left */
export function leases(left) {
  const region = h("div", {});
  /** @param {number} [before] @returns {Promise<Lease[]>} */
  const some = (before) => ask(`/api/leases?limit=${PAGE}${before ? `&before=${before}` : ""}`);
  /** @type {() => Promise<void>} */
  const again = loaded(region, some, (/** @type {Lease[]} */ found) => list(found, some, () => again()), left);
  return h("section", {}, h("h2", {}, say("leases")), h("p.soft", {}, say("leases_lead")), region);
}

/**
 * @param {Lease[]} found
 * @param {(before: number) => Promise<Lease[]>} some
 * @param {() => void} again
 */
function list(found, some, again) {
  if (!found.length) return [nothing(say("leases_none"), say("leases_none_what"))];
  const rows = h("ul.list.leases", {}, found.map(row));
  const more = h("button", { type: "button", hidden: found.length < PAGE, click: async () => {
    const next = await some(found[found.length - 1].id).catch((reason) => mention(told(reason)));
    if (!next) return;
    found = next;
    rows.append(...next.map(row));
    more.hidden = next.length < PAGE;
  } }, say("more"));
  const erase = h("button", { type: "button", click: () => eraseAll(again) }, icon("delete"), say("delete_all"));
  return [rows, h("div.row.under", {}, more, erase)];
}

/** @param {Lease} lease */
function row({ id, sense, purpose, began, seconds, device, left }) {
  const why = sayIfKnown(`purpose_${purpose}`, purpose.replaceAll("_", " "));
  const about = [dayAndClock(began), lasting(seconds), sayIfKnown(`model_${device}`, device)];
  return h("li", {}, icon(sense),
    h("div.what", {}, h("p.strong", {}, why),
      h("p.soft", {}, about.filter(Boolean).join(" · ")),
      left.length ? h("p.warning", {}, say("lease_left", { engines: listed(left.map(engine)) }))
        : h("p.soft", {}, say("lease_stayed"))),
    remover(`/api/leases/${id}`, why, say("lease_deleted")));
}

/** @param {string} name  an engine, or an engine and its provider */
function engine(name) {
  const [part, provider] = name.split(".");
  const called = sayIfKnown(`part_${part}`, part);
  return provider ? `${called} (${provider})` : called;
}

/** @param {() => void} again */
async function eraseAll(again) {
  finish();
  const question = { title: say("leases_delete_title"), text: say("leases_delete_text"), yes: say("delete_all") };
  if (!(await sure(question))) return;
  await fetched("/api/leases", { method: "DELETE" }).catch((reason) => mention(told(reason)));
  again();
}
