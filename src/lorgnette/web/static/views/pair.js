/** New glasses come in: a code, a name, done. */
import { ask, keepToken } from "../page/ask.js";
import { fill, h, icon } from "../page/dom.js";
import { told } from "../page/loading.js";
import { say, wearerNamed } from "../page/say.js";
import { certificate } from "./devices/certificate.js";

/** @param {import("../page/route.js").Page} page */
export function show({ argument, glasses }) {
  const wrong = h("p.warning", { role: "alert", id: "wrong", hidden: true });
  const code = /** @type {HTMLInputElement} */ (
    h("input", { id: "code", value: argument, required: true, maxlength: 64, spellcheck: "false",
      autocomplete: "one-time-code", autocapitalize: "characters", "aria-describedby": "wrong" })
  );
  const name = /** @type {HTMLInputElement} */ (
    h("input", { id: "name", required: true, maxlength: 64, placeholder: say("pair_name_example"), value: device() })
  );
  const button = /** @type {HTMLButtonElement} */ (
    h("button.primary.big", { type: "submit" }, icon("link"), say("pair_button"))
  );
  const card = h("div.card.pair", {});

  async function pair(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    button.disabled = true;
    wrong.hidden = true;
    try {
      const body = { code: code.value.trim(), name: name.value.trim(), profile: glasses.hello.profile };
      const { token, wearer } = await ask("/pair", { method: "POST", body });
      keepToken(token);
      done(card, wearer);
    } catch (reason) {
      fill(wrong, icon("warning"), told(reason));
      wrong.hidden = false;
    } finally {
      button.disabled = false;
    }
  }

  fill(card, h("form.stack", { submit: pair },
    h("div", {}, h("label", { for: "code" }, say("pair_code")), code),
    h("div", {}, h("label", { for: "name" }, say("pair_name")), name),
    wrong, button));
  const head = h("header.head", {}, h("h1", {}, say("pair")), h("p.lead", {}, say("pair_lead")));
  return [head, card, ...(location.protocol === "https:" ? [certificate()] : [])];
}

/** @param {HTMLElement} card @param {string} wearer */
function done(card, wearer) {
  const go = h("button.primary.big", { type: "button", click: () => {
    location.hash = "#/";
    location.reload();
  } }, icon("glasses"), say("pair_go"));
  fill(card, h("div.stack", { role: "status" },
    icon("check"), h("h2", {}, say("pair_done")), h("p", {}, say("pair_done_text", { wearer: wearerNamed(wearer) })), go));
  go.focus();
}

/** A first guess at a name: what the browser says it runs on. */
function device() {
  const agent = navigator.userAgent;
  const known = ["iPhone", "iPad", "Android", "Mac", "Windows", "Linux"];
  return known.find((each) => agent.includes(each)) ?? "";
}
