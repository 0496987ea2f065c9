/** Meetings: which there are, what was said in all of them, and one of them. */
import { list } from "./meetings/list.js";
import { meeting } from "./meetings/meeting.js";

/** @param {import("../page/route.js").Page} page */
export function show(page) {
  const [which, ...rest] = page.argument.split("/");
  if (/^\d+$/.test(which)) return meeting(page, Number(which), Number(rest[0]) || null);
  return list(page, which === "find" ? rest.join("/") : "");
}
