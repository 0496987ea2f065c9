/** Has the service worker keep the shell of the page for when the hub is away. */

/** Where the browser can, and after everything that matters now. */
export async function keepShell() {
  if (!navigator.serviceWorker) return;
  try {
    const registered = await navigator.serviceWorker.register("/worker.js");
    registered.active?.postMessage("renew");
  } catch {
    // a browser that keeps nothing, such as in a private window
  }
}
