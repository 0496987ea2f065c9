/** Days, times and numbers as the wearer writes them. */
import { spoken } from "./say.js";

/** The language of the page, as it is written where the wearer lives. */
const tag = () =>
  navigator.languages.find((each) => each.split("-")[0] === spoken()) ?? spoken();

/** @param {number | string} when  milliseconds or an ISO time @returns {string} such as 14:05 or 2:05 PM */
export const clock = (when) =>
  new Intl.DateTimeFormat(tag(), { timeStyle: "short" }).format(new Date(when));

/** @param {number | string} when @returns {string} such as Sunday, 22 November */
export function day(when) {
  const date = new Date(when);
  const away = days(date);
  if (away >= -1 && away <= 1) {
    return new Intl.RelativeTimeFormat(tag(), { numeric: "auto" }).format(away, "day");
  }
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(tag(), { weekday: "long", day: "numeric", month: "long", year }).format(date);
}

/** @param {number | string} when @returns {string} the day, and the time of it */
export const dayAndClock = (when) =>
  spoken() === "zh" ? `${day(when)} ${clock(when)}` : `${day(when)}, ${clock(when)}`;

/** @param {number | string} when @returns {string} such as 5 minutes ago */
export function ago(when) {
  const seconds = (new Date(when).getTime() - Date.now()) / 1000;
  const format = new Intl.RelativeTimeFormat(tag(), { numeric: "auto" });
  /** @type {[Intl.RelativeTimeFormatUnit, number][]} */
  const units = [["day", 86_400], ["hour", 3_600], ["minute", 60]];
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return format.format(Math.round(seconds / length), unit);
  }
  return format.format(0, "second");
}

/** @param {number} seconds @returns {string} time left as 4:05 or 1:00:00 */
export function left(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (/** @type {number} */ value) => `${value}`.padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

/** @param {string} day  such as 2026-05-08 @returns {string} such as 8 May */
export function date(day) {
  const [year, month, number] = day.split("-").map(Number);
  const same = year === new Date().getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(tag(), { day: "numeric", month: "long", year: same }).format(new Date(year, month - 1, number));
}

/** @param {number} seconds @returns {string} how long something took, such as 1 hr 12 min */
export function lasting(seconds) {
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const unit = (/** @type {number} */ value, /** @type {string} */ name) =>
    new Intl.NumberFormat(tag(), { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  if (hours) return [unit(hours, "hour"), minutes && unit(minutes, "minute")].filter(Boolean).join(" ");
  return minutes ? unit(minutes, "minute") : unit(whole, "second");
}

/** @param {number} value @returns {string} */
export const percent = (value) =>
  new Intl.NumberFormat(tag(), { style: "percent" }).format(value / 100);

/** @param {number} value @returns {string} */
export const number = (value) =>
  new Intl.NumberFormat(tag(), { maximumFractionDigits: 1 }).format(value);

/** @param {number} value @param {Intl.NumberFormatOptions} how @returns {string} a number with its unit */
export const written = (value, how) => new Intl.NumberFormat(tag(), how).format(value);

/** @param {Date} date  how many midnights lie between today and it */
function days(date) {
  const midnight = (/** @type {Date} */ of) => new Date(of).setHours(0, 0, 0, 0);
  return Math.round((midnight(date) - midnight(new Date())) / 86_400_000);
}

/** @param {string[]} words @returns {string} such as English and Chinese */
export const listed = (words) => new Intl.ListFormat(tag()).format(words);

/** @param {string} language @returns {string} its name, in the language of the page */
export const named = (language) => new Intl.DisplayNames([tag()], { type: "language" }).of(language) ?? language;
