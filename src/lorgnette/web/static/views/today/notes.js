/** Notes: writing one, or taking it from a text file, and showing them, however long they are. */
import { ask } from "../../page/ask.js";
import { h, icon } from "../../page/dom.js";
import { picker } from "../../page/file.js";
import { told } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { mention } from "../../page/undo.js";
import { dayAndClock, number } from "../../page/when.js";

/** @typedef {import("../today.js").Thing} Thing */

const LONGEST = 60_000;
/** Characters of a note that is shown as a whole; a longer one is opened to be read. */
const SHORT = 400;

/** @param {() => void} again */
export function noteForm(again) {
  const input = /** @type {HTMLTextAreaElement} */ (
    h("textarea", { id: "note", rows: 1, maxlength: LONGEST, required: true, placeholder: say("note_example") })
  );
  const [file, chooser] = picker("note-file", "note_from_file", "text/*,.txt,.md", async () => {
    const text = await read(file.files?.[0]);
    file.value = "";
    if (text) input.value = text;
    input.focus();
  });
  const form = /** @type {HTMLFormElement} */ (
    h("form.line", { submit: async (event) => {
      event.preventDefault();
      const text = input.value.trim();
      if (!text) return;
      try {
        await ask("/api/things/notes", { method: "POST", body: { text } });
        form.reset();
      } catch (reason) {
        mention(told(reason));
      }
      again();
    } },
      h("label", { for: "note" }, say("add_note")),
      h("div.field", {}, input, h("button", { type: "submit" }, icon("add"), say("add"))),
      h("div.row.under", {}, chooser))
  );
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return form;
}

/**
 * The text of a file, called like the file where it has no title of its own.
 * @param {File | undefined} file
 */
async function read(file) {
  if (!file) return "";
  const text = file.size > 4 * LONGEST ? "" : (await file.text()).replace(/\r\n?/g, "\n").trim();
  const named = /^(#[^\n]*\n|[^\n]{1,80}\n\s*\n)/.test(text) ? text : `${file.name.replace(/\.\w+$/, "")}\n\n${text}`;
  if (file.size > 4 * LONGEST || named.length > LONGEST) {
    mention(say("note_too_long", { most: number(LONGEST) }));
  } else if (!text || /[\0\ufffd]/.test(text)) {
    mention(say("note_no_text", { name: file.name }));
  } else {
    return named;
  }
  return "";
}

/** @param {Thing} thing @param {(thing: Thing, name: string) => HTMLElement} remover */
export function noteRow(thing, remover) {
  const text = `${thing.item.text ?? ""}`;
  const long = text.length > SHORT;
  const name = long ? `${text.slice(0, 60).split("\n")[0].replace(/^#+\s*/, "")}…` : text;
  const words = h("p.text", {}, text);
  return h("li", {},
    h("div.what", {},
      long ? h("details", {}, h("summary", {}, name), words) : words,
      h("p.soft", {}, dayAndClock(thing.created))),
    remover(thing, name));
}
