"use strict";
// What the page can do beyond being read: it works without any of this.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const named = (names) => names.split(" ").filter(Boolean).map((id) => document.getElementById(id)).filter(Boolean);
  // Where the browser keeps nothing (a page opened from a mail), ticks last as long as the page.
  const store = {
    get(key) { try { return JSON.parse(localStorage.getItem(key)); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, JSON.stringify(value)); } catch { /* not kept */ } },
  };

  // Light and dark.
  const root = document.documentElement;
  const scheme = store.get("addsup:scheme");
  if (scheme === "light" || scheme === "dark") root.dataset.scheme = scheme;
  const switcher = document.querySelector(".theme");
  switcher.hidden = false;
  switcher.addEventListener("click", () => {
    const dark = root.dataset.scheme ? root.dataset.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.scheme = dark ? "light" : "dark";
    store.set("addsup:scheme", root.dataset.scheme);
  });

  // The checklist: ticks are kept under the article; a tick holds as long as the figure's paragraph stays as it is.
  for (const article of all("article.report")) {
    const boxes = all("input[data-task]", article);
    const done = article.querySelector(".done");
    const ticked = new Set(store.get(article.dataset.key) ?? []);
    const count = () => { if (done) done.textContent = `${boxes.filter((box) => box.checked).length}/${boxes.length}`; };
    for (const box of boxes) {
      box.checked = ticked.has(box.dataset.task);
      box.addEventListener("change", () => {
        for (const same of boxes.filter((other) => other.dataset.task === box.dataset.task)) same.checked = box.checked;
        store.set(article.dataset.key, [...new Set(boxes.filter((other) => other.checked).map((other) => other.dataset.task))]);
        count();
      });
    }
    count();
  }

  // Partners: lit, and joined by lines.
  const SVG = "http://www.w3.org/2000/svg";
  let shown = null;
  const clear = () => {
    for (const element of all(".lit, .active")) element.classList.remove("lit", "active");
    for (const wires of all(".wires")) wires.remove();
    shown = null;
  };
  const show = (figure, notes) => {
    clear();
    const findings = notes ?? named(figure.dataset.findings);
    const partners = notes ? named(notes[0].dataset.figures).filter((other) => other !== figure) : named(figure.dataset.partners);
    for (const note of findings) note.classList.add("active");
    if (partners.length === 0) return;
    figure.classList.add("lit");
    const text = figure.closest(".text");
    const wires = text.appendChild(document.createElementNS(SVG, "svg"));
    wires.setAttribute("class", "wires");
    wires.setAttribute("aria-hidden", "true");
    const frame = text.getBoundingClientRect();
    const box = (element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left - frame.left + width / 2, top: top - frame.top, bottom: top - frame.top + height };
    };
    const from = box(figure);
    const together = new Set(findings.flatMap((note) => note.dataset.figures.split(" ")));
    for (const partner of partners) {
      partner.classList.add("lit");
      const to = box(partner);
      const [upper, lower] = from.bottom <= to.bottom ? [from, to] : [to, from];
      const path = wires.appendChild(document.createElementNS(SVG, "path"));
      // Along one line the wire bows below it; else it runs from one to the other.
      const bow = Math.min(60, 14 + Math.abs(from.x - to.x) / 8);
      path.setAttribute("d", lower.top < upper.bottom
        ? `M${from.x},${from.bottom} C${from.x},${from.bottom + bow} ${to.x},${to.bottom + bow} ${to.x},${to.bottom}`
        : `M${upper.x},${upper.bottom} C${upper.x},${(upper.bottom + lower.top) / 2} ${lower.x},${(upper.bottom + lower.top) / 2} ${lower.x},${lower.top}`);
      if (together.has(partner.id)) path.setAttribute("class", "conflicts");
    }
    shown = figure;
  };
  addEventListener("resize", () => { if (shown) show(shown); });

  // The meaning of a figure: at hover and focus, too, not only at a click.
  const card = (figure) => document.getElementById(figure.getAttribute("popovertarget"));
  const isOpen = (popover) => popover.matches(":popover-open");
  const open = (figure) => {
    const popover = card(figure);
    if (!popover || isOpen(popover)) return;
    popover.showPopover({ source: figure });
    if (CSS.supports("position-area", "block-end")) return;
    const place = figure.getBoundingClientRect();
    popover.style.inset = "auto";
    popover.style.margin = "0";
    popover.style.left = `${Math.max(8, Math.min(place.left, innerWidth - popover.offsetWidth - 12))}px`;
    const below = place.bottom + 6;
    popover.style.top = `${below + popover.offsetHeight > innerHeight ? Math.max(8, place.top - popover.offsetHeight - 6) : below}px`;
  };
  const close = (figure) => { const popover = card(figure); if (popover && isOpen(popover)) popover.hidePopover(); };
  let pinned = null;
  let waiting = 0;
  for (const figure of all("button.figure")) {
    const popover = card(figure);
    const later = (action, milliseconds) => { clearTimeout(waiting); waiting = setTimeout(action, milliseconds); };
    const leave = () => later(() => { if (pinned !== figure && document.activeElement !== figure) { close(figure); clear(); } }, 250);
    figure.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse" && !pinned) later(() => { open(figure); show(figure); }, 120);
    });
    figure.addEventListener("pointerleave", leave);
    popover?.addEventListener("pointerenter", () => clearTimeout(waiting));
    popover?.addEventListener("pointerleave", leave);
    popover?.addEventListener("toggle", (event) => { if (event.newState === "closed" && pinned === figure) pinned = null; });
    figure.addEventListener("focus", () => {
      if (!figure.matches(":focus-visible")) return;
      show(figure);
      open(figure);
    });
    figure.addEventListener("blur", () => { if (pinned !== figure) close(figure); });
    // What hover or focus opened, a click keeps; the next one closes it.
    figure.addEventListener("click", (event) => {
      clearTimeout(waiting);
      if (popover && isOpen(popover) && pinned !== figure) event.preventDefault();
      pinned = pinned === figure ? null : figure;
      show(figure);
    });
  }

  // Notes and links light what they speak of.
  for (const note of all(".note")) {
    const lead = () => named(note.dataset.figures)[0];
    note.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse" && !pinned && lead()) show(lead(), [note]); });
    note.addEventListener("pointerleave", () => { if (!pinned && !document.activeElement?.matches("button.figure")) clear(); });
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    const figure = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!figure?.matches("button.figure")) return;
    event.preventDefault();
    figure.focus();
    figure.scrollIntoView({ block: "center" });
    show(figure);
  });

  // Keys.
  document.querySelector(".keys").hidden = false;
  const notes = all(".note");
  let current = -1;
  const go = (step) => {
    if (notes.length === 0) return;
    current = current < 0 && step < 0 ? notes.length - 1 : (current + step + notes.length) % notes.length;
    const figure = named(notes[current].dataset.figures)[0];
    if (!figure) return;
    figure.focus({ preventScroll: true });
    figure.scrollIntoView({ block: "center" });
    close(figure);
    show(figure, [notes[current]]);
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "n") go(1);
    else if (event.key === "p") go(-1);
    else if (event.key === "Escape") { pinned = null; clear(); document.activeElement?.blur(); }
  });
})();
