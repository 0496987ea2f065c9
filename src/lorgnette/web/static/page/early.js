/* Before anything is painted: the theme and the language the wearer chose. */
(() => {
  const chosen = localStorage.getItem("lorgnette.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
  const language = localStorage.getItem("lorgnette.language") ?? navigator.language;
  document.documentElement.lang = language.startsWith("zh") ? "zh" : "en";
})();
