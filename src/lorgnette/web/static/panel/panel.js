/** The developers' panel: what happens in a turn and how long it takes, and a bad world on purpose. */
import { h } from "../page/dom.js";
import { say } from "../page/say.js";
import { journal } from "./journal.js";
import { messages } from "./messages.js";
import { network } from "./network.js";
import { timeline } from "./timeline.js";
import { voice } from "./voice.js";

/** @typedef {import("../glasses/glasses.js").Glasses} Glasses */
/** @typedef {import("../page/say.js").Word} Word */

const STYLE = "/static/panel/panel.css";

/**
 * Put the panel into an element, until the wearer leaves it.
 * @param {HTMLElement} element
 * @param {Glasses} glasses
 * @param {AbortSignal} left
 */
export function mount(element, glasses, left) {
  dress();
  element.classList.add("panel");
  element.append(
    part("panel_timeline", "panel_timeline_what", timeline(left)),
    part("panel_network", "panel_network_what", network(glasses, left)),
    part("panel_voice", "panel_voice_what", voice(glasses)),
    part("panel_journal", "panel_journal_what", journal()),
    part("panel_messages", "panel_messages_what", messages(glasses, left)),
  );
}

/** @param {Word} title @param {Word} text @param {HTMLElement[]} content */
function part(title, text, content) {
  return h("section.card", {}, h("h2", {}, say(title)), h("p.soft", {}, say(text)), content);
}

function dress() {
  if (document.querySelector(`link[href="${STYLE}"]`)) return;
  document.head.append(h("link", { rel: "stylesheet", href: STYLE }));
}
