// From a value to its spots, and from a spot to the values made from it.
const inspector = $("#inspector");
const narrow = matchMedia("(max-width: 56rem)"), READABLE = 1.9; // a page as wide as a phone has type too small to read

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
  const context = make("p", { className: "context", dir: "auto" }, `${label}${spot.field ? `, ${spot.field.replaceAll("_", " ")}` : ""}: ${spot.prefix ? `… ${spot.prefix}` : ""}`, make("b", { textContent: spot.exact }), spot.suffix ? `${spot.suffix} …` : "");
  const parts = [head, context];
  if (spot.owner && document.getElementById(spot.owner)) parts.push(make("p", {}, make("a", { href: `#${spot.owner}`, textContent: "Go to the record", onclick: () => view("data") })));
  inspector.replaceChildren(...parts);
  if (spot.owner?.startsWith("findings/")) $("a", inspector).textContent = "Go to the finding";
  inspector.hidden = false;
}
const closer = () => make("button", { type: "button", textContent: "Close", onclick: () => { clear(); history.replaceState(null, "", location.pathname + location.search); } });

// From a spot to the values made from it.
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
addEventListener("keydown", (event) => { if (event.key === "Escape" && !inspector.hidden) clear(); });
