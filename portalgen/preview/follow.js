// How an open page follows what is edited. Where only that differs which the page's own script takes
// over after a deploy, it does so here too, and nothing is loaded anew. A page that does not differ
// stays. Everything else is loaded anew, at the place where the reader was.

(() => {
  const FOLDER = "/portalgen-preview/";
  const { revision } = document.currentScript.dataset;

  // The page as it is sent now: what stands still, what is live, and what the preview adds to it.
  async function sent() {
    const text = await (await fetch(location.href)).text();
    const page = new DOMParser().parseFromString(text, "text/html");
    const own = new Map();
    for (const each of page.querySelectorAll(`script[src^="${FOLDER}"]`)) {
      own.set(each.getAttribute("src").slice(FOLDER.length).split("?")[0], each.dataset);
      each.remove();
    }
    const status = page.getElementById("portal_live");
    const regions = [...page.querySelectorAll("[data-live]")];
    const live = regions.map((each) => each.outerHTML).join("\n");
    for (const each of regions) each.replaceWith(each.dataset.live);
    return {
      revision: own.get("follow.js")?.revision,
      moment: own.get("clock.js")?.moment,
      bar: own.get("bar.js")?.preview,
      status: status && JSON.parse(status.textContent).revision,
      still: page.documentElement,
      live,
    };
  }

  // What the page shows, asked for when it has been loaded.
  let known = new Promise((done) => addEventListener("load", done)).then(sent);
  known.catch(() => {});

  async function follow() {
    const [before, fresh] = await Promise.all([known, sent()]);
    const isSamePage =
      before.moment === fresh.moment && before.still.isEqualNode(fresh.still);
    const isSameStatus = before.status === fresh.status;
    if (!isSamePage || (before.live !== fresh.live && isSameStatus)) throw Error("another page");
    known = Promise.resolve(fresh);
    document.dispatchEvent(new CustomEvent("portalgen-preview", { detail: fresh.bar }));
    // The page's script looks for news whenever its tab is shown.
    if (!isSameStatus) document.dispatchEvent(new Event("visibilitychange"));
  }

  const reload = () => location.reload();

  // Loaded by livereload.js by its name; it exchanges stylesheets itself.
  globalThis.LiveReloadPluginFollow = class {
    static identifier = "follow";
    static version = "1.0";

    reload(_path, { liveCSS }) {
      if (!liveCSS) follow().catch(reload);
      return !liveCSS;
    }
  };

  // A page that was on its way while the files changed has missed the news.
  document.addEventListener("LiveReloadConnect", async () => {
    const response = await fetch(`${FOLDER}revision`);
    const shown = (await known.catch(() => null))?.revision ?? revision;
    const text = await response.text();
    if (response.ok && text !== shown) follow().catch(reload);
  });
  known.then((page) => page.revision !== revision && reload()).catch(() => {});

  // Browsers keep the place before the page's script has shown and hidden what stands above it, and
  // lose it on the page of problems, which is short. The place is what stands on top of the screen.
  const place = "portalgen-preview-place";
  const keep = (text) => {
    try {
      if (text) sessionStorage.setItem(place, text);
      return sessionStorage.getItem(place) ?? "";
    } catch {
      return "";
    }
  };
  if (!document.querySelector("[data-fault]")) {
    const isReload = performance.getEntriesByType("navigation")[0]?.type === "reload";
    const parts = () => [...document.querySelectorAll("main *")];
    const topOf = (part) => part.getBoundingClientRect().top;
    const [path, number, top] = keep().split(" ");
    if (isReload && path === location.pathname) {
      history.scrollRestoration = "manual";
      document.addEventListener("DOMContentLoaded", () => {
        const part = parts()[number];
        scrollBy({ top: part ? topOf(part) - top : top, behavior: "instant" });
      });
    }
    addEventListener("pagehide", () => {
      const number = parts().findIndex((part) => part.clientHeight && topOf(part) >= 0);
      const top = scrollY && number >= 0 ? topOf(parts()[number]) : scrollY;
      keep(`${location.pathname} ${scrollY ? number : -1} ${top}`);
      history.scrollRestoration = "auto";
    });
  }
})();
