/** The wearer's glasses: what each can do, when it was seen, and how another one comes in. */
import { ask, fetched } from "../page/ask.js";
import { at, h, icon } from "../page/dom.js";
import { loaded, nothing, told } from "../page/loading.js";
import { say, wearerNamed } from "../page/say.js";
import { sure } from "../page/sure.js";
import { mention } from "../page/undo.js";
import { ago, day } from "../page/when.js";
import { Invitation } from "./devices/invitation.js";

/**
 * @typedef {{ id: number, name: string, wearer: string, created: string, seen: string | null,
 *   connected: boolean, current: boolean, profile: import("../glasses/types.js").Profile | null }} Pair
 */

/** @param {import("../page/route.js").Page} page */
export function show({ left }) {
  const region = h("div", {});
  const invitation = new Invitation(left);
  let drawn = "";
  const load = async () => {
    drawn = "";
    const [pairs, { wearer }] = await Promise.all([ask("/api/glasses"), ask("/api/me")]);
    invitation.saw(pairs);
    drawn = JSON.stringify(pairs);
    return { pairs, wearer };
  };
  /** @type {() => Promise<void>} */
  const again = loaded(region, load, (/** @type {{ pairs: Pair[], wearer: string }} */ { pairs, wearer }) =>
    pairs.length ? h("ul.list.pairs", {}, ...pairs.map((pair) => row(pair, wearer, again)))
      : nothing(say("nothing_devices"), say("nothing_devices_what")), left);

  /** Draw again only what has changed: whoever is at a button stays there. */
  async function look() {
    if (document.hidden) return;
    const pairs = await ask("/api/glasses").catch(() => null);
    if (JSON.stringify(pairs) !== drawn && !region.querySelector("form")) again();
  }
  const timer = window.setInterval(look, 5000);
  left.addEventListener("abort", () => window.clearInterval(timer));
  return [
    h("header.head", {}, h("h1", {}, say("devices")), h("p.lead", {}, say("devices_lead"))),
    region,
    invitation.section,
  ];
}

/** @param {Pair} pair @param {string} wearer  who looks @param {() => Promise<void>} again */
function row(pair, wearer, again) {
  const name = h("p.strong", {}, pair.name, pair.current && h("span.badge", {}, say("this_pair")));
  const before = pair.seen ? say("seen", { ago: ago(pair.seen) }) : say("never_seen");
  const seen = pair.connected ? say("worn_now") : before;
  const whose = pair.wearer === wearer ? "" : say("worn_by", { wearer: wearerNamed(pair.wearer) });
  const buttons = h("div.row", {},
    h("button", { type: "button", click: () => rename(pair, buttons, again) }, say("rename")),
    h("button.danger", { type: "button", click: () => revoke(pair, again) }, say("revoke")));
  return h("li", { "data-pair": pair.id, "data-connected": pair.connected }, icon("glasses"),
    h("div.what", {}, name,
      h("p.soft", {}, [whose, seen, say("paired_on", { day: day(pair.created) })].filter(Boolean).join(" · ")),
      pair.profile && h("ul.abilities", {}, ...abilities(pair.profile).map((each) => h("li", {}, each)))),
    buttons);
}

/** @param {import("../glasses/types.js").Profile} profile */
function abilities({ display, ...can }) {
  const { layout, width, height } = display;
  const lens = layout === "none" ? [] : [say(`can_${layout}`, { width, height })];
  const parts = /** @type {const} */ (["microphone", "speaker", "camera", "touch", "battery"]);
  return [...lens, ...parts.filter((part) => can[part]).map((part) => say(`can_${part}`))];
}

/**
 * Ask for another name in the place of the buttons; Escape leaves it as it is.
 * @param {Pair} pair
 * @param {HTMLElement} buttons
 * @param {() => Promise<void>} again
 */
function rename(pair, buttons, again) {
  const input = /** @type {HTMLInputElement} */ (
    h("input", { value: pair.name, maxlength: 64, required: true, "aria-label": say("name") })
  );
  const form = h("form.row", { submit: async (event) => {
    event.preventDefault();
    const change = { method: "PATCH", body: { name: input.value.trim() } };
    await ask(`/api/glasses/${pair.id}`, change).catch((reason) => mention(told(reason)));
    form.remove();
    await again();
    focusOn(pair);
  }, keydown: (event) => {
    if (event.key !== "Escape") return;
    form.replaceWith(buttons);
    focusOn(pair);
  } }, input, h("button", { type: "submit" }, say("save")));
  buttons.replaceWith(form);
  input.select();
}

/** @param {Pair} pair  whose first button is where the wearer goes on */
function focusOn({ id }) {
  /** @type {HTMLElement | null} */ (document.querySelector(`[data-pair="${id}"] button`))?.focus();
}

/** @param {Pair} pair @param {() => Promise<void>} again */
async function revoke(pair, again) {
  const { name } = pair;
  const question = { title: say("revoke_title", { name }), text: say("revoke_text"), yes: say("revoke") };
  if (!(await sure(question))) return;
  try {
    await fetched(`/api/glasses/${pair.id}`, { method: "DELETE" });
    mention(say("revoked", { name }));
  } catch (reason) {
    mention(told(reason));
  }
  await again();
  at("main").focus({ preventScroll: true });
}
