// Runs in the head, before anything is painted: light or dark, as chosen before or as the system asks.
(function () {
  var saved = null;
  try { saved = localStorage.getItem("mantine-color-scheme-value"); } catch (e) { saved = null; }
  var dark = saved === "dark" || (saved !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
