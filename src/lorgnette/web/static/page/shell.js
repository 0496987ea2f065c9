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
  const { microphone, camera, purpose } = glasses.state.lit;
  const word = microphone && camera ? "lit_both" : microphone ? "lit_microphone" : camera ? "lit_camera" : "lit_none";
  const text = purpose && (microphone || camera) ? `${say(word)} · ${sayIfKnown(`purpose_${purpose}`, purpose)}` : say(word);
  if (at("lamp").textContent === text) return;
  at("lamp").toggleAttribute("data-lit", microphone || camera);
  fill(at("lamp"), h("span.dot"), microphone && icon("microphone"), camera && icon("camera"), h("span.says", {}, text));
}

/** A line under the top while the link is not as it should be. */
function notice(/** @type {Glasses} */ glasses) {
  const { link, refusal, waiting } = glasses.state;
  const text =
    link === "away"
      ? waiting >= 0.5 ? say("away_keeping", { seconds: number(Math.round(waiting)) }) : say("away_trying")
      : link === "refused" ? sayIfKnown(`refused_${`${refusal}`.replaceAll("-", "_")}`, say("refused_other")) : "";
  if (link === "elsewhere") {
    fill(at("notice"), h("span", {}, say("elsewhere")),
      h("button", { type: "button", click: () => glasses.takeOver() }, say("bring_here")));
  } else if (at("notice").textContent !== text) fill(at("notice"), text);
  at("notice").hidden = link !== "elsewhere" && !text;
}
