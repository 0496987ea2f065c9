/** The machine behind the glasses: what it works with, what it promises, and everything to take along. */
import { ask } from "../page/ask.js";
import { h, icon } from "../page/dom.js";
import { download } from "../page/download.js";
import { loaded } from "../page/loading.js";
import { say, sayIfKnown, wearerNamed } from "../page/say.js";
import { listed, named } from "../page/when.js";
import { certificate } from "./devices/certificate.js";
import { leases } from "./hub/leases.js";

/** @typedef {{ part: string, works: boolean, says: string, optional: boolean }} Part */
/** @typedef {{ wearer: string, version: string, languages: string[], secure: boolean, fingerprint: string | null }} Me */

/** Providers that work on the hub itself and need no network. */
const EMBEDDED = [
  "microwakeword", "silero", "moonshine", "espeak", "phrasebook", "apertium", "ctranslate2", "py3langid", "sherpa-onnx",
];

/** Recognisers that are servers, here or on another machine. */
const SERVERS = ["openai-transcriptions", "wyoming"];

/** @param {import("../page/route.js").Page} page */
export function show({ left }) {
  const engines = h("div", {});
  const about = h("div", {});
  const model = h("p", { hidden: true });
  const server = h("p", { hidden: true });
  loaded(engines, () => ask("/api/state"), (/** @type {{ parts: Part[] }} */ { parts }) => {
    const thinker = parts.find(({ part, works }) => part === "thinker" && works);
    model.textContent = thinker ? say("privacy_model", { model: thinker.says }) : "";
    model.hidden = !thinker;
    const hears = parts.find(({ part, works }) => part === "recogniser" && works)?.says.split(", ") ?? [];
    const elsewhere = hears.filter((name) => SERVERS.includes(name)).join(", ");
    server.textContent = elsewhere ? say("privacy_recogniser", { server: elsewhere }) : "";
    server.hidden = !elsewhere;
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
          h("p", {}, say("privacy_text")), model, server),
        leases(left),
        h("section", {}, h("h2", {}, say("about")), about),
        h("section.card", {}, h("h2", {}, say("export_title")), h("p", {}, say("export_text")),
          h("button", { type: "button", click: () => download("/api/export") }, icon("download"), say("export_button"))),
        h("section.card", {}, h("h2", {}, say("developers")), h("p", {}, say("developers_text")),
          h("a.button", { href: "#/lab" }, icon("lab"), say("developers_open"))))),
  ];
}

/** @param {Part} part */
function partRow(part) {
  const provider = part.part.split(".")[1];
  const providers = provider === undefined ? part.says.split(", ") : [provider];
  const works = providers.every((name) => EMBEDDED.includes(name)) ? "works_offline" : "works";
  const how = part.works ? works : part.optional ? "not_needed" : "missing";
  const key = part.part.replaceAll(/[.-]/g, "_");
  return h("li", { "data-how": how.split("_")[0] }, icon(part.works ? "check" : part.optional ? "dash" : "warning"),
    h("div.what", {}, h("p.strong", {}, sayIfKnown(`part_${key}`, part.part)), 
      !part.works && h("p.soft", {}, sayIfKnown(`hint_${key}`, say("hint_missing"))),
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
