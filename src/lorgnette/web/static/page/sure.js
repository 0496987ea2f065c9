/** A question before something that cannot be taken back. */
import { h } from "./dom.js";
import { say } from "./say.js";

/**
 * Ask in a dialogue; true when the wearer says yes.
 * @param {{ title: string, text: string, yes: string }} question
 * @returns {Promise<boolean>}
 */
export function sure({ title, text, yes }) {
  const dialogue = /** @type {HTMLDialogElement} */ (
    h("dialog.card", { "aria-labelledby": "sure-title", "aria-describedby": "sure-text" },
      h("form", { method: "dialog" },
        h("h2", { id: "sure-title" }, title),
        h("p", { id: "sure-text" }, text),
        h("div.row.end", {},
          h("button", { value: "no", autofocus: true }, say("cancel")),
          h("button.danger", { value: "yes" }, yes),
        ),
      ),
    )
  );
  document.body.append(dialogue);
  dialogue.showModal();
  return new Promise((resolve) => {
    dialogue.addEventListener("close", () => {
      dialogue.remove();
      resolve(dialogue.returnValue === "yes");
    });
  });
}
