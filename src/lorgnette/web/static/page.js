/** The hub's page: what works, a lens, and a line to type into. */
import { Link } from "./link.js";
import { WORDS } from "./words.js";

const language =
  localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
const words = WORDS[language];
const at = (id) => document.getElementById(id);

document.documentElement.lang = language;
at("label").textContent = words.ask;
at("send").textContent = words.send;
at("text").placeholder = words.example;
at("parts-title").textContent = words.parts;

const link = new Link(language);

link.addEventListener("state", ({ detail }) => {
  at("link").dataset.state = detail;
  at("link").textContent = words[detail];
});

link.addEventListener("message", ({ detail: message }) => {
  if (message.type === "heard") turn("wearer", message.text);
  if (message.type === "show") show(message.card);
  if (message.type === "clear") at("lens").replaceChildren();
});

at("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = at("text").value.trim();
  if (text) link.type(text);
  at("text").value = "";
});

for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => {
    localStorage.setItem("language", button.dataset.language);
    location.reload();
  });
}

/** Put a card on the lens, as text. */
function show(card) {
  const title = element("h2", card.title ?? "");
  const rows = [...(card.lines ?? []), ...(card.items ?? [])].map((line) => {
    const row = element("p", "");
    row.append(element("span", line.text), element("span", line.right ?? ""));
    return row;
  });
  const choices = (card.choices ?? []).map((choice) => element("p", choice));
  at("lens").replaceChildren(title, ...rows, ...choices);
  turn("hub", [card.title, ...(card.lines ?? []).map((line) => line.text)].filter(Boolean).join(" · "));
}

/** Add a line to the conversation. */
function turn(by, text) {
  const item = element("li", text);
  item.dataset.by = by;
  at("turns").prepend(item);
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Fill the table of what works. */
async function parts() {
  const state = await (await fetch("/state.json")).json();
  at("parts").replaceChildren(
    ...state.parts.map((part) => {
      const row = document.createElement("tr");
      row.append(
        element("td", part.part),
        element("td", part.works ? words.works : words.missing),
        element("td", part.says),
      );
      return row;
    }),
  );
}

parts();
