/** What can be done with a meeting as a whole: another title, a file of it, and its end. */
import { fetched } from "../../page/ask.js";
import { h, icon } from "../../page/dom.js";
import { download } from "../../page/download.js";
import { told } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { sure } from "../../page/sure.js";
import { mention, soon } from "../../page/undo.js";
import { titleOf } from "./names.js";

/** @typedef {import("./meeting.js").Sheet} Sheet */

const FORMATS = /** @type {const} */ (["docx", "md", "txt", "srt", "vtt", "json"]);

/** @param {Sheet} sheet @param {HTMLElement} title  the heading */
export function tools(sheet, title) {
  const { over, audio } = sheet.meeting;
  return [
    h("button", { type: "button", id: "retitle", click: () => retitle(sheet, title) }, icon("edit"), say("rename")),
    over && exporter(sheet),
    over && audio && h("button", { type: "button", click: () => deleteSound(sheet) }, icon("volume"), say("sound_delete")),
    over && h("button.danger", { type: "button", click: () => away(sheet) }, icon("delete"), say("delete")),
  ].filter(Boolean);
}

/** @param {Sheet} sheet */
function exporter(sheet) {
  const name = titleOf(sheet.meeting).replace(/[\s\\/:*?"<>|\x00-\x1f]+/g, " ").trim() || "meeting";
  const summary = h("summary.button", {}, icon("download"), say("meeting_export"));
  const menu = /** @type {HTMLDetailsElement} */ (
    h("details.menu", {
      keydown: (/** @type {KeyboardEvent} */ { key }) => {
        if (key !== "Escape") return;
        menu.open = false;
        summary.focus();
      },
      focusout: (/** @type {FocusEvent} */ { relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
      },
    }, summary, h("ul.card", { role: "list" }, FORMATS.map((format) => h("li", {}, h("button.plain", { type: "button", click: () => {
      menu.open = false;
      summary.focus();
      download(`${sheet.path}/export?to=${format}`, `${name}.${format}`);
    } }, say(`export_${format}`))))))
  );
  return menu;
}

/** @param {Sheet} sheet @param {HTMLElement} title */
function retitle(sheet, title) {
  const input = /** @type {HTMLInputElement} */ (
    h("input", { value: sheet.meeting.title, maxlength: 200, required: true, "aria-label": say("meeting_title") })
  );
  const close = () => {
    form.replaceWith(title);
    document.getElementById("retitle")?.focus();
  };
  const form = h("form.row.retitling", {
    submit: async (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      close();
      await sheet.change("", { title: input.value.trim() }, "retitle");
    },
    keydown: (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && close(),
  }, input, h("button.primary", { type: "submit" }, say("save")), h("button", { type: "button", click: close }, say("cancel")));
  title.replaceWith(form);
  input.select();
}

/**
 * Back to all meetings, where it can still be wanted back.
 * @param {Sheet} sheet
 */
function away({ path }) {
  addEventListener("hashchange", () => soon(path, say("meeting_deleted")), { once: true });
  location.hash = "#/meetings";
}

/** @param {Sheet} sheet */
async function deleteSound(sheet) {
  const question = { title: say("sound_delete_title"), text: say("sound_delete_text"), yes: say("sound_delete") };
  if (!(await sure(question))) return;
  try {
    await fetched(`${sheet.path}/sound`, { method: "DELETE" });
    mention(say("sound_deleted"));
  } catch (reason) {
    mention(told(reason));
  }
  sheet.again();
}
