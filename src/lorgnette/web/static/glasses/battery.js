/** How full the battery is: the device's own where the browser tells it, else a simulated one. */

/** @typedef {import("./types.js").Battery} Battery */
/** @typedef {EventTarget & {level: number, charging: boolean}} DeviceBattery */

/** Hours that simulated glasses last. */
const HOURS = 8;
const MINUTE = 60000;

/**
 * Follow a battery.
 * @param {(battery: Battery) => void} changed  Now, and after each change.
 * @returns {() => void}  Ends it.
 */
export function battery(changed) {
  const ended = new AbortController();
  const ask = /** @type {{getBattery?: () => Promise<DeviceBattery>}} */ (navigator).getBattery;
  const simulated = () => simulate(changed, ended.signal);
  if (!ask) simulated();
  else ask.call(navigator).then((device) => follow(device, changed, ended.signal), simulated);
  return () => ended.abort();
}

/** @param {DeviceBattery} device @param {(battery: Battery) => void} changed @param {AbortSignal} signal */
function follow(device, changed, signal) {
  const tell = () => {
    const { level, charging } = device;
    if (!signal.aborted) changed({ percent: Math.round(level * 100), charging, simulated: false });
  };
  device.addEventListener("levelchange", tell, { signal });
  device.addEventListener("chargingchange", tell, { signal });
  tell();
}

/** @param {(battery: Battery) => void} changed @param {AbortSignal} signal */
function simulate(changed, signal) {
  const began = Date.now();
  const tell = () => {
    const gone = (Date.now() - began) / (HOURS * 60 * MINUTE);
    changed({ percent: Math.max(1, Math.round(100 - gone * 100)), charging: false, simulated: true });
  };
  const timer = setInterval(tell, MINUTE);
  signal.addEventListener("abort", () => clearInterval(timer));
  tell();
}
