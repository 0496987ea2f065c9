/** The wearer's page: the shell around the views, and the one pair of glasses they share. */
import { Glasses } from "./glasses/glasses.js";
import { keepToken, token } from "./page/ask.js";
import { at } from "./page/dom.js";
import { keepShell } from "./page/keep.js";
import { Memory } from "./page/memory.js";
import { route } from "./page/route.js";
import { sayAll, speak, speaking, spoken } from "./page/say.js";
import { shell } from "./page/shell.js";

const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const profile = /** @type {"ar" | "everyday" | "text"} */ (
  localStorage.getItem("lorgnette.profile") ?? "ar"
);
const glasses = new Glasses({ profile, language, token: token() });
const memory = new Memory(glasses, profile);
globalThis.lorgnette = { glasses }; // for developers, in the console

await speak(language);
sayAll(document);
shell(glasses);
const again = route(at("main"), { glasses, memory });

speaking.addEventListener("change", () => {
  localStorage.setItem("lorgnette.language", spoken());
  sayAll(document);
  if (glasses.hello.language !== spoken()) glasses.speak(spoken());
  again();
});
glasses.addEventListener("message", (event) => {
  const { type, language } = /** @type {CustomEvent} */ (event).detail;
  if (type !== "adjust" || language === spoken()) return;
  if (language === "en" || language === "zh") speak(language); // the wearer asked the hub
});
glasses.addEventListener("message", (event) => {
  const { type, card } = /** @type {CustomEvent} */ (event).detail;
  if (type === "show" && card.opens && card.page) location.hash = `#/${card.page}`;
});
glasses.addEventListener("state", () => {
  if (glasses.state.refusal === "revoked") keepToken(null);
});

/** Views that are no glasses: another pair must not be taken for the one that is worn. */
const APART = /^#\/(pair|other)/;
if (!APART.test(location.hash)) glasses.connect();
addEventListener("load", () => window.setTimeout(keepShell, 2000));
