/** The conversation in writing, as it happens, for whoever cannot hear it. */
import { fill, h } from "../../page/dom.js";
import { say } from "../../page/say.js";

/** @param {import("../../page/route.js").Page} page */
export function turns({ memory, left }) {
  const seen = h("ol.turns", { tabindex: "0", "aria-label": say("turn") });
  const read = h("div.hidden", { role: "log", "aria-label": say("turn") });
  let spoken = memory.lines.findLast((line) => line.final);

  function draw() {
    const lines = memory.lines.map((line, index) => {
      const before = memory.lines[index - 1];
      const goesOn = before?.who === "hub" && line.who === "hub" && before.epoch === line.epoch;
      return h("li", { "data-who": line.who, "data-final": line.final, "data-goes-on": goesOn },
        !goesOn && h("span.who", {}, say(line.who === "wearer" ? "you" : "lorgnette")),
        h("span.text", {}, line.text));
    });
    if (lines.length) fill(seen, lines);
    else fill(seen, h("li.empty", {}, say("turn_empty")));
    seen.scrollTop = seen.scrollHeight;
  }

  /** Only what is final is read out, and once. */
  function readOut() {
    const last = memory.lines.findLast((line) => line.final);
    if (!last || last === spoken) return;
    spoken = last;
    const who = say(last.who === "wearer" ? "you" : "lorgnette");
    read.append(h("p", {}, `${who}: ${last.text}`));
    if (read.children.length > 6) read.firstElementChild?.remove();
  }

  memory.addEventListener("lines", () => {
    draw();
    readOut();
  }, { signal: left });
  draw();
  requestAnimationFrame(() => (seen.scrollTop = seen.scrollHeight));
  return h("section.transcript", {}, h("h2", {}, say("turn")), seen, read);
}
