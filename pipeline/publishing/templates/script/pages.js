// The pages: a picture and layers of spots and blocks, made when a page comes near.
const pane = $("#pages"), sheets = $(".sheets"), roll = $(".roll");
const colors = Object.fromEntries($$(".kinds li").map((li) => [li.textContent.trim(), $("i", li).style.getPropertyValue("--color")]));
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
  const element = make(tag, properties), share = (part, whole) => (part / whole).toFixed(5);
  element.style.cssText = `--x:${share(x0, w)};--y:${share(top, h)};--dx:${share(x1 - x0, w)};--dy:${share(bottom - top, h)}`;
  return element;
};

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

// The tools above the pages.
let zoom = 1;
function enlarge(to) {
  zoom = Math.min(3, Math.max(0.5, to));
  roll.style.width = `calc(min(100%, 60rem) * ${zoom.toFixed(3)})`;
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
