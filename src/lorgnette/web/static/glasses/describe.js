/** What a card says, for those who hear the lens instead of seeing it. */

/**
 * All texts of a card in the order of reading, as sentences of their own.
 * @param {import("./types.js").Card | null} card
 * @returns {string}
 */
export function describe(card) {
  if (!card) return "";
  const left = card.seconds_left;
  const said = [...(card.source ?? []), ...(card.spoken ?? [])];
  const rows = [...(card.lines ?? []), ...(card.items ?? [])];
  const texts = [
    card.title,
    card.label,
    typeof left === "number" ? clock(left) : card.fraction ? `${Math.round(card.fraction * 100)} %` : "",
    card.distance,
    card.alt,
    ...said.map(({ text = "", tail = "", speaker }) => `${speaker ? `${speaker}: ` : ""}${text}${tail}`.trim()),
    ...rows.map(({ text, right }) => (right ? `${text}: ${right}` : text)),
    ...(card.choices ?? []),
    card.footer,
  ];
  return texts.filter(Boolean).join("\n");
}

/**
 * Time left as `4:05` or `1:00:00`; a second that has begun still counts.
 * @param {number} seconds
 */
export function clock(seconds) {
  const whole = Math.ceil(Math.max(0, seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
