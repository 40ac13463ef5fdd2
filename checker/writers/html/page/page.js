// A finding and its place light each other up, and lead to each other. Without this file the links still do.
"use strict";
(() => {
  const all = (css, from = document) => [...from.querySelectorAll(css)];
  const sheetOf = (el) => el.closest(".sheet");
  const index = new WeakMap();
  let lit = [];
  let chosen = null;

  // Of a sheet, the figures of each check; "t" behind a check's number says that the check points at the figure.
  const figuresOf = (sheet) => {
    if (!index.has(sheet)) {
      const map = new Map();
      for (const el of all(".paper [data-checks]", sheet))
        for (const token of el.dataset.checks.split(" ")) {
          const check = parseInt(token, 10);
          if (!map.has(check)) map.set(check, []);
          map.get(check).push([el, token.endsWith("t")]);
        }
      index.set(sheet, map);
    }
    return index.get(sheet);
  };
  const light = (sheet, checks) => {
    for (const el of lit) el.classList.remove("lit", "whole");
    lit = [];
    for (const check of checks)
      for (const [el, whole] of figuresOf(sheet).get(check) || []) {
        el.classList.add("lit");
        if (whole) el.classList.add("whole");
        lit.push(el);
      }
    return new Set(lit).size;
  };
  const checksOf = (el) => (el.dataset.checks || "").split(" ").filter(Boolean).map((token) => parseInt(token, 10));
  const relight = () => (chosen ? light(sheetOf(chosen), chosen.matches(".card") ? [+chosen.dataset.check] : checksOf(chosen)) : light(document.body, []));

  const figure = (el) => el.closest(".paper .f");
  const card = (el) => el.closest(".card");
  const cards = (sheet) => all(".card", sheet);
  const focusable = (el) => (el.matches("a") ? el : el.querySelector("a"));
  const say = (sheet, text, told) => {
    sheet.querySelector(".status").textContent = text.replace(/\{(\w+)\}/g, (_, name) => told[name]);
  };
  const show = (el, block) => el.scrollIntoView({ block, inline: "center", behavior: "instant" });
  const current = (sheet) => {
    for (const one of all(".sheet.current")) one.classList.remove("current");
    sheet.classList.add("current");
  };

  const choose = (el) => {
    if (chosen) chosen.classList.remove("chosen", "here");
    chosen = el;
    if (!el) return relight();
    const sheet = sheetOf(el);
    current(sheet);
    el.classList.add(el.matches(".card") ? "chosen" : "here");
    const count = relight();
    if (el.matches(".card")) {
      const every = cards(sheet);
      const number = every.indexOf(el) + 1;
      sheet.querySelector(".at").textContent = `${number}/${every.length}`;
      say(sheet, sheet.dataset.said, { number, total: every.length, title: el.querySelector(".go").textContent, count });
    } else say(sheet, sheet.dataset.saidFigure, { label: focusable(el).getAttribute("aria-label"), count });
    return count;
  };
  const placeOf = (one) => {
    const target = document.getElementById(decodeURIComponent(one.querySelector(".go").hash.slice(1)));
    return target && figure(target);
  };
  const open = (el) => {
    for (let at = el.closest("details:not([open])"); at; at = at.parentElement.closest("details:not([open])")) at.open = true;
  };
  const toFigure = (one, focus) => {
    choose(one);
    const place = placeOf(one);
    if (!place) return;
    if (focus) focusable(place).focus({ preventScroll: true });
    show(place, "center");
  };
  const toCard = (one) => {
    open(one);
    one.querySelector(".go").focus({ preventScroll: true });
    choose(one);
    show(one, "nearest");
  };
  const step = (sheet, by) => {
    const every = cards(sheet).filter((one) => !one.closest("details:not([open])"));
    if (!every.length) return;
    const at = every.indexOf(chosen && card(chosen));
    const next = every[at < 0 ? (by > 0 ? 0 : every.length - 1) : Math.min(every.length - 1, Math.max(0, at + by))];
    toFigure(next, false);
    next.querySelector(".go").focus({ preventScroll: true });
    if (innerWidth >= 992) show(next, "nearest");
  };
  const remember = (id) => {
    try { history.pushState(null, "", `#${id}`); } catch { /* a page without an address of its own */ }
  };

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) return;
    const button = event.target.closest("[data-go]");
    if (button) {
      const sheet = sheetOf(button);
      if (+button.dataset.go) step(sheet, +button.dataset.go);
      else toCard(chosen && card(chosen) ? chosen : cards(sheet)[0]);
      return;
    }
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (link && link.matches(".go")) {
      event.preventDefault();
      remember(card(link).id);
      toFigure(card(link), true);
    } else if (target && card(target) === target) {
      event.preventDefault();
      remember(figure(link).id);
      toCard(target);
    } else if (target && figure(target)) {
      event.preventDefault();
      remember(target.id);
      choose(target);
      focusable(target).focus({ preventScroll: true });
      show(target, "center");
    } else if (!link && card(event.target) && !event.target.closest("summary, img") && !String(getSelection())) toFigure(card(event.target), false);
  });

  const hover = (el) => {
    const one = el instanceof Element && sheetOf(el) && (figure(el) || card(el));
    if (!one) return relight();
    return light(sheetOf(one), one.matches(".card") ? [+one.dataset.check] : checksOf(one));
  };
  document.addEventListener("mouseover", (event) => hover(event.target));
  document.addEventListener("focusin", (event) => {
    const sheet = sheetOf(event.target);
    if (!sheet) return;
    current(sheet);
    if (figure(event.target) && (!chosen || !chosen.matches(".card") || placeOf(chosen) !== figure(event.target))) choose(figure(event.target));
    else if (event.target.matches(".go") && card(event.target) !== chosen) choose(card(event.target));
  });

  const besides = (el, by) => {
    const every = all(".paper a.f, .paper .f > a", sheetOf(el));
    const next = every[every.indexOf(el) + by];
    if (next) {
      next.focus({ preventScroll: true });
      show(next, "nearest");
    }
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("button, summary")) return;
    const sheet = sheetOf(event.target) || document.querySelector(".sheet.current") || document.querySelector(".sheet");
    if (!sheet) return;
    const onCard = event.target.matches(".go");
    const onFigure = event.target.matches("a") && figure(event.target);
    const by = { j: 1, k: -1, ...(onCard && { ArrowDown: 1, ArrowUp: -1 }) }[event.key];
    const along = onFigure && { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by) step(sheet, by);
    else if (along) besides(event.target, along);
    else if (event.key === "Escape") choose(null);
    else return;
    event.preventDefault();
  });

  const arrive = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !sheetOf(target)) return;
    if (card(target)) toCard(card(target));
    else if (figure(target)) { choose(figure(target)); focusable(target).focus({ preventScroll: true }); show(target, "center"); }
  };
  addEventListener("popstate", arrive);

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("details:not([open]):not(.why)");
    for (const one of closed) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of closed) one.open = false; });

  document.documentElement.classList.add("js");
  for (const one of all(".controls, .keys")) one.hidden = false;
  for (const one of all(".lines, .every, .unchecked-list, .explained")) one.open = false;
  const first = document.querySelector(".sheet");
  if (first) first.classList.add("current");
  if (location.hash) arrive();
})();
