/** The meetings there are, the newest first, and a field to search everything ever said. */
import { ask } from "../../page/ask.js";
import { h, icon } from "../../page/dom.js";
import { afterTurns, loaded, nothing, told } from "../../page/loading.js";
import { say } from "../../page/say.js";
import { mention, remover } from "../../page/undo.js";
import { dayAndClock, lasting, listed } from "../../page/when.js";
import { found } from "./found.js";
import { titleOf } from "./names.js";

/** @typedef {import("./types.js").Meeting} Meeting */
/** @typedef {import("./types.js").Found} Found */

const PAGE = 30;
const LOOK = 5000;

/** @param {import("../../page/route.js").Page} page @param {string} wanted  what is searched for */
export function list({ glasses, left }, wanted) {
  const region = h("div.meetings", {});
  const search = /** @type {HTMLInputElement} */ (
    h("input", { type: "search", value: wanted, maxlength: 500, placeholder: say("meetings_example"),
      "aria-label": say("meetings_find"), enterkeyhint: "search" })
  );
  const words = () => search.value.trim();
  /** @param {number} [before] @returns {Promise<Meeting[]>} */
  const some = (before) => ask(`/api/meetings?limit=${PAGE}${before ? `&before=${before}` : ""}`);
  let live = false;

  const load = async () => {
    const find = words();
    live = false;
    return find ? { find, hits: await hits(find, 0) } : { find, meetings: await some() };
  };
  const again = loaded(region, load, ({ find, hits: first, meetings }) => {
    if (first) return found(first, (skip) => hits(find, skip));
    live = meetings.some(({ over }) => !over);
    return rows(meetings, some);
  }, left);

  afterTurns(glasses, () => !words() && region.querySelectorAll("li").length <= PAGE && again(), left);
  const looking = window.setInterval(() => live && !document.hidden && again(), LOOK);
  left.addEventListener("abort", () => window.clearInterval(looking));
  let timer = 0;
  search.addEventListener("input", () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(again, 300);
    history.replaceState(null, "", `#/meetings${words() && `/find/${encodeURIComponent(words())}`}`);
  });
  return [
    h("header.head", {}, h("h1", {}, say("meetings")), h("p.lead", {}, say("meetings_lead"))),
    h("div.filters", {}, h("div.field.search.wide", {}, icon("find"), search)),
    region,
  ];
}

/** @param {string} find @param {number} skip @returns {Promise<Found>} */
const hits = (find, skip) => ask(`/api/meetings/found?${new URLSearchParams({ find, skip: `${skip}` })}`);

/** How to begin, where there is nothing yet. */
function none() {
  const told = nothing(say("meetings_none"), say("meetings_none_what"));
  told.append(h("a.button", { href: "#/" }, icon("glasses"), say("meetings_begin")));
  return told;
}

/** @param {Meeting[]} meetings @param {(before?: number) => Promise<Meeting[]>} some */
function rows(meetings, some) {
  if (!meetings.length) return [none()];
  const all = h("ul.list.held", { role: "list" }, meetings.map(row));
  const more = h("button", { type: "button", hidden: meetings.length < PAGE, click: async () => {
    const next = await some(meetings[meetings.length - 1].id).catch((reason) => mention(told(reason)));
    if (!next) return;
    meetings = next;
    all.append(...next.map(row));
    more.hidden = next.length < PAGE;
  } }, say("more"));
  return [all, h("div.row.under", {}, more)];
}

/** @param {Meeting} meeting */
function row(meeting) {
  const people = [...new Set(Object.values(meeting.speakers))];
  const about = [dayAndClock(meeting.began), lasting(meeting.seconds), people.length ? listed(people) : ""];
  return h("li", {}, icon("meetings"),
    h("div.what", {},
      h("p.strong", {}, h("a", { href: `#/meetings/${meeting.id}` }, titleOf(meeting)),
        !meeting.over && h("span.badge.live", {}, say("meeting_live"))),
      h("p.soft", {}, about.filter(Boolean).join(" · "))),
    meeting.over && remover(`/api/meetings/${meeting.id}`, titleOf(meeting), say("meeting_deleted")));
}
