// The bar at the lower edge of the pages of a preview: which moment they show, and how to show
// another. It stands in a shadow tree, so neither its style nor the page's reaches the other.

(() => {
  const FOLDER = "/portalgen-preview/";
  let written = document.currentScript.dataset.preview;
  let facts = JSON.parse(written);

  // What a tab remembers while its pages are loaded anew; nothing where that is switched off.
  const store = {
    get(name) {
      try {
        return sessionStorage.getItem(`portalgen-preview-${name}`);
      } catch {
        return null;
      }
    },
    set(name, value) {
      try {
        sessionStorage.setItem(`portalgen-preview-${name}`, value);
      } catch {}
    },
  };

  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  async function choose(moment) {
    store.set("chosen", moment);
    // On a small screen there would be no room for the page that was asked for.
    if (matchMedia("(max-width: 40rem)").matches) store.set("open", "no");
    status.textContent = "";
    const body = new URLSearchParams({ moment });
    const response = await fetch(`${FOLDER}moment`, { method: "POST", body }).catch(() => null);
    if (response?.ok) return;
    status.textContent = response ? await response.text() : "The preview has been stopped.";
  }

  function choice(label, moment) {
    const button = make("button", { type: "button" }, label);
    button.dataset.moment = moment;
    button.setAttribute("aria-pressed", moment === facts.moment);
    button.addEventListener("click", () => choose(moment));
    return button;
  }

  function group({ label, choices }) {
    const buttons = choices.map((each) => choice(each.label, each.moment));
    const title = make("h2", {}, label);
    return make("section", {}, title, make("div", { class: "row" }, ...buttons));
  }

  const status = make("p", { role: "status" });
  const field = make("input", { type: "datetime-local", required: "", value: facts.local });
  const form = make(
    "form",
    { class: "row" },
    make("label", {}, "Any moment", field),
    make("button", {}, "Show"),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(field.value);
  });

  const panel = make("div", { id: "panel", class: "panel" });
  const more = make("button", { type: "button", "aria-controls": "panel" }, "Another moment");
  const close = make("button", { type: "button" }, "Hide");
  const says = make("p");
  const strip = make("div", { class: "strip" }, says, more, close);
  // What is left of the bar when it is hidden: a page of another moment must never look like today's.
  const tab = make("button", { type: "button", class: "tab", "aria-label": "Show the preview's bar" });
  const bar = make("aside", { "aria-label": "Preview", lang: "en", dir: "ltr" }, tab, strip, panel);

  function fill() {
    const now = make("div", { class: "row" }, choice("Now", ""), form);
    panel.replaceChildren(now, ...facts.absences.map(group), status);
    says.replaceChildren(make("strong", {}, "Preview"), facts.says && ` · as of ${facts.says}`);
    tab.textContent = `Preview${facts.moment && ` · ${facts.local.slice(0, 10)}`}`;
  }

  // The files have changed, and with them the absences.
  document.addEventListener("portalgen-preview", ({ detail }) => {
    if (detail === written) return;
    const focus = host.shadowRoot?.activeElement?.dataset.moment;
    written = detail;
    facts = JSON.parse(written);
    fill();
    if (focus !== undefined) panel.querySelector(`[data-moment="${focus}"]`)?.focus();
  });

  function open(isOpen) {
    panel.hidden = !isOpen;
    more.setAttribute("aria-expanded", isOpen);
    store.set("open", isOpen ? "yes" : "no");
  }

  more.addEventListener("click", () => open(panel.hidden));
  bar.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || panel.hidden) return;
    open(false);
    more.focus();
  });
  function hide(isHidden) {
    store.set("bar", isHidden ? "hidden" : "");
    tab.hidden = !isHidden;
    strip.hidden = isHidden;
    if (isHidden) panel.hidden = true;
  }

  for (const [button, isHidden] of [[close, true], [tab, false]]) {
    button.addEventListener("click", () => {
      hide(isHidden);
      (isHidden ? tab : more).focus();
    });
  }

  // The bar lies over the page, which ends with a space as high, so that it never hides the end.
  const host = make("portalgen-preview");
  const keepSpace = () => (host.style.blockSize = `${strip.offsetHeight}px`);

  async function show() {
    const response = await fetch(`${FOLDER}bar.css`);
    const style = new CSSStyleSheet();
    style.replaceSync(await response.text());
    const shadow = host.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [style];
    shadow.append(bar);
    document.body.append(host);
    new ResizeObserver(keepSpace).observe(strip);
    const chosen = store.get("chosen");
    store.set("chosen", "-");
    const pressed = [...panel.querySelectorAll("[data-moment]")];
    if (!panel.hidden) pressed.find((each) => each.dataset.moment === chosen)?.focus();
  }

  fill();
  // The page of problems is what the owner has to see.
  if (document.querySelector("[data-fault]")) panel.hidden = true;
  else open(store.get("open") === "yes");
  hide(store.get("bar") === "hidden");
  show();
})();
