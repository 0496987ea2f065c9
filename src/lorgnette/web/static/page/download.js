/** Files that the hub makes, through fetch: a link could not carry the token of these glasses. */
import { fetched } from "./ask.js";
import { h } from "./dom.js";
import { told } from "./loading.js";
import { mention } from "./undo.js";

/**
 * Take a file away. What goes wrong is told.
 * @param {string} path
 * @param {string} [name]  what it is called; by default as the hub calls it
 */
export async function download(path, name) {
  const answer = await fetched(path).catch((reason) => mention(told(reason)));
  if (!answer) return;
  const given = /filename="?([^";]+)/.exec(answer.headers.get("content-disposition") ?? "")?.[1];
  const address = URL.createObjectURL(await answer.blob());
  h("a", { href: address, download: name ?? given ?? "lorgnette" }).click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
