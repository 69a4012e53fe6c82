// Looks through search.json (portalgen/finishing/search_index.py); loaded by search.js. All that it
// says comes from the page. A word finds the words that begin with it, and behind them those of its
// stem; if none begins so, similar words; and at last any of them.

(() => {
  const form = document.querySelector("[data-search]");
  const [status, list, none] = ["status", "results", "none"].map((part) =>
    document.querySelector(`[data-search-${part}]`),
  );
  const counts = JSON.parse(form.dataset.counts);
  const field = form.elements.q;
  const index = new URL(form.dataset.search, location.href);
  let loading, timer;

  const WORD = /([\p{L}\p{M}\p{N}]+)/u;
  const fold = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss");
  const words = (text) => fold(text).split(WORD).filter((_, i) => i % 2);

  // How many letters are to be changed, swapped, added or left out until `word` begins so.
  function distance(asked, word) {
    let before = [];
    let row = [...asked, 0].map((_, i) => i);
    let least = row.at(-1);
    for (let j = 1; j <= word.length; j++) {
      const next = [j];
      for (let i = 1; i <= asked.length; i++) {
        const differs = asked[i - 1] === word[j - 1] ? 0 : 1;
        next[i] = Math.min(next[i - 1] + 1, row[i] + 1, row[i - 1] + differs);
        if (asked[i - 1] === word[j - 2] && asked[i - 2] === word[j - 1])
          next[i] = Math.min(next[i], before[i - 2] + 1);
      }
      [before, row] = [row, next];
      least = Math.min(least, next.at(-1));
    }
    return least;
  }

  const begins = (asked, word) => word.startsWith(asked);
  const akin = (asked, word) => {
    const stem = Math.ceil(Math.max(5, 0.6 * asked.length, 0.6 * word.length));
    return begins(asked, word) || (asked.length >= stem && begins(asked.slice(0, stem), word));
  };
  const resembles = (asked, word) =>
    akin(asked, word) ||
    (word.length > 4 && begins(word, asked)) ||
    (asked.length > 3 &&
      asked[0] === word[0] &&
      distance(asked, word) <= (asked.length > 7 ? 2 : 1));

  function load() {
    loading ??= fetch(index)
      .then((answer) => answer.json())
      .then((entries) =>
        entries.map(([title, heading, address, text]) => {
          const shown = [title || form.dataset.home, heading, text];
          return { shown, address, words: shown.map(words) };
        }),
      );
    loading.catch(() => (loading = null));
    return loading;
  }

  function found(entries, asked) {
    const passes = [
      [akin, asked.length, asked, 1],
      [resembles, asked.length, asked, 0],
      [resembles, 1, asked.filter((word) => word.length > 3), 0],
    ];
    for (const [match, needed, sought, least] of passes) {
      const results = entries.flatMap((entry) => {
        const isPart = entry.shown[1];
        let score = 0;
        let own = 0;
        let hits = 0;
        for (const word of sought) {
          // What a page is called counts for the page, less for its parts.
          const weights = [isPart ? 1 : 6, 5, 1];
          const best = entry.words.map((each, i) =>
            each.includes(word)
              ? weights[i] + 1
              : each.some((it) => begins(word, it))
                ? weights[i]
                : each.some((it) => match(word, it)) && weights[i] / 100,
          );
          score += Math.max(...best);
          own += best[1] || best[2] || !isPart;
          hits += best.some(Boolean);
        }
        return hits >= needed && own ? [{ entry, match, sought, score }] : [];
      });
      results.sort((one, other) => other.score - one.score);
      if (results[0]?.score >= least) return results;
    }
    return [];
  }

  // The text around the first word that was looked for, all such words marked.
  function marked(text, { match, sought }, length) {
    const pieces = text.split(WORD);
    const isHit = (piece, i) => i % 2 && words(piece).some((it) => sought.some((w) => match(w, it)));
    const start = length ? Math.max(0, pieces.findIndex(isHit) - 20) & ~1 : 0;
    const shown = pieces.slice(start, length && start + length);
    const parts = shown.map((piece, i) => {
      const mark = isHit(piece, i) && document.createElement("mark");
      if (mark) mark.textContent = piece;
      return mark || piece;
    });
    return [start ? "… " : "", ...parts, start + shown.length < pieces.length ? " …" : ""];
  }

  function item(result) {
    const [title, heading, text] = result.entry.shown;
    const link = document.createElement("a");
    link.href = new URL(result.entry.address, index);
    link.append(...marked(title, result), ...(heading ? [" › ", ...marked(heading, result)] : []));
    const snippet = document.createElement("p");
    snippet.append(...marked(text, result, 72));
    const row = document.createElement("li");
    row.append(link, snippet);
    return row;
  }

  async function search() {
    const asked = [...new Set(words(field.value))];
    let results = [];
    let said = "";
    if (asked.length) {
      try {
        results = found(await load(), asked);
        said = counts[Math.min(results.length, counts.length - 1)];
      } catch {
        said = form.dataset.failed;
      }
    }
    if (String(asked) !== String([...new Set(words(field.value))])) return;
    form.setAttribute("aria-busy", "false");
    list.replaceChildren(...results.slice(0, counts.length - 2).map(item));
    list.hidden = !results.length;
    none.hidden = said !== counts[0];
    status.textContent = said;
    const query = field.value ? `?q=${encodeURIComponent(field.value)}` : location.pathname;
    history.replaceState(null, "", query);
  }

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(search, 150);
  });
  if (field.value) search();
  else load().catch(() => {});
})();
