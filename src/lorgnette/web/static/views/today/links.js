/** Pages of codes that the wearer asked for: each by its real host, and opened by nobody but them. */
import { h, icon } from "../../page/dom.js";
import { dayAndClock } from "../../page/when.js";

/** @typedef {import("../today.js").Thing} Thing */

/**
 * @param {Thing} thing
 * @param {(thing: Thing, name: string) => HTMLElement} removerOf
 */
export function linkRow(thing, removerOf) {
  const host = `${thing.item.host}`;
  const address = pageOf(`${thing.item.address}`);
  return h("li.link", {},
    h("div.what", {},
      h("p.text", {}, address
        ? h("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, icon("link"), ` ${host}`)
        : host),
      h("p.soft", {}, [address, dayAndClock(thing.created)].filter(Boolean).join(" · "))),
    removerOf(thing, host));
}

/** @param {string} address  one of the web; "" for any that would do something else */
const pageOf = (address) => (/^https?:\/\//i.test(address) ? address : "");
