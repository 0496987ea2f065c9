/** What is around every view: the lamp of the senses, news of the link, language and theme. */
import { at, fill, h, icon } from "./dom.js";
import { say, sayIfKnown, speak, speaking, spoken } from "./say.js";
import { number } from "./when.js";

/** @typedef {import("../glasses/glasses.js").Glasses} Glasses */

const THEMES = /** @type {const} */ (["auto", "light", "dark"]);

/** @param {Glasses} glasses */
export function shell(glasses) {
  const draw = () => {
    lamp(glasses);
    notice(glasses);
  };
  glasses.addEventListener("state", draw);
  addEventListener("hashchange", draw);
  speaking.addEventListener("change", () => {
    draw();
    tools();
  });
  at("language").addEventListener("click", () => speak(spoken() === "zh" ? "en" : "zh"));
  at("theme").addEventListener("click", () => {
    const next = THEMES[(THEMES.indexOf(theme()) + 1) % THEMES.length];
    localStorage.setItem("lorgnette.theme", next);
    if (next === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    tools();
  });
  at("skip").addEventListener("click", (event) => {
    event.preventDefault();
    at("main").focus();
  });
  draw();
  tools();
}

/** @returns {typeof THEMES[number]} */
const theme = () =>
  THEMES.find((each) => each === document.documentElement.dataset.theme) ?? "auto";

function tools() {
  const other = spoken() === "zh" ? "en" : "zh";
  const language = at("language");
  language.textContent = other === "zh" ? "中文" : "English";
  language.lang = other === "zh" ? "zh-Hans" : "en";
  fill(at("theme"), icon(`theme-${theme()}`), h("span.hidden", {}, say(`theme_${theme()}`)));
  at("theme").title = say(`theme_${theme()}`);
}

/** The lamp says what the glasses' own lamp says: which senses are in use, and for what. */
function lamp(/** @type {Glasses} */ glasses) {
  const { microphone, camera, position, purpose } = glasses.state.lit;
  const lit = microphone || camera || position;
  const one = microphone ? "lit_microphone" : camera ? "lit_camera" : position ? "lit_position" : "lit_none";
  const text = say(microphone && camera ? "lit_both" : one);
  const why = lit && purpose ? sayIfKnown(`purpose_${purpose}`, purpose) : "";
  if (at("lamp").dataset.says === text + why + position) return;
  at("lamp").dataset.says = text + why + position;
  at("lamp").toggleAttribute("data-lit", lit);
  at("lamp").title = why;
  fill(at("lamp"),
    h("span.dot"), microphone && icon("microphone"), camera && icon("camera"), position && icon("position"),
    h("span.says", {}, text), position && (microphone || camera) && h("span.hidden", {}, say("lit_position")));
}

/** A line under the top while the link is not as it should be, with what can be done about it. */
function notice(/** @type {Glasses} */ glasses) {
  const { link, refusal, waiting } = glasses.state;
  const code = `${refusal}`.replaceAll("-", "_");
  const kept = waiting - (waiting % 5); // read out by screen readers: not each second
  const pairing = location.hash.startsWith("#/pair");
  const text =
    link === "elsewhere" ? say("elsewhere")
    : link === "away" ? (kept ? say("away_keeping", { seconds: number(kept) }) : say("away_trying"))
    : link === "refused" && !pairing ? sayIfKnown(`refused_${code}`, say("refused_other"))
    : "";
  if (at("notice").dataset.says === text) return;
  at("notice").dataset.says = text;
  at("notice").hidden = !text;
  fill(at("notice"), text && h("span", {}, text),
    link === "elsewhere" && h("button", { type: "button", click: () => glasses.takeOver() }, say("bring_here")),
    text && ["not_paired", "revoked"].includes(code) && h("a.button", { href: "#/pair" }, say("pair_button")));
}
