/** Putting a line right: what was said, and who said it. */
import { h } from "../../page/dom.js";
import { say } from "../../page/say.js";
import { speakerName } from "./names.js";

/** @typedef {import("./meeting.js").Sheet} Sheet */

/**
 * Let a line be corrected in its place.
 * @param {HTMLElement} row
 * @param {Sheet} sheet
 * @param {import("./types.js").Line} line
 */
export function correcting(row, sheet, line) {
  const before = [...row.childNodes];
  const input = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { rows: 1, maxlength: 8000, required: true, "aria-label": say("line_text") }, line.text)
  );
  const speakers = [...new Set(sheet.lines.map(({ speaker }) => speaker ?? 0))].filter(Boolean);
  const other = Math.max(0, ...speakers, ...Object.keys({ ...sheet.meeting.same, ...sheet.meeting.speakers }).map(Number)) + 1;
  const choice = /** @type {HTMLSelectElement} */ (
    h("select", { "aria-label": say("line_who") },
      [...speakers, null].map((each) => h("option", { value: each ?? "", selected: each === (line.speaker ?? null) }, speakerName(sheet.meeting, each))),
      h("option", { value: other }, say("line_other")))
  );

  function close() {
    row.replaceChildren(...before);
    document.getElementById(`edit-${line.number}`)?.focus({ preventScroll: true });
  }

  /** @param {SubmitEvent} event */
  function save(event) {
    event.preventDefault();
    const text = input.value.trim();
    const speaker = choice.value ? Number(choice.value) : null;
    const body = {
      ...(text !== line.text && { text }),
      ...(speaker !== (line.speaker ?? null) && { speaker }),
    };
    close();
    if (Object.keys(body).length) sheet.change(`/lines/${line.number}`, body, `edit-${line.number}`);
  }

  const form = h("form.correcting", { submit: save, keydown: (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape") close();
    if (event.key === "Enter" && event.target === input && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      /** @type {HTMLFormElement} */ (form).requestSubmit();
    }
  } }, input, h("div.row", {}, choice, h("button.primary", { type: "submit" }, say("save")),
    h("button", { type: "button", click: close }, say("cancel"))));
  row.replaceChildren(form);
  input.focus();
}
