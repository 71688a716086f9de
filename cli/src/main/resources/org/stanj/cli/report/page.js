// Light and dark, printing.
const THEMES = ["system", "light", "dark"];
let theme = 0;

function applyTheme() {
  if (theme === 0) root.removeAttribute("data-theme");
  else root.dataset.theme = THEMES[theme];
  byId("theme").textContent = "Theme: " + THEMES[theme];
  redraw(false);
}

byId("theme").addEventListener("click", () => {
  theme = (theme + 1) % THEMES.length;
  applyTheme();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => redraw(false));

// Paper is white and narrow, and has all plots of what is shown.
byId("print").addEventListener("click", () => print());
addEventListener("beforeprint", () => {
  root.dataset.theme = "light";
  root.classList.add("printing");
  redraw(true);
});
addEventListener("afterprint", () => {
  root.classList.remove("printing");
  applyTheme();
});
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.addEventListener("click", () => {
    const copied = navigator.clipboard?.writeText(byId(button.dataset.copy).textContent);
    copied?.then(() => (button.textContent = "Copied"), () => {});
  });
}
