/**
 * Keeps the shell of the page for when the hub is away; never what the hub says.
 *
 * The hub is always asked first, so a new hub brings its new page at once. What is kept is renewed
 * as a whole after each visit, all files or none: a page is never made of two versions.
 */
const SHELL = "lorgnette-shell";
const PATIENCE = 3000;

/** What a file names that may be needed too. */
const NAMES = /["'(]([\w./-]+\.js|\/static\/[\w./-]+)[#"')]/g;
const NAMING = /(\/|\.js|\.css|\.webmanifest)$/;
/** Of the files, all but those that only developers need. */
const NEEDED = /^\/static\/(?!panel\/)/;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** The page, and all it needs. @returns {Promise<Map<string, Response>>} */
async function shell() {
  const found = new Map();
  const paths = new Set(["/"]);
  for (const path of paths) {
    const answer = await fetch(path, { cache: "no-cache" });
    if (answer.status === 404) continue; // something else was named
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    found.set(path, answer.clone());
    if (!NAMING.test(path)) continue;
    for (const [, name] of (await answer.text()).matchAll(NAMES)) {
      const { pathname } = new URL(name, new URL(path, location.origin));
      if (NEEDED.test(pathname)) paths.add(pathname);
    }
  }
  return found;
}

async function renew() {
  const found = await shell();
  const cache = await caches.open(SHELL);
  await Promise.all([...found].map(([path, answer]) => cache.put(path, answer)));
  for (const { url } of await cache.keys()) {
    if (!found.has(new URL(url).pathname)) await cache.delete(url);
  }
}

/** @param {Request} request */
function isShell({ method, url }) {
  const { origin, pathname } = new URL(url);
  return method === "GET" && origin === location.origin && (pathname === "/" || pathname.startsWith("/static/"));
}

/** @param {Request} request */
async function fromHub(request) {
  const waiting = new AbortController();
  setTimeout(() => waiting.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: waiting.signal });
  } catch (reason) {
    const kept = await caches.match(new URL(request.url).pathname);
    if (kept) return kept;
    throw reason;
  }
}

worker.addEventListener("install", (event) => {
  event.waitUntil(renew().then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("message", (event) => {
  if (event.data === "renew") event.waitUntil(renew().catch(() => {}));
});
worker.addEventListener("fetch", (event) => {
  if (isShell(event.request)) event.respondWith(fromHub(event.request));
});
