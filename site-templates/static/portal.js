// What pages can do beyond being read. Everything works without this file. Words, hours and clock
// changes are those that stand in the page (portalgen/live.py).

(() => {
  const MINUTE = 60000;
  const find = (selector, root = document) => [...root.querySelectorAll(selector)];
  // A stop after one that ends a value is one: "5:00 p.m.".
  const fill = (pattern, values) =>
    pattern.replace(/{(\w+)}/g, (_, name) => values[name]).replace(/([^.]\.)\.$/, "$1");
  const instants = (text) => text.split("/").map(Date.parse);
  // A missing end is no end: nothing is later than NaN.
  const holds = ([starts, ends], at) => !(at < starts || at >= (ends ?? NaN));

  // A page prints well from any browser's menu; the button only saves the way there.
  for (const button of find("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }

  // Times in the facts are minutes since `from`, and that is minutes since 1970, all in UTC.
  let facts, days, clocks, heard, timer;
  let looks = 0;

  function read() {
    // To know what differs, and to have the hours back when no more is known.
    for (const each of find("[data-live], [data-badge]")) each.built ??= each.cloneNode(true);
    facts = JSON.parse(document.getElementById("portal_live").textContent);
    // What a clock shows is formatted as if it were UTC, since Intl may not know the zone.
    const fixed = { timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
    const form = (parts) => Intl.DateTimeFormat([facts.language, "en-US"], { ...fixed, ...parts });
    days = form({ weekday: "long", month: "long", day: "numeric" });
    clocks = form({ timeStyle: "short" });
    let at = 0;
    facts.open = facts.open.map((day) => {
      const edges = day.map((length) => (at += length));
      return edges.flatMap((ends, i) => (i % 2 ? [[edges[i - 1], ends]] : []));
    });
  }

  function offset(at) {
    const { offsets } = facts;
    return (offsets.findLast(([starts]) => starts <= at) ?? offsets[0])[1];
  }

  // A clock time that is skipped moves forward, one that occurs twice is its first occurrence.
  function instant(clock) {
    let at = clock - facts.offsets[0][1];
    for (const [starts, east] of facts.offsets) {
      if (at >= starts && clock - east >= starts) at = clock - east;
    }
    return at;
  }

  function said(form, clock) {
    const whole = form.format((clock + facts.from) * MINUTE).replace(/[\u00a0\u2009\u202f]/g, " ");
    // In a sentence some languages have no comma behind the weekday.
    const text = form === days && !facts.comma ? whole.replace(", ", " ") : whole;
    return form === clocks && facts.language.startsWith("en") ? text.toLowerCase() : text;
  }

  // A moment in words, or two as a range, as a clock shows them.
  function spoken(start, end = start) {
    const { one_oclock, moment, hours, clocks: span, time, range } = facts.words;
    // Some languages have another article at one o'clock: "a la 1:00", "a las 2:00".
    const one = (day, clock) =>
      fill(/^0?1\D/.test(clock) ? one_oclock : moment, { day, time: fill(time, { time: clock }) });
    const [first, last] = [start, end].map((clock) => [said(days, clock), said(clocks, clock)]);
    if (start === end) return one(...first);
    if (first[0] !== last[0]) return fill(range, { start: one(...first), end: one(...last) });
    return fill(hours, { day: first[0], time: fill(span, { start: first[1], end: last[1] }) });
  }

  // The text with the reader's own time; as it is where the clocks there show the same.
  function yours(pattern, text, ...moments) {
    const east = (at) => -new Date((at + facts.from) * MINUTE).getTimezoneOffset();
    if (moments.every((at) => east(at) === offset(at))) return text;
    return fill(pattern, { text, moment: spoken(...moments.map((at) => at + east(at))) });
  }

  // By when a message is answered, counted as in portalgen/timeline/replies.py; Infinity is what
  // nobody knows.
  function answerBy(promise, written) {
    const { still, slow, unsure, end } = facts;
    const rest = still.find((span) => holds(span, written));
    const from = rest ? (rest[1] ?? Infinity) : written;
    const held = slow.filter((span) => holds(span, from)).map(([, , ...within]) => within);
    let due = Math.max(...(held.length ? held : [promise]).map((within) => dueAfter(within, from)));
    for (const [starts, , ...within] of slow) {
      if (from < starts && starts < due) due = Math.max(due, dueAfter(within, from));
    }
    const doubt = facts.hours && unsure.some((span) => span[0] < due && from < span[1]);
    return doubt || due > end ? Infinity : due;
  }

  function dueAfter([amount, unit], from) {
    if (!unit) return Infinity;
    if (unit[0] === "b") return openAfter(amount, unit, from);
    // Days are counted on the calendar of the practice, and minutes on the clock.
    const isDays = unit === "d";
    const shown = (at) => (isDays ? at + offset(at) : at);
    let left = isDays ? amount * 1440 : amount;
    let at = shown(from);
    for (const [starts, ends] of facts.still) {
      const stops = shown(starts);
      if (stops < at) continue;
      if (at + left <= stops) break;
      left -= stops - at;
      at = shown(ends ?? Infinity);
    }
    const due = isDays ? instant(at + left) : at + left;
    if (!facts.hours) return due;
    const open = facts.open.flat().find(([, ends]) => due <= ends);
    return open ? Math.max(due, open[0]) : Infinity;
  }

  function openAfter(amount, unit, from) {
    let left = unit === "bh" ? amount * 60 : amount;
    for (const day of facts.open) {
      const spans = day.filter(([, ends]) => ends > from);
      if (unit === "bd" && spans.length && !left--) return spans.at(-1)[1];
      for (const [opens, ends] of unit === "bh" ? spans : []) {
        const starts = Math.max(opens, from);
        if (left <= ends - starts) return starts + left;
        left -= ends - starts;
        from = ends;
      }
    }
    return Infinity;
  }

  function put(element, text) {
    if (element.textContent !== text) element.textContent = text;
    element.hidden = !text;
  }

  function show() {
    const now = Date.now() / MINUTE - facts.from;
    const stale = now < 0 || now >= facts.good_until - facts.from;
    // An old page stays as it last was, and tells nothing of the moment of reading.
    const at = Math.min(Date.now(), facts.good_until * MINUTE - 1);

    for (const each of find("[data-from], [data-until]")) {
      const { from, until, text } = each.dataset;
      const isOn = holds([from, until].map(Date.parse), at);
      if (text) put(each, isOn && !stale ? text : "");
      else each.hidden = !isOn;
    }
    for (const each of find("[data-stale]")) put(each, stale ? each.dataset.stale : "");
    for (const each of find("[data-leads]")) {
      const spans = each.dataset.leads.match(/\S+/g) ?? [];
      const leads = spans.some((span) => holds(instants(span), at));
      each.classList.toggle("notice-lead", leads);
      if (leads && each.previousElementSibling) each.parentElement.prepend(each);
    }

    let starts = 0;
    let state, text;
    for (const [length, index, named = length] of facts.spans) {
      if (!stale && index >= 0 && holds([starts, starts + length], now)) {
        [state, text] = facts.badges[index];
        if (named) text = yours(facts.words.badge_yours, text, starts + named);
      }
      starts += length;
    }
    for (const each of find("[data-badge]")) {
      put(each, text ?? each.built.textContent);
      const badge = each.closest(".badge");
      badge.hidden = each.hidden;
      if (state) badge.dataset.state = state;
      else delete badge.dataset.state;
    }

    for (const each of find("[data-hear]")) {
      const [amount, unit, pattern] = facts.replies[each.dataset.hear] ?? [];
      const due = stale ? Infinity : answerBy([amount, unit], now);
      const [said, theirs] = each.children;
      each.hidden = due === Infinity;
      if (each.hidden) continue;
      put(said, fill(pattern, { moment: spoken(due + offset(due)) }));
      put(theirs, yours(facts.words.yours, "", due));
    }
    for (const each of find("[data-yours]")) {
      const named = instants(each.dataset.yours).map((at) => at / MINUTE - facts.from);
      put(each, yours(facts.words.yours, "", ...named));
    }

    const today = new Date((now + facts.from + offset(now)) * MINUTE).toISOString();
    const cell = `[data-month="${today.slice(0, 7)}"] [data-day="${+today.slice(8, 10)}"]`;
    for (const each of find("td[aria-current]")) each.removeAttribute("aria-current");
    if (!stale) document.querySelector(cell)?.setAttribute("aria-current", "date");

    // Said aloud only when it has changed while the page was open.
    const shown = find("[data-badge], .notice:not([hidden]) .notice-headline > :not([hidden])");
    const news = shown.map((each) => each.textContent).join(". ");
    if ((heard ?? news) !== news) document.getElementById("portal_announcer").textContent = news;
    heard = news;
  }

  // A change above must not move what a person reads, nor lose where the keyboard is.
  function inPlace(change) {
    const focus = document.activeElement;
    const name = focus?.closest("[data-live]")?.dataset.live;
    const top = (each) => each.getBoundingClientRect().top;
    const outside = find("body :not([data-live], [data-live] *)");
    const mark = outside.find((each) => each.clientHeight && top(each) >= 0);
    const before = mark && top(mark);
    change();
    const moved = mark && top(mark) - before;
    if (moved) scrollBy({ top: moved, behavior: "instant" });
    if (document.activeElement === focus) return;
    const links = find(`[data-live="${name}"] a`);
    const same = focus.isConnected ? focus : links.find((each) => each.href === focus.href);
    same?.focus({ preventScroll: true });
  }

  // After a new deploy all that is live is taken over from the page as it is now. Without a network
  // a page goes on with what it has.
  async function refresh() {
    if (!location.protocol.startsWith("http")) return;
    const get = (address) => fetch(address, { cache: "no-cache" });
    try {
      const status = await get(document.getElementById("portal_live").dataset.status);
      if ((await status.json()).revision === facts.revision) return;
      const text = await (await get(location.href)).text();
      const page = new DOMParser().parseFromString(text, "text/html");
      inPlace(() => {
        for (const each of find("[data-live]")) {
          const [fresh] = find(`[data-live="${each.dataset.live}"]`, page);
          if (fresh && !fresh.isEqualNode(each.built)) each.replaceWith(fresh);
        }
        read();
        show();
      });
    } catch {
      // The next look will do.
    }
  }

  // What has just come over the network needs no look before the next minute.
  function isNew(event) {
    const [arrival] = performance.getEntriesByType("navigation");
    return event.persisted === false && arrival?.transferSize > 0;
  }

  // All begins and ends with a whole minute. A page in the background can wait.
  function wake(event) {
    clearTimeout(timer);
    if (document.hidden) return;
    timer = setTimeout(wake, MINUTE - (Date.now() % MINUTE));
    inPlace(show);
    if (event) looks = isNew(event) ? 4 : 0;
    if (looks++ % 5 === 0) refresh();
  }

  // A page without facts, or with such as this file does not know, stays as it was built.
  try {
    read();
    show();
    addEventListener("pageshow", wake);
    document.addEventListener("visibilitychange", wake);
  } catch {}
})();
