/** Keeps the screen on while the glasses are worn; a page that was hidden asks again. */

/** @returns {() => void}  Lets the screen sleep. */
export function stayAwake() {
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  const ended = new AbortController();
  async function ask() {
    if (document.visibilityState !== "visible") return;
    try {
      const got = await navigator.wakeLock?.request("screen");
      if (ended.signal.aborted) got?.release();
      else lock = got ?? null;
    } catch {
      lock = null; // low battery, or a browser without: the screen sleeps as it always did
    }
  }
  document.addEventListener("visibilitychange", ask, { signal: ended.signal });
  ask();
  return () => {
    ended.abort();
    lock?.release();
  };
}
