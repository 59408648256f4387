"use strict";
// The evidence page: values and spots lead to each other. Each address (#people/ID, #findings/ID, #page-7) is a state.
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const main = $("main"), pane = $("#pages"), sheets = $(".sheets"), inspector = $("#inspector");
  const colors = Object.fromEntries($$(".kinds li").map((li) => [li.textContent.trim(), $("i", li).style.getPropertyValue("--color")]));
  const narrow = matchMedia("(max-width: 56rem)"), READABLE = 1.9; // a page as wide as a phone has type too small to read
  const seen = new Map(); // page number -> {blocks, spots}, read when first needed

  const dataOf = (page) => {
    if (!seen.has(page)) {
      const source = document.getElementById(`spots-${page}`);
      seen.set(page, source ? JSON.parse(source.textContent) : { blocks: [], spots: [] });
    }
    return seen.get(page);
  };
  const sheetOf = (page) => document.getElementById(`page-${page}`);
  const sizeOf = (stage) => [Number(stage.style.getPropertyValue("--w")), Number(stage.style.getPropertyValue("--h"))];
  const named = (names) => names.split(" ").filter(Boolean).map((name) => {
    const [page, index] = name.split(".").map(Number);
    return { page, ...dataOf(page).spots[index] };
  });
  const placed = (tag, [x0, top, x1, bottom], [w, h], properties = {}) => {
    const element = make(tag, properties);
    const place = { x: x0 / w, y: top / h, dx: (x1 - x0) / w, dy: (bottom - top) / h };
    for (const [key, value] of Object.entries(place)) element.style.setProperty(`--${key}`, value.toFixed(5));
    return element;
  };

  // --- pages: picture and layers are made when a page comes near ---------------------------------------------------
  function show(sheet) {
    const stage = $(".stage", sheet), page = Number(sheet.dataset.page), source = document.getElementById(`picture-${page}`);
    if (source && !$("img", stage)) stage.prepend(make("img", { alt: `Page ${page} of the report`, src: `data:image/webp;base64,${source.textContent}` }));
    if (!$(".layer", stage)) stage.append(...layersOf(page, sizeOf(stage)));
  }
  function hide(sheet) { // far away pictures give their memory back
    $("img", sheet)?.remove();
  }
  function layersOf(page, size) {
    const { blocks, spots } = dataOf(page);
    const drawn = new Set();
    const values = make("div", { className: "layer values", ariaHidden: "true" });
    const asides = make("div", { className: "layer asides", ariaHidden: "true" });
    for (const spot of spots) for (const box of spot.boxes) {
      const key = `${Boolean(spot.reason)} ${box}`;
      if (drawn.has(key) || /^(findings|copies)/.test(spot.owner || "")) continue;
      drawn.add(key);
      (spot.reason ? asides : values).append(placed("i", box, size));
    }
    const list = make("div", { className: "layer blocks", role: "group", ariaLabel: `Blocks of page ${page} in reading order` });
    const middles = [];
    for (const block of blocks) block.boxes.forEach((box, part) => {
      const label = `${block.kind} ${block.number}${part ? ", continued" : ""}: ${block.text}`;
      const button = placed("button", box, size, { type: "button", title: `${block.kind}, number ${block.number}${block.rules.length ? `\nrule: ${block.rules.join(", ")}` : ""}` });
      button.setAttribute("aria-label", label);
      button.tabIndex = list.childElementCount ? -1 : 0; // arrow keys go from block to block
      button.style.setProperty("--color", colors[block.kind] || "#1d4ed8");
      button.append(make("b", { textContent: block.number, ariaHidden: "true" }));
      button.block = block;
      list.append(button);
      middles.push([box[0] / size[0], box[1] / size[1]]);
    });
    return [values, asides, list, arrowsOf(page, middles, size)];
  }
  function arrowsOf(page, points, [w, h]) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "layer arrows");
    svg.setAttribute("viewBox", `0 0 ${w} ${h}`);
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(svg.namespaceURI, "path");
    path.setAttribute("d", points.map(([x, y], i) => `${i ? "L" : "M"}${(x * w - 24).toFixed(1)} ${(y * h + 5).toFixed(1)}`).join(" "));
    path.setAttribute("marker-mid", `url(#arrow-${page})`);
    path.setAttribute("marker-end", `url(#arrow-${page})`);
    svg.innerHTML = `<marker id="arrow-${page}" viewBox="0 0 6 6" refX="5" refY="3" markerWidth="6" markerHeight="6" orient="auto"><path d="M0 0L6 3L0 6z"/></marker>`;
    svg.append(path);
    return svg;
  }
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) (entry.isIntersecting ? show : hide)(entry.target);
  }, { root: sheets, rootMargin: "150% 0px" });

  // --- choosing: from a value to its spots -------------------------------------------------------------------------
  function choose(names, quiet = []) {
    const spots = named(names);
    clear();
    const first = spots[0];
    if (!first) return;
    const strong = new Set(names.split(" "));
    for (const name of [...quiet.filter((n) => !strong.has(n)), ...strong]) {
      const [spot] = named(name), sheet = sheetOf(spot.page);
      if (!sheet) continue;
      show(sheet);
      const stage = $(".stage", sheet);
      let layer = $(".chosen-layer", stage);
      if (!layer) stage.append(layer = make("div", { className: "layer chosen-layer", ariaHidden: "true" }));
      for (const box of spot.boxes) layer.append(placed("i", box, sizeOf(stage), { className: strong.has(name) ? "" : "other" }));
    }
    if (narrow.matches && zoom < READABLE) enlarge(READABLE);
    bring(first);
    inspect(spots, 0);
  }
  function bring(spot) {
    const sheet = sheetOf(spot.page), stage = $(".stage", sheet), [w, h] = sizeOf(stage), [left, top] = spot.boxes[0];
    const here = stage.getBoundingClientRect(), frame = sheets.getBoundingClientRect();
    const x = here.left - frame.left + (left / w) * here.width, y = here.top - frame.top + (top / h) * here.height;
    sheets.classList.toggle("near", Math.abs(y) < 2 * frame.height); // only short ways are shown as movement
    sheets.scrollBy({ left: here.width > frame.width ? x - frame.width / 3 : 0, top: y - frame.height / 3 });
    pageShown(spot.page);
  }
  function clear() {
    $$(".chosen-layer").forEach((layer) => layer.remove());
    $$(".chosen").forEach((element) => element.classList.remove("chosen"));
    inspector.hidden = true;
  }
  const titleOf = (owner) => $("h3", document.getElementById(owner) || undefined)?.textContent.trim() || owner;
  function inspect(spots, index) {
    const spot = spots[index], label = $(`option[value="${spot.page}"]`, go)?.textContent || `p. ${spot.page}`;
    const head = make("div", { className: "bar-line" }, make("h4", { textContent: spot.reason ? `Set aside: ${spot.reason}` : spot.owner.startsWith("copies/") ? "Pull-quote" : titleOf(spot.owner) }));
    const buttons = make("div");
    if (spots.length > 1) {
      const to = (step) => () => { const next = (index + step + spots.length) % spots.length; bring(spots[next]); inspect(spots, next); };
      buttons.append(make("button", { type: "button", ariaLabel: "Previous spot", textContent: "‹", onclick: to(-1) }), ` ${index + 1} of ${spots.length} `, make("button", { type: "button", ariaLabel: "Next spot", textContent: "›", onclick: to(1) }), " ");
    }
    buttons.append(closer());
    head.append(buttons);
    const context = make("p", { className: "context" }, `${label}${spot.field ? `, ${spot.field.replaceAll("_", " ")}` : ""}: ${spot.prefix ? `… ${spot.prefix}` : ""}`, make("b", { textContent: spot.exact }), spot.suffix ? `${spot.suffix} …` : "");
    const parts = [head, context];
    if (spot.owner && document.getElementById(spot.owner)) parts.push(make("p", {}, make("a", { href: `#${spot.owner}`, textContent: "Go to the record", onclick: () => view("data") })));
    inspector.replaceChildren(...parts);
    if (spot.owner?.startsWith("findings/")) $("a", inspector).textContent = "Go to the finding";
    inspector.hidden = false;
  }
  const closer = () => make("button", { type: "button", textContent: "Close", onclick: () => { clear(); history.replaceState(null, "", location.pathname + location.search); } });

  // --- from a spot to the values made from it ----------------------------------------------------------------------
  const inside = (boxes, x, y) => boxes.some(([x0, top, x1, bottom]) => x >= x0 - 1 && x <= x1 + 1 && y >= top - 1 && y <= bottom + 1);
  function ask(page, hit) {
    const { blocks, spots } = dataOf(page), stage = $(".stage", sheetOf(page));
    const found = spots.filter((spot) => hit(spot.boxes)), block = blocks.find((b) => hit(b.boxes));
    clear();
    const boxes = found.length ? found.flatMap((spot) => spot.boxes.filter((box) => hit([box]))) : block ? block.boxes : [];
    const layer = make("div", { className: "layer chosen-layer", ariaHidden: "true" });
    for (const box of new Set(boxes.map(String))) layer.append(placed("i", box.split(",").map(Number), sizeOf(stage)));
    stage.append(layer);
    const list = make("ul");
    const listed = new Set();
    for (const spot of found) {
      const key = `${spot.owner} ${spot.field} ${spot.reason}`;
      if (listed.has(key) || spot.owner?.startsWith("copies/")) continue;
      listed.add(key);
      list.append(spot.reason ? make("li", { textContent: `Set aside: ${spot.reason}, “${spot.exact.trim()}”` })
        : make("li", {}, make("a", { href: `#${spot.owner}`, textContent: titleOf(spot.owner), onclick: () => view("data") }), make("span", { className: "field", textContent: ` ${spot.owner.split("/")[0]}${spot.field ? `, ${spot.field.replaceAll("_", " ")}` : ""}` })));
    }
    const title = listed.size ? "Read from this spot" : block ? "No record was made from this spot" : "Nothing is printed here";
    const head = make("div", { className: "bar-line" }, make("h4", { textContent: title }), closer());
    const about = block ? [make("p", { className: "context", textContent: `${block.kind}, number ${block.number} in reading order${block.rules.length ? `; rule: ${block.rules.join(", ")}` : ""}` })] : [];
    inspector.replaceChildren(head, list, ...about);
    inspector.hidden = false;
    return listed.size;
  }

  // --- addresses ---------------------------------------------------------------------------------------------------
  function follow() {
    const id = decodeURIComponent(location.hash.slice(1)), target = id && document.getElementById(id);
    if (!target) return;
    if (target.matches(".sheet")) {
      view("pages");
      clear();
      show(target);
      sheets.classList.remove("near");
      sheets.scrollTo({ top: target.getBoundingClientRect().top - sheets.getBoundingClientRect().top + sheets.scrollTop - 8 });
      pageShown(Number(target.dataset.page));
    } else if (target.matches(".record, .finding")) {
      target.hidden = false;
      const all = [...new Set($$("[data-spots]", target).flatMap((e) => e.dataset.spots.split(" ")))].filter(Boolean);
      if (all.length) choose(all.join(" ")); else clear();
      target.classList.add("chosen");
      settle(target);
    } else if (main.contains(target)) settle(target);
  }
  // Records that were never shown have a guessed height; when they get their real one, the target moves away.
  function settle(target, rounds = 4) {
    target.scrollIntoView({ block: target.matches("section") ? "start" : "nearest" });
    if (rounds > 1) requestAnimationFrame(() => settle(target, rounds - 1));
  }
  addEventListener("hashchange", follow);

  document.addEventListener("click", (event) => {
    const value = event.target.closest("[data-spots]");
    if (value) {
      const record = value.closest(".record, .finding");
      const quiet = record ? [...new Set($$("[data-spots]", record).flatMap((e) => e.dataset.spots.split(" ")))] : [];
      if (record?.id) history.replaceState(null, "", `#${record.id}`);
      view("pages");
      choose(value.dataset.spots, quiet);
      value.classList.add("chosen");
      record?.classList.add("chosen");
      return;
    }
    const stage = event.target.closest(".stage");
    if (stage) {
      const page = Number(stage.closest(".sheet").dataset.page), button = event.target.closest(".blocks button");
      const box = stage.getBoundingClientRect(), [w, h] = sizeOf(stage);
      if (button && event.detail === 0) { // by keyboard: all that stands in the block
        const [own] = button.block.boxes;
        ask(page, (boxes) => boxes.some(([x0, top, x1, bottom]) => inside(button.block.boxes, (x0 + x1) / 2, (top + bottom) / 2) || boxes[0] === own));
        $("a", inspector)?.focus();
      } else {
        const x = ((event.clientX - box.left) / box.width) * w, y = ((event.clientY - box.top) / box.height) * h;
        ask(page, (boxes) => inside(boxes, x, y));
      }
      return;
    }
    const same = event.target.closest("a[href^='#']");
    if (same && same.hash === location.hash) follow();
  });

  // --- the pages' tools --------------------------------------------------------------------------------------------
  let zoom = 1;
  function enlarge(to) {
    zoom = Math.min(3, Math.max(0.5, to));
    sheets.style.setProperty("--zoom", zoom.toFixed(3));
  }
  const go = $("#go");
  function pageShown(page) { go.value = String(page); }
  const toPage = (page) => {
    sheets.classList.remove("near");
    const sheet = sheetOf(Math.min(Math.max(1, page), go.length));
    if (sheet) sheets.scrollTo({ top: sheet.getBoundingClientRect().top - sheets.getBoundingClientRect().top + sheets.scrollTop - 8 });
    if (sheet) pageShown(Number(sheet.dataset.page));
  };
  go.addEventListener("change", () => toPage(Number(go.value)));
  pane.addEventListener("click", (event) => {
    const { step, zoom: by } = event.target.closest("button")?.dataset || {};
    if (step) toPage(Number(go.value) + Number(step));
    if (by) {
      const page = Number(go.value);
      enlarge(zoom * (by > 0 ? 1.25 : 0.8));
      toPage(page);
    }
  });
  pane.addEventListener("change", () => {
    pane.dataset.layers = $$(".tools input:checked").map((input) => input.name).join(" ");
  });
  let waiting = false;
  sheets.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      const middle = sheets.getBoundingClientRect().top + sheets.clientHeight / 3;
      const sheet = document.elementsFromPoint(sheets.getBoundingClientRect().left + sheets.clientWidth / 2, middle).map((e) => e.closest(".sheet")).find(Boolean);
      if (sheet) pageShown(Number(sheet.dataset.page));
    }, 120);
  }, { passive: true });
  sheets.addEventListener("keydown", (event) => {
    const button = event.target.closest(".blocks button");
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!button || !step) return;
    const next = step > 0 ? button.nextElementSibling : button.previousElementSibling;
    if (!next) return;
    event.preventDefault();
    button.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape" && !inspector.hidden) clear(); });

  // --- phone: one side at a time -----------------------------------------------------------------------------------
  function view(side) {
    document.body.dataset.view = side;
    for (const button of $$(".switch button")) button.setAttribute("aria-pressed", String(button.dataset.show === side));
  }
  $(".switch").addEventListener("click", (event) => { if (event.target.dataset.show) view(event.target.dataset.show); });

  // --- filter and search -------------------------------------------------------------------------------------------
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
  const records = $$("#records .record"), findings = $$(".finding");
  const filters = $(".filters"), search = $("#search");
  let texts = null, asked = "", timer = 0;

  function filter() {
    const want = filters ? Object.fromEntries(new FormData(filters)) : {};
    let shown = 0;
    for (const finding of findings) {
      const { severity, code, datasets } = finding.dataset;
      const fits = (!want.severity || want.severity === severity) && (!want.code || want.code === code)
        && (!want.dataset || datasets.split(" ").includes(want.dataset)) && (!asked || texts.get(finding).includes(asked));
      finding.hidden = !fits;
      shown += fits;
    }
    if (!filters) return 0;
    $("#findings .nothing").hidden = shown > 0;
    const narrowed = shown < findings.length;
    $("#filter-result").textContent = narrowed ? `${shown} of ${findings.length} shown` : "";
    return shown;
  }
  filters?.addEventListener("change", filter);
  filters?.addEventListener("submit", (event) => event.preventDefault());
  $$(".severities a").forEach((link) => link.addEventListener("click", () => {
    if (!filters) return;
    const select = filters.elements.severity;
    select.value = [...select.options].some((o) => o.value === link.dataset.severity) ? link.dataset.severity : "";
    filter();
  }));

  function find() {
    texts ??= new Map([...records, ...findings].map((element) => [element, plain(element.textContent)]));
    asked = plain(search.value.trim());
    let total = 0;
    for (const section of $$(".dataset")) {
      const own = $$(".record", section);
      let shown = 0;
      for (const record of own) {
        const fits = !asked || texts.get(record).includes(asked);
        if (record.hidden === fits) record.hidden = !fits;
        shown += fits;
      }
      total += shown;
      for (const count of $$(`[data-count="${section.id}"]`)) count.textContent = asked ? `${shown} of ${own.length}` : own.length.toLocaleString("en");
      const nothing = $(".nothing", section);
      if (nothing) nothing.hidden = shown > 0;
    }
    const also = filter();
    $("#search-result").textContent = asked ? `${total} of ${records.length} records${findings.length ? ` and ${also} of ${findings.length} findings` : ""} have it` : "";
    highlight();
  }
  function highlight() {
    if (!CSS.highlights) return;
    CSS.highlights.delete("found");
    if (asked.length < 2) return;
    const ranges = [];
    for (const element of [...records, ...findings]) {
      if (element.hidden || ranges.length > 400) continue;
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode, text = node.data.toLowerCase();
        for (let at = text.indexOf(asked); at >= 0; at = text.indexOf(asked, at + asked.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, Math.min(node.length, at + asked.length));
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }
  search.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(find, 120); });
  $(".search").addEventListener("submit", (event) => {
    event.preventDefault();
    find();
    $$("#records .record").find((r) => !r.hidden)?.scrollIntoView();
  });

  addEventListener("DOMContentLoaded", () => {
    for (const sheet of $$(".sheet")) watcher.observe(sheet);
    new ResizeObserver(() => { main.style.scrollPaddingTop = `${$(".jump").offsetHeight + 8}px`; }).observe($(".jump"));
    follow();
  });
})();
