/** Who was there: how much each has said, what they are called, and who is the same as whom. */
import { fill, h, icon } from "../../page/dom.js";
import { say } from "../../page/say.js";
import { percent } from "../../page/when.js";
import { speakerName } from "./names.js";

/** @typedef {import("./meeting.js").Sheet} Sheet */

/** @param {HTMLElement} region @param {Sheet} sheet */
export function people(region, sheet) {
  if (region.querySelector("form")) return; // somebody is being named
  const seconds = spoken(sheet);
  const all = [...seconds.values()].reduce((sum, each) => sum + each, 0) || 1;
  region.hidden = !seconds.size;
  const rows = [...seconds].map(([speaker, said]) => {
    const name = speakerName(sheet.meeting, speaker);
    const place = h("div.naming", {});
    place.append(h("button.plain", { type: "button", id: `person-${speaker}`, "aria-label": say("speaker_rename", { name }),
      click: () => naming(place, sheet, speaker, `person-${speaker}`) }, icon("person"), name));
    return h("li", {}, place, h("span.soft", {}, percent(Math.round((100 * said) / all))), merged(sheet, speaker));
  });
  fill(region, h("h2", {}, say("meeting_people")), h("ul.list.people", { role: "list" }, rows));
}

/**
 * Seconds that each speaker has spoken, in the order in which they first did.
 * @param {Sheet} sheet
 */
function spoken({ lines }) {
  /** @type {Map<number, number>} */
  const seconds = new Map();
  for (const { speaker, start, end } of lines) {
    if (speaker) seconds.set(speaker, (seconds.get(speaker) ?? 0) + end - start);
  }
  return seconds;
}

/**
 * Those who turned out to be this speaker, and a way back.
 * @param {Sheet} sheet
 * @param {number} speaker
 */
function merged(sheet, speaker) {
  const others = Object.keys(sheet.meeting.same).filter((each) => sheet.meeting.same[each] === speaker);
  return others.map((other) => h("button.plain.apart", { type: "button",
    click: () => sheet.change(`/speakers/${other}`, { same: Number(other) }, `person-${speaker}`) },
    say("speaker_apart", { number: other })));
}

/**
 * Let a speaker be named, or be the same as another, in the place of their name.
 * @param {HTMLElement} place
 * @param {Sheet} sheet
 * @param {number} speaker
 * @param {string} focus  what has the focus afterwards
 */
export function naming(place, sheet, speaker, focus) {
  const before = [...place.childNodes];
  const name = sheet.meeting.speakers[speaker] ?? "";
  const input = /** @type {HTMLInputElement} */ (
    h("input", { value: name, maxlength: 100, placeholder: speakerName(sheet.meeting, speaker), autocomplete: "off", "aria-label": say("name") })
  );
  const others = [...spoken(sheet).keys()].filter((each) => each !== speaker);
  const same = h("select", { "aria-label": say("speaker_same"), change: (/** @type {any} */ { target }) =>
    done({ same: Number(target.value) }) },
    h("option", { value: "" }, say("speaker_same")),
    others.map((each) => h("option", { value: each }, speakerName(sheet.meeting, each))));

  function close() {
    place.replaceChildren(...before);
    document.getElementById(focus)?.focus({ preventScroll: true });
  }

  /** @param {{ name: string } | { same: number }} body */
  function done(body) {
    close();
    sheet.change(`/speakers/${speaker}`, body, focus);
  }

  place.replaceChildren(h("form.row", {
    submit: (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      if (input.value.trim() === name) close();
      else done({ name: input.value.trim() });
    },
    keydown: (/** @type {KeyboardEvent} */ { key }) => key === "Escape" && close(),
  }, input, others.length > 0 && same, h("button.primary", { type: "submit" }, say("save")),
    h("button", { type: "button", click: close }, say("cancel"))));
  input.select();
}
