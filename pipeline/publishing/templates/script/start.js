// What is to be done once all is read.
batches.forEach((batch) => approaching.observe(batch));
$$(".sheet").forEach((sheet) => watcher.observe(sheet));
new ResizeObserver(() => { main.style.scrollPaddingTop = `${$(".jump").offsetHeight + 8}px`; }).observe($(".jump"));
follow();
idle(() => unfoldInIdleTime());
