/** What was said, line by line: read, played from, put right. */
import { h, icon } from "../../page/dom.js";
import { say } from "../../page/say.js";
import { left as time } from "../../page/when.js";
import { correcting } from "./correcting.js";
import { langOf, speakerName } from "./names.js";
import { naming } from "./people.js";

/** @typedef {import("./meeting.js").Sheet} Sheet */
/** @typedef {import("./types.js").Line} Line */

export class Lines {
  element = h("ol.lines", { role: "list" });
  /** @type {Map<number, { row: HTMLElement, drawn: string }>} */
  #rows = new Map();
  /** @type {Line[]} */
  #lines = [];
  /** @type {HTMLElement | null} */
  #playing = null;

  /**
   * Draw what has changed; a line that is being put right stays as it is until that is done.
   * @param {Sheet} sheet
   */
  put(sheet) {
    this.#lines = sheet.lines;
    const numbers = new Set(sheet.lines.map(({ number }) => number));
    for (const [number, { row }] of this.#rows) {
      if (numbers.has(number)) continue;
      row.remove();
      this.#rows.delete(number);
    }
    sheet.lines.forEach((line, place) => this.#draw(sheet, line, place));
    if (!sheet.lines.length) this.element.dataset.empty = say("meeting_silent");
    else delete this.element.dataset.empty;
  }

  /**
   * Bring the reader to a line.
   * @param {number} number
   */
  go(number) {
    const row = this.#rows.get(number)?.row;
    this.element.querySelector("[data-meant]")?.removeAttribute("data-meant");
    if (!row) return;
    row.dataset.meant = "";
    row.scrollIntoView({ block: "center" });
    row.focus({ preventScroll: true });
  }

  /**
   * Mark the line that is heard now, and keep it in sight of whoever reads along.
   * @param {number} seconds
   */
  follow(seconds) {
    const line = this.#lines.findLast(({ start }) => start <= seconds + 0.05);
    const row = (line && this.#rows.get(line.number)?.row) ?? null;
    if (row === this.#playing) return;
    const before = this.#playing;
    before?.removeAttribute("aria-current");
    this.#playing = row;
    row?.setAttribute("aria-current", "true");
    if (row && (!before || inSight(before))) row.scrollIntoView({ block: "nearest", behavior: "smooth" });
  }

  /** @param {Sheet} sheet @param {Line} line @param {number} place */
  #draw(sheet, line, place) {
    const known = this.#rows.get(line.number);
    const headed = place === 0 || sheet.lines[place - 1].speaker !== line.speaker;
    const drawn = JSON.stringify([line, headed && speakerName(sheet.meeting, line.speaker), Boolean(sheet.play)]);
    if (known && (known.drawn === drawn || known.row.querySelector("form"))) return;
    const fresh = row(sheet, line, headed);
    if (known) known.row.replaceWith(fresh);
    else this.element.insertBefore(fresh, this.element.children[place] ?? null);
    this.#rows.set(line.number, { row: fresh, drawn });
  }
}

/** @param {Sheet} sheet @param {Line} line @param {boolean} headed  somebody else spoke before */
function row(sheet, line, headed) {
  const { number, start, text, language } = line;
  const when = time(Math.floor(start));
  const edit = h("button.plain.square", { type: "button", id: `edit-${number}`, title: say("line_correct"),
    "aria-label": say("line_correct_this", { text: text.slice(0, 60) }),
    click: () => correcting(made, sheet, line) }, icon("edit"));
  const made = h("li", { id: `line-${number}`, tabindex: "-1", "data-headed": headed },
    headed && who(sheet, line),
    sheet.play
      ? h("button.plain.time", { type: "button", "aria-label": say("line_play", { time: when }), click: () => sheet.play?.(start) }, when)
      : h("span.time", {}, when),
    h("p", { lang: langOf(language) }, text), edit);
  return made;
}

/**
 * Who speaks from here on; said once more is who it is.
 * @param {Sheet} sheet
 * @param {Line} line
 */
function who(sheet, { number, speaker }) {
  const name = speakerName(sheet.meeting, speaker);
  if (!speaker) return h("p.who", {}, name);
  const place = h("div.who", {});
  const button = h("button.plain", { type: "button", id: `who-${number}`, "aria-label": say("speaker_rename", { name }),
    click: () => naming(place, sheet, speaker, `who-${number}`) }, name);
  place.append(button);
  return place;
}

/** @param {HTMLElement} element */
function inSight(element) {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
}
