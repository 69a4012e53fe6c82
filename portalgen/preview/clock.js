// In a preview of another moment the clock of the page starts at that moment, and runs on.

(() => {
  const Real = Date;
  const ahead = Real.parse(document.currentScript.dataset.moment) - Real.now();
  const now = () => Real.now() + ahead;
  const there = {
    construct: (target, given, made) => Reflect.construct(target, given.length ? given : [now()], made),
    apply: () => String(new Real(now())),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  };
  globalThis.Date = new Proxy(Real, there);
})();
