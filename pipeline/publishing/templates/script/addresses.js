// Each address (#people/ID, #findings/ID, #page-7) is a state of the page.
const main = $("main");

async function follow() {
  const id = decodeURIComponent(location.hash.slice(1)), target = id && document.getElementById(id);
  if (!target) return;
  if (target.checkVisibility?.() === false) await endSearch(); // an address outweighs what a search or a filter hides
  if (target.matches(".sheet")) {
    view("pages");
    clear();
    show(target);
    sheets.classList.remove("near");
    sheets.scrollTo({ top: target.getBoundingClientRect().top - sheets.getBoundingClientRect().top + sheets.scrollTop - 8 });
    pageShown(Number(target.dataset.page));
  } else if (target.matches(".record, .finding")) {
    unfold(target.closest(".batch"));
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

// On a phone one side is seen at a time.
function view(side) {
  document.body.dataset.view = side;
  for (const button of $$(".switch button")) button.setAttribute("aria-pressed", String(button.dataset.show === side));
}
$(".switch").addEventListener("click", (event) => { if (event.target.dataset.show) view(event.target.dataset.show); });
