/** From which side something is heard: in both ears, and louder in one. */

/** Of the way from the middle to one ear alone: that ear hears it about 8 dB louder. */
const ASIDE = 0.5;

/**
 * How loud each ear hears what comes from a side: −1 left, 1 right. Both together are as loud from
 * anywhere, so that whoever has one ear, or one loudspeaker, hears every word.
 * @param {number} side
 * @returns {[left: number, right: number]}
 */
export function ears(side) {
  const angle = ((1 + ASIDE * side) * Math.PI) / 4;
  return [Math.SQRT2 * Math.cos(angle), Math.SQRT2 * Math.sin(angle)];
}
