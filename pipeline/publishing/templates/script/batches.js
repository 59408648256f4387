// Records and findings stand in batches. Those of a long report hold their headlines only, and the rest of each card as
// text: it becomes elements when its batch comes near, is asked for, or when nothing else is to be done.
const batches = $$(".batch");

function unfold(batch) {
  for (const waiting of $$("script", batch)) waiting.outerHTML = waiting.textContent;
}
const approaching = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) if (isIntersecting) {
    approaching.unobserve(target);
    unfold(target);
  }
}, { root: $("main"), rootMargin: "100% 0px" });

const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 50)); // Safari has no idle time of its own
function unfoldInIdleTime(left = batches.values()) {
  const { value: batch } = left.next();
  if (!batch) return;
  unfold(batch);
  idle(() => unfoldInIdleTime(left));
}
addEventListener("beforeprint", () => batches.forEach(unfold));

// Show the cards that fit; what is hidden takes no room.
function reduce(batch, fits) {
  const cards = $$("article", batch), shown = new Set(cards.filter(fits));
  for (const card of cards) if (card.hidden === shown.has(card)) card.hidden = !card.hidden;
  batch.hidden = !shown.size;
  batch.style.setProperty("--cards", shown.size);
}
