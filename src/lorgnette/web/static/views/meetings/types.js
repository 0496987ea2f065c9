/**
 * What the hub tells of meetings.
 *
 * @typedef {{ number: number, at: number, note: string }} Mark
 *
 * @typedef {object} Meeting
 * @property {number} id
 * @property {string} title
 * @property {string} began
 * @property {string} language
 * @property {number} seconds
 * @property {boolean} over
 * @property {Record<string, string>} speakers  The names of those who have one.
 * @property {Record<string, number>} same  Speakers that turned out to be another.
 * @property {Mark[]} marks
 * @property {number} lines
 * @property {boolean} audio
 *
 * @typedef {object} Line  What one voice said; without a `language` it is English.
 * @property {number} number
 * @property {number} start
 * @property {number} end
 * @property {string} text
 * @property {number | null} [speaker]
 * @property {string} [language]
 *
 * @typedef {{ meeting: Meeting, lines: Line[] }} Told
 *
 * @typedef {{ line: number, text: string }} Quote
 * @typedef {{ text: string, quotes: Quote[] }} Point
 * @typedef {Point & { owner: string | null, due: string | null }} Action
 * @typedef {{ people: string[], summary: Point[], decisions: Point[], actions: Action[], questions: Point[] }} Minutes
 *
 * @typedef {object} Hit
 * @property {number} meeting
 * @property {string} title
 * @property {string} began
 * @property {Line} line
 * @property {string} who
 * @property {string} excerpt
 * @property {[number, number][]} found
 * @typedef {{ words: string, person: string, hits: Hit[] }} Found
 */
export {};
