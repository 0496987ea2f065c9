/** The hub's own certificate, for a phone to trust: only then can the page be installed on it. */
import { h, icon } from "../../page/dom.js";
import { say } from "../../page/say.js";

export const certificate = () =>
  h("div.certificate", {},
    h("p.soft", {}, say("certificate_what")),
    h("a.button", { href: "/hub.crt", download: "" }, icon("download"), say("certificate")));
