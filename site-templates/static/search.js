// The field of the search, for readers with scripts. What searches is loaded when it is used.

(() => {
  const form = document.querySelector("[data-search]");
  const field = form.elements.q;

  function use() {
    import(new URL(form.dataset.script, location.href)).catch(() => {
      document.querySelector("[data-search-status]").textContent = form.dataset.failed;
      form.setAttribute("aria-busy", "false");
    });
  }

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  form.setAttribute("aria-busy", String(!!field.value));
  if (field.value) use();
  else field.addEventListener("focus", use, { once: true });
})();
