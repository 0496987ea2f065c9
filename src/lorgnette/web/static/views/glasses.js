/** The view through the glasses, and everything a wearer does with them. */
import { h } from "../page/dom.js";
import { say } from "../page/say.js";
import { controls } from "./glasses/controls.js";
import { lead } from "./glasses/lead.js";
import { live } from "./glasses/live.js";
import { stage } from "./glasses/stage.js";
import { talk } from "./glasses/talk.js";
import { temple } from "./glasses/temple.js";
import { turns } from "./glasses/turns.js";

/** @param {import("../page/route.js").Page} page */
export function show(page) {
  return h("div.wearing", {},
    h("h1.hidden", {}, say("glasses")),
    stage(page), lead(page), live(page), talk(page), turns(page), temple(page), controls(page),
  );
}
