/** What the wearer looks at. */
import { Sense } from "./sense.js";

const WANTED = { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * A camera that is off until it is switched on.
 * @param {() => void} changed
 */
export function camera(changed) {
  return new Sense("camera", () => navigator.mediaDevices.getUserMedia({ video: WANTED }), changed);
}
