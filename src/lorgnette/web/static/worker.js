/**
 * Keeps the shell of the page for when the hub is away; never what the hub says.
 *
 * The hub is always asked first, so a new hub brings its new page at once. What is kept is renewed
 * as a whole after each visit, all files or none: a page is never made of two versions.
 */
const SHELL = "lorgnette-shell";
const PATIENCE = 3000;

const FILES = [
  "/",
  "/static/app.js",
  "/static/css/base.css",
  "/static/css/glasses.css",
  "/static/css/shell.css",
  "/static/css/views.css",
  "/static/glasses/battery.js",
  "/static/glasses/camera.js",
  "/static/glasses/describe.js",
  "/static/glasses/earcons.js",
  "/static/glasses/frames.js",
  "/static/glasses/gaps.js",
  "/static/glasses/gestures.js",
  "/static/glasses/glasses.js",
  "/static/glasses/grid.js",
  "/static/glasses/headset.js",
  "/static/glasses/lens.js",
  "/static/glasses/microphone.js",
  "/static/glasses/network.js",
  "/static/glasses/pages.js",
  "/static/glasses/player.worklet.js",
  "/static/glasses/playlist.js",
  "/static/glasses/position.js",
  "/static/glasses/profiles.js",
  "/static/glasses/reactions.js",
  "/static/glasses/recorder.worklet.js",
  "/static/glasses/resampler.js",
  "/static/glasses/ring.js",
  "/static/glasses/sense.js",
  "/static/glasses/session.js",
  "/static/glasses/socket.js",
  "/static/glasses/speaker.js",
  "/static/glasses/speech.js",
  "/static/glasses/tabs.js",
  "/static/glasses/touchpad.js",
  "/static/glasses/wakelock.js",
  "/static/icons/arm.svg",
  "/static/icons/icon-192.png",
  "/static/icons/icon-512.png",
  "/static/icons/icon.svg",
  "/static/icons/maskable-192.png",
  "/static/icons/maskable-512.png",
  "/static/icons/maskable.svg",
  "/static/icons/scene.svg",
  "/static/icons/sprite.svg",
  "/static/manifest.webmanifest",
  "/static/page/ask.js",
  "/static/page/dom.js",
  "/static/page/early.js",
  "/static/page/keep.js",
  "/static/page/loading.js",
  "/static/page/memory.js",
  "/static/page/route.js",
  "/static/page/say.js",
  "/static/page/shell.js",
  "/static/page/sure.js",
  "/static/page/undo.js",
  "/static/page/when.js",
  "/static/views/devices.js",
  "/static/views/devices/invitation.js",
  "/static/views/glasses.js",
  "/static/views/glasses/controls.js",
  "/static/views/glasses/lead.js",
  "/static/views/glasses/stage.js",
  "/static/views/glasses/talk.js",
  "/static/views/glasses/temple.js",
  "/static/views/glasses/turns.js",
  "/static/views/history.js",
  "/static/views/hub.js",
  "/static/views/lab.js",
  "/static/views/pair.js",
  "/static/views/skills.js",
  "/static/views/today.js",
  "/static/words/en.js",
  "/static/words/zh.js",
];

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

async function renew() {
  const cache = await caches.open(SHELL);
  await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
}

/** @param {Request} request */
function isShell({ method, url }) {
  const { origin, pathname } = new URL(url);
  return method === "GET" && origin === location.origin && FILES.includes(pathname);
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
