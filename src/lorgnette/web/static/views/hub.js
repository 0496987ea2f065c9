/** The machine behind the glasses: what it works with, what it promises, and everything to take along. */
import { ask, fetched } from "../page/ask.js";
import { h, icon } from "../page/dom.js";
import { loaded, told } from "../page/loading.js";
import { say, sayIfKnown } from "../page/say.js";
import { mention } from "../page/undo.js";

/** @typedef {{ part: string, works: boolean, says: string, optional: boolean }} Part */
/** @typedef {{ wearer: string, version: string, paired: boolean, languages: string[], secure: boolean, fingerprint: string | null }} Me */

/** @param {import("../page/route.js").Page} page */
export function show({ left }) {
  const engines = h("div", {});
  const about = h("div", {});
  loaded(engines, () => ask("/api/state"), (/** @type {{ parts: Part[] }} */ state) => h("ul.list.parts", {}, ...state.parts.map(partRow)), left);
  loaded(about, async () => {
    const [me, state] = await Promise.all([ask("/api/me"), ask("/api/state")]);
    return { me, state };
  }, facts, left);
  return [
    h("header.head", {}, h("h1", {}, say("hub")), h("p.lead", {}, say("hub_lead"))),
    h("div.columns", {},
      h("section", {}, h("h2", {}, say("engines")), h("p.soft", {}, say("engines_lead")), engines),
      h("div.stack", {},
        h("section.card.promise", {}, icon("shield"), h("h2", {}, say("privacy_title")), h("p", {}, say("privacy_text"))),
        h("section", {}, h("h2", {}, say("about")), about),
        h("section.card", {}, h("h2", {}, say("export_title")), h("p", {}, say("export_text")),
          h("button", { type: "button", click: download }, icon("download"), say("export_button"))),
        h("section.card", {}, h("h2", {}, say("developers")), h("p", {}, say("developers_text")),
          h("a.button", { href: "#/lab" }, icon("lab"), say("developers_open"))))),
  ];
}

/** @param {Part} part */
function partRow(part) {
  const how = part.works ? "works" : part.optional ? "not_needed" : "missing";
  const name = sayIfKnown(`part_${part.part.replaceAll("-", "_")}`, part.part);
  return h("li", { "data-how": how }, icon(part.works ? "check" : part.optional ? "dash" : "warning"),
    h("div.what", {}, h("p.strong", {}, name), h("p.soft", {}, part.says)),
    h("span.how", {}, say(how)));
}

/** @param {{ me: Me, state: { connected: number } }} found */
function facts({ me, state }) {
  const names = new Intl.DisplayNames([document.documentElement.lang], { type: "language" });
  /** @type {[string, string | null][]} */
  const rows = [
    [say("version"), me.version],
    [say("wearer"), me.wearer],
    [say("languages"), me.languages.map((tag) => names.of(tag) ?? tag).join(", ")],
    [say("glasses_connected"), `${state.connected ?? ""}`],
    [say("secure"), say(me.secure ? "secure_yes" : "secure_no")],
    [say("fingerprint"), me.fingerprint],
  ];
  return h("dl.facts", {}, ...rows.filter(([, value]) => value).map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

/** The archive, through fetch: a link could not carry the token of these glasses. */
async function download() {
  const answer = await fetched("/api/export").catch((reason) => mention(told(reason)));
  if (!answer) return;
  const name = /filename="?([^";]+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1] ?? "lorgnette.zip";
  const address = URL.createObjectURL(await answer.blob());
  h("a", { href: address, download: name }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
