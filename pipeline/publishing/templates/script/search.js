// The filter of the findings, and the search over all records and findings.
const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
const records = $$("#records .record"), findings = $$(".finding");
const filters = $(".filters"), search = $("#search");
const texts = new Map(); // card -> its words, once they were asked for
let fitting = null; // the cards that have what is searched for; null where nothing is
let round = 0, timer = 0;

const has = (card) => !fitting || fitting.has(card);
const wordsOf = (card) => {
  if (!texts.has(card)) {
    unfold(card.closest(".batch"));
    texts.set(card, plain(card.textContent));
  }
  return texts.get(card);
};

function filter() {
  if (!filters) return 0;
  const want = Object.fromEntries(new FormData(filters));
  const wanted = ({ dataset: { severity, code, datasets } }) => (!want.severity || want.severity === severity)
    && (!want.code || want.code === code) && (!want.dataset || datasets.split(" ").includes(want.dataset));
  $$("#findings .batch").forEach((batch) => reduce(batch, (finding) => wanted(finding) && has(finding)));
  const shown = findings.filter((finding) => !finding.hidden).length;
  $("#findings .nothing").hidden = shown > 0;
  $("#filter-result").textContent = shown < findings.length ? `${shown} of ${findings.length} shown` : "";
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

async function find() {
  const mine = ++round, current = () => mine === round; // a search that is overtaken by the next one ends
  const asked = plain(search.value.trim()), found = new Set();
  const look = (card) => { if (wordsOf(card).includes(asked)) found.add(card); };
  if (asked && !(await inSlices([...records, ...findings], look, current))) return;
  fitting = asked ? found : null;
  if (!(await inSlices($$("#records .batch"), (batch) => reduce(batch, has), current))) return;
  if (!(await inSlices($$(".dataset"), count, current))) return;
  const also = filter(), total = records.filter(has).length;
  $("#search-result").textContent = asked ? `${total} of ${records.length} records${findings.length ? ` and ${also} of ${findings.length} findings` : ""} have it` : "";
  main.classList.toggle("searching", Boolean(asked)); // what is found stands alone then
  $("#findings").hidden = Boolean(asked) && !findings.some(has);
  $("#found-nothing").hidden = !asked || total > 0 || findings.some(has);
  $("#found-nothing b").textContent = search.value.trim();
  main.scrollTo({ top: 0 });
  highlight(asked);
}
async function endSearch() {
  search.value = "";
  filters?.reset();
  await find();
}
function count(section) {
  const own = $$(".record", section), shown = own.filter(has).length;
  for (const said of $$(`[data-count="${section.id}"]`)) said.textContent = fitting ? `${shown} of ${own.length}` : own.length.toLocaleString("en");
  section.hidden = Boolean(fitting) && !shown;
}
const MARKED = 400; // spots: a word that stands everywhere is not looked for in vain
function highlight(asked) {
  if (!CSS.highlights) return;
  CSS.highlights.delete("found");
  if (asked.length < 2) return;
  const ranges = [];
  for (const element of [...records, ...findings]) {
    if (element.hidden) continue;
    if (ranges.length > MARKED) break;
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
$(".search").addEventListener("submit", async (event) => {
  event.preventDefault();
  await find();
});
