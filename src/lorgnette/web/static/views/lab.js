/** The place of the developers' panel, which is fetched only by those who want it. */
import { fill, h } from "../page/dom.js";
import { nothing } from "../page/loading.js";
import { say } from "../page/say.js";

/** @param {import("../page/route.js").Page} page */
export function show({ glasses, left }) {
  const panel = h("section", { id: "panel", "aria-label": say("developers") });
  import("../panel/panel.js").then(
    ({ mount }) => left.aborted || mount(panel, glasses, left),
    () => fill(panel, nothing(say("no_panel"), say("no_panel_what"))),
  );
  return [h("header.head", {}, h("h1", {}, say("developers")), h("p.lead", {}, say("developers_text"))), panel];
}
