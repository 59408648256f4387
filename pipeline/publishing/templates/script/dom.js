// Small means that all parts of the script use.
const $ = (selector, root = document) => root.querySelector(selector);
const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const SLICE = 12; // ms of work at a time: a key pressed meanwhile is answered within a frame
const breathe = () => new Promise((done) => setTimeout(done));

// Do something with each item, and let the browser answer its reader between slices. Ends early where `goes on` says no.
async function inSlices(items, work, goesOn = () => true) {
  let begun = performance.now();
  for (const item of items) {
    if (performance.now() - begun > SLICE) {
      await breathe();
      begun = performance.now();
    }
    if (!goesOn()) return false;
    work(item);
  }
  return true;
}
