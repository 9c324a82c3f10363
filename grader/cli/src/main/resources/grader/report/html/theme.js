"use strict";

// What needs a script is shown only where scripts run.
for (const part of document.querySelectorAll("[data-script]")) {
  part.hidden = false;
}

const theme = (() => {
  const root = document.documentElement;
  const button = document.getElementById("theme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  let chosen = remembered();

  // A browser may refuse to remember anything for files.
  function remembered() {
    try {
      return localStorage.getItem("grader-theme");
    } catch {
      return null;
    }
  }

  function show() {
    const dark = chosen ? chosen === "dark" : system.matches;
    if (chosen) {
      root.dataset.theme = chosen;
    }
    button.setAttribute("aria-pressed", String(dark));
  }

  function toggle() {
    const dark = button.getAttribute("aria-pressed") === "true";
    chosen = dark ? "light" : "dark";
    try {
      localStorage.setItem("grader-theme", chosen);
    } catch {
      // Then it is chosen for this time alone.
    }
    show();
  }

  button.addEventListener("click", toggle);
  system.addEventListener("change", show);
  show();
  return { toggle };
})();

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    const code = button.previousElementSibling;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Copied";
    } catch {
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
}
