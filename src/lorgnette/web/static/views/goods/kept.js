/** What the wearer keeps of shopping: the list, the basket, what they looked at, what it cost. */
import { ask } from "../../page/ask.js";
import { h, icon } from "../../page/dom.js";
import { afterTurns, loaded, told } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { sure } from "../../page/sure.js";
import { mention, remover } from "../../page/undo.js";
import { date, dayAndClock, listed } from "../../page/when.js";
import { search } from "./search.js";
import { allergen, money } from "./told.js";

/** @typedef {import("./types.js").Mine} Mine */
/** @typedef {import("./types.js").Row} Row */

/** @param {import("../../page/route.js").Page} page */
export function kept({ glasses, left }) {
  const region = h("div.columns", {});
  const list = adder("goods_add", "goods_add_example", "/api/goods/wanted", () => again());
  const warn = adder("goods_avoid", "goods_avoid_example", "/api/goods/avoided", () => again());
  /** @type {() => Promise<void>} */
  const again = loaded(region, () => ask("/api/goods"), (/** @type {Mine} */ mine) => {
    const here = document.activeElement; // whoever types goes on where they were
    queueMicrotask(() => here instanceof HTMLInputElement && region.contains(here) && here.focus());
    return draw(mine, list, warn, () => again());
  }, left);
  afterTurns(glasses, again, left);
  return [
    h("header.head", {}, h("h1", {}, say("goods")), h("p.lead", {}, say("goods_lead"))),
    search(""),
    region,
  ];
}

/**
 * @param {Mine} mine
 * @param {HTMLElement} list  puts on the list
 * @param {HTMLElement} warn  puts to what must not be eaten
 * @param {() => void} again
 */
function draw(mine, list, warn, again) {
  return [
    h("div.things", {},
      part("goods_list", mine.wanted.map((row) => rowOf(row)), say("goods_list_none"), list),
      part("goods_basket", mine.basket.map((row) => rowOf(row)), say("goods_basket_none"), running(mine)),
      part("goods_avoided", mine.avoided.map((row) => avoidedRow(row, again)), say("goods_avoided_none"), warn)),
    h("div.things", {},
      part("goods_looked", mine.looked.map((row) => rowOf(row, row.at && dayAndClock(row.at))), say("goods_looked_none")),
      part("goods_prices", mine.prices.map((row) =>
        rowOf(row, [row.shop, row.at && date(row.at)].filter(Boolean).join(" · "))), say("goods_prices_none")),
      mine.receipts.length > 0 && part("goods_receipts", mine.receipts.map((row) => rowOf(row, row.at && date(row.at))), ""),
      mine.taught.length > 0 && part("goods_taught", mine.taught.map((row) => rowOf(row, row.of)), "")),
  ];
}

/**
 * One sort of things, or what to say where there are none.
 * @param {import("../../page/say.js").Word} title
 * @param {HTMLElement[]} rows
 * @param {string} none
 * @param {HTMLElement | null} [more]
 */
const part = (title, rows, none, more = null) =>
  h("section", {}, h("h2", {}, say(title)),
    rows.length ? h("ul.list", {}, rows) : h("p.soft", {}, none), more);

/** @param {Row} row @param {string} [about] */
function rowOf(row, about = "") {
  const name = row.name || row.of || "";
  return h("li", {},
    h("div.what", {},
      h("p.text", {}, row.of ? h("a", { href: `#/goods/${row.of}` }, name) : name),
      about && h("p.soft", {}, about)),
    row.price && h("span.price", {}, money(row.price)),
    remover(pathOf(row), name, say("thing_deleted")));
}

/** @param {Row} row  where the hub keeps it */
const pathOf = (row) => `/api/things/${row.id}`;

/** @param {Row} row @param {() => void} again */
function avoidedRow(row, again) {
  const what = allergen(row.name);
  const away = async () => {
    const question = { title: say("goods_allow_title", { what }), text: say("goods_allow_text"), yes: say("goods_allow") };
    if (!(await sure(question))) return;
    await ask(pathOf(row), { method: "DELETE" }).catch((reason) => mention(told(reason)));
    again();
  };
  return h("li", {}, icon("warning"), h("div.what", {}, h("p.text", {}, what)),
    h("button.plain.square", { type: "button", title: say("delete"), "aria-label": say("delete_this", { what }), click: away },
      icon("delete")));
}

/**
 * What is in the basket together; a row that is being deleted does not count.
 * @param {Mine} mine
 */
function running(mine) {
  if (!mine.basket.length) return null;
  const line = h("p.total", { role: "status" });
  const add = () => {
    const away = mine.basket.find((row) =>
      line.closest("section")?.querySelector(`li[hidden] [data-path="${pathOf(row)}"]`));
    line.textContent = total(mine, away);
  };
  queueMicrotask(() => {
    line.closest("section")?.addEventListener("withdrawn", add);
    add();
  });
  return line;
}

/** @param {Mine} mine @param {Row | undefined} without */
function total({ total: sums, unpriced }, without) {
  const price = without?.price;
  const left = sums
    .map(({ value, currency }) => ({ value: value - (currency === price?.currency ? price.value : 0), currency }))
    .filter(({ value }) => value > 1e-6);
  const count = unpriced - (without && !price ? 1 : 0);
  const known = left.length ? say("goods_total", { total: listed(left.map(money)) }) : "";
  return [known, count && say("goods_unpriced", { count })].filter(Boolean).join(" · ");
}

/**
 * A line in which something is put down.
 * @param {"goods_add" | "goods_avoid"} label
 * @param {"goods_add_example" | "goods_avoid_example"} example
 * @param {string} path
 * @param {() => void} again
 */
function adder(label, example, path, again) {
  const words = /** @type {HTMLInputElement} */ (
    h("input", { id: label, maxlength: 200, required: true, placeholder: say(example), autocomplete: "off" })
  );
  const send = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const text = words.value.trim();
    if (!text) return;
    await ask(path, { method: "POST", body: { text } }).then(() => (words.value = ""), (reason) => mention(told(reason)));
    again();
  };
  return h("form.line", { submit: send }, h("label", { for: label }, say(label)),
    h("div.field", {}, words, h("button", { type: "submit" }, icon("add"), say("add"))));
}
