/** The machine behind the glasses: what it works with, what it promises, and everything to take along. */
import { ask } from "../page/ask.js";
import { h, icon } from "../page/dom.js";
import { download } from "../page/download.js";
import { loaded } from "../page/loading.js";
import { say, sayIfKnown, wearerNamed } from "../page/say.js";
import { listed, named } from "../page/when.js";
import { certificate } from "./devices/certificate.js";
import { leases } from "./hub/leases.js";

/** @typedef {{ part: string, works: boolean, says: string, optional: boolean, leaves: string[] }} Part */
/** @typedef {{ wearer: string, version: string, languages: string[], secure: boolean, fingerprint: string | null }} Me */

/** @param {import("../page/route.js").Page} page */
export function show({ left }) {
  const engines = h("div", {});
  const about = h("div", {});
  const leaving = h("p", { hidden: true });
  loaded(engines, () => ask("/api/state"), (/** @type {{ parts: Part[] }} */ { parts }) => {
    const away = parts.filter(({ leaves }) => leaves.length);
    const named = away.map((part) => `${nameOf(part)} (${part.leaves.join(", ")})`);
    leaving.textContent = say("privacy_leaves", { parts: listed(named) });
    leaving.hidden = !away.length;
    return h("ul.list.parts", {}, ...parts.map(partRow));
  }, left);
  loaded(about, async () => {
    const [me, state] = await Promise.all([ask("/api/me"), ask("/api/state")]);
    return { me, state };
  }, facts, left);
  return [
    h("header.head", {}, h("h1", {}, say("hub")), h("p.lead", {}, say("hub_lead"))),
    h("div.columns", {},
      h("section", {}, h("h2", {}, say("engines")), h("p.soft", {}, say("engines_lead")), engines),
      h("div.stack", {},
        h("section.card.promise", {}, icon("shield"), h("h2", {}, say("privacy_title")),
          h("p", {}, say("privacy_text")), leaving),
        leases(left),
        h("section", {}, h("h2", {}, say("about")), about),
        h("section.card", {}, h("h2", {}, say("export_title")), h("p", {}, say("export_text")),
          h("button", { type: "button", click: () => download("/api/export") }, icon("download"), say("export_button"))),
        h("section.card", {}, h("h2", {}, say("developers")), h("p", {}, say("developers_text")),
          h("a.button", { href: "#/lab" }, icon("lab"), say("developers_open"))))),
  ];
}

/**
 * What an engine is called, or `engine.provider`.
 * @param {{ part: string }} part
 */
function nameOf({ part }) {
  const [engine, provider] = part.split(".");
  const name = sayIfKnown(`part_${keyOf(engine)}`, engine);
  return provider ? sayIfKnown(`part_${keyOf(part)}`, say("part_by", { name, provider })) : name;
}

/** @param {string} part */
const keyOf = (part) => part.replaceAll(/[.-]/g, "_");

/** @param {Part} part */
function partRow(part) {
  const works = part.leaves.length ? "works_away" : "works_offline";
  const how = part.works ? works : part.optional ? "not_needed" : "missing";
  return h("li", { "data-how": how.split("_")[0] }, icon(part.works ? "check" : part.optional ? "dash" : "warning"),
    h("div.what", {}, h("p.strong", {}, nameOf(part)),
      !part.works && h("p.soft", {}, sayIfKnown(`hint_${keyOf(part.part)}`, say("hint_missing"))),
      h("p.soft", { lang: "en" }, part.says)),
    h("span.how", {}, say(how)));
}

/** @param {{ me: Me, state: { connected: number } }} found */
function facts({ me, state }) {
  /** @type {[string, string | HTMLElement | null][]} */
  const rows = [
    [say("version"), me.version],
    [say("wearer"), wearerNamed(me.wearer)],
    [say("languages"), listed(me.languages.map(named))],
    [say("glasses_connected"), `${state.connected ?? ""}`],
    [say("secure"), say(me.secure ? "secure_yes" : "secure_no")],
    [say("fingerprint"), me.fingerprint && h("span.fingerprint", {}, me.fingerprint)],
  ];
  const known = rows.filter(([, value]) => value);
  return [
    h("dl.facts", {}, known.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
    ...(me.fingerprint ? [certificate()] : []),
  ];
}
