// What pages can do beyond being read. Everything works without this file.

// A page prints well from any browser's menu; the button only saves the way there.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
