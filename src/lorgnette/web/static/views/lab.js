/** The developers' panel beside the glasses it looks into; fetched only by those who want it. */
import { fill, h } from "../page/dom.js";
import { nothing } from "../page/loading.js";
import { say } from "../page/say.js";
import { lead } from "./glasses/lead.js";
import { stage } from "./glasses/stage.js";
import { talk } from "./glasses/talk.js";
import { temple } from "./glasses/temple.js";

/** @param {import("../page/route.js").Page} page */
export function show(page) {
  const { glasses, left } = page;
  const panel = h("section", { id: "panel", "aria-label": say("developers") });
  import("../panel/panel.js").then(
    ({ mount }) => left.aborted || mount(panel, glasses, left),
    () => fill(panel, nothing(say("no_panel"), say("no_panel_what"))),
  );
  const parts = [stage, lead, talk, temple];
  return h("div.beside", {},
    h("div.wearing", {}, parts.map((part) => part(page))),
    h("div", {},
      h("header.head", {}, h("h1", {}, say("developers")), h("p.lead", {}, say("developers_text"))), panel));
}
