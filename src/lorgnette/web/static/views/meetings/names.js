/** What is called how, on the pages of meetings. */
import { say } from "../../page/say.js";

/** @typedef {import("./types.js").Meeting} Meeting */

/** @param {{ title: string }} meeting */
export const titleOf = ({ title }) => title || say("meeting_untitled");

/** @param {string} who  a name, a number such as #2, or "" when nobody can tell */
export const called = (who) =>
  !who ? say("speaker_nobody") : /^#\d+$/.test(who) ? say("speaker_numbered", { number: who.slice(1) }) : who;

/** @param {Meeting} meeting @param {number | null | undefined} speaker */
export const speakerName = (meeting, speaker) =>
  called(speaker ? meeting.speakers[speaker] || `#${speaker}` : "");

/** @param {string | undefined} language */
export const langOf = (language) => (language === "zh" ? "zh-Hans" : language ?? "en");
