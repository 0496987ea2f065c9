/** What can be set on the glasses: senses, loudness, brightness, model, language; and how they are. */
import { fill, h, icon } from "../../page/dom.js";
import { say, speak, spoken } from "../../page/say.js";
import { percent } from "../../page/when.js";

/** @typedef {import("../../page/route.js").Glasses} Glasses */
/** @typedef {import("../../page/say.js").Word} Word */

const SENSES = /** @type {const} */ (["microphone", "camera", "position"]);
const LEVELS = /** @type {const} */ (["volume", "brightness"]);
const MODELS = /** @type {const} */ (["ar", "everyday", "text"]);

/** @param {import("../../page/route.js").Page} page */
export function controls({ glasses, memory, left }) {
  const made = [
    h("div.group", {}, ...SENSES.map((sense) => senseSwitch(glasses, sense, left)), health(glasses, left)),
    h("div.group", {}, ...LEVELS.map((level) => slider(glasses, level, left))),
    h("div.group", {},
      choice("model", MODELS.map((model) => [model, say(`model_${model}`)]), memory.profile, (model) => {
        memory.profile = model;
        localStorage.setItem("lorgnette.profile", model);
        glasses.wear(/** @type {typeof MODELS[number]} */ (model));
      }),
      choice("language", [["en", "English"], ["zh", "中文"]], spoken(), (language) =>
        speak(language === "zh" ? "zh" : "en")),
      h("a.button", { href: "#/other" }, icon("turn"), say("other_show")),
    ),
  ];
  return h("section.controls", {}, h("h2", {}, say("settings")), h("div.groups", {}, made));
}

/** @param {Glasses} glasses @param {typeof SENSES[number]} sense @param {AbortSignal} left */
function senseSwitch(glasses, sense, left) {
  const state = h("span.state", {});
  const press = () => glasses.sense({ [sense]: !["on", "asking"].includes(glasses.state[sense]) });
  const button = /** @type {HTMLButtonElement} */ (
    h("button.switch", { type: "button", role: "switch", click: press },
      icon(sense), h("span.name", {}, say(sense)), state, h("span.track"))
  );

  function draw() {
    const now = glasses.state[sense];
    button.setAttribute("aria-checked", `${now === "on"}`);
    const word = now === "none" ? "has_none" : now === "asking" ? "asking" : now === "on" ? "is_on" : "is_off";
    const text = say(word);
    button.disabled = now === "none";
    if (state.textContent !== text) state.textContent = text;
  }

  glasses.addEventListener("state", draw, { signal: left });
  draw();
  return button;
}

/** @param {Glasses} glasses @param {typeof LEVELS[number]} level @param {AbortSignal} left */
function slider(glasses, level, left) {
  const shown = h("output", { for: level });
  const input = /** @type {HTMLInputElement} */ (
    h("input", { id: level, type: "range", min: 0, max: 100, step: 5, input: () => {
      glasses[level] = Number(input.value);
      draw();
    } })
  );

  function draw() {
    const value = glasses.state[level];
    if (document.activeElement !== input || Number(input.value) !== value) input.value = `${value}`;
    input.style.setProperty("--filled", `${value}%`);
    input.setAttribute("aria-valuetext", percent(value));
    shown.textContent = percent(value);
  }

  glasses.addEventListener("state", draw, { signal: left });
  draw();
  return h("div.slider", {}, icon(level), h("label", { for: level }, say(level)), shown, input);
}

/**
 * One of a few, side by side.
 * @param {Word} name
 * @param {[string, string][]} options
 * @param {string} chosen
 * @param {(value: string) => void} choose
 */
function choice(name, options, chosen, choose) {
  const made = options.map(([value, text]) =>
    h("label", {},
      h("input", { type: "radio", name, value, checked: value === chosen, change: () => choose(value) }),
      h("span", {}, text)),
  );
  return h("fieldset.choice", {}, h("legend", {}, say(name)), h("div.segments", {}, made));
}

/** @param {Glasses} glasses @param {AbortSignal} left */
function health(glasses, left) {
  const region = h("div.health", {});

  function draw() {
    const { battery, latency } = glasses.state;
    const level = percent(battery?.percent ?? 0);
    const text = battery?.simulated ? say("battery_simulated", { percent: level })
      : battery?.charging ? say("battery_charging", { percent: level }) : level;
    const fits = latency === null ? "" : say("latency", { ms: Math.round(latency) });
    if (region.dataset.now === text + fits) return;
    region.dataset.now = text + fits;
    fill(region,
      battery && h("p", {}, icon("battery"), h("span.name", {}, say("battery")), h("span.state", {}, text)),
      fits && h("p", {}, icon("link"), h("span.name", {}, fits)));
  }

  glasses.addEventListener("state", draw, { signal: left });
  draw();
  return region;
}
