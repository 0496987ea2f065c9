/** What the wearer marked and noted while the meeting went on. */
import { fill, h } from "../../page/dom.js";
import { say } from "../../page/say.js";
import { remover } from "../../page/undo.js";
import { left as time } from "../../page/when.js";

/** @typedef {import("./meeting.js").Sheet} Sheet */

/** @param {HTMLElement} region @param {Sheet} sheet */
export function marks(region, sheet) {
  const { marks, id } = sheet.meeting;
  const drawn = JSON.stringify([marks, sheet.lines.length]);
  region.hidden = !marks.length;
  if (region.dataset.drawn === drawn) return;
  region.dataset.drawn = drawn;
  fill(region, h("h2", {}, say("meeting_marks")), h("ul.list.marked", { role: "list" }, marks.map(({ number, at, note }) => {
    const line = sheet.lines.findLast(({ start }) => start <= at) ?? sheet.lines[0];
    return h("li", {},
      h("div.what", {}, h("p", {}, note || say("mark_plain")), line && place(sheet, line.number, at)),
      remover(`/api/meetings/${id}/marks/${number}`, note || time(Math.floor(at)), say("mark_deleted")));
  })));
}

/**
 * A link to a line.
 * @param {Sheet} sheet
 * @param {number} line
 * @param {number} seconds
 */
export function place(sheet, line, seconds) {
  const when = time(Math.floor(seconds));
  return h("a.place", { href: `#/meetings/${sheet.meeting.id}/${line}`, "aria-label": say("line_go", { time: when }),
    click: (/** @type {MouseEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      sheet.go(line);
    } }, when);
}
