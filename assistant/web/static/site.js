// Copies, prints, names replies, suggests topics while a question is typed; every page does without.
"use strict";
// An answer that a question led to has an address of its own, which holds no word of the question.
const taken = document.querySelector("[data-address]");
if (taken) history.replaceState(null, "", taken.dataset.address);
for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  button.onclick = async () => {
    const status = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(source.value);
      status.textContent = button.dataset.done;
      setTimeout(() => { status.textContent = ""; }, 4000);
    } catch {
      source.focus();
      source.select();
    }
  };
}
for (const key of document.querySelectorAll("[data-key]")) key.value = crypto.randomUUID?.();
for (const button of document.querySelectorAll("button[data-print]")) {
  button.hidden = false;
  button.onclick = () => print();
}
for (const form of document.querySelectorAll("form[data-suggest]")) {
  const box = form.querySelector("input"), list = form.querySelector("ul"), status = form.querySelector("[role=status]");
  let waiting, asking;
  const stop = () => {
    clearTimeout(waiting);
    asking?.abort();
  };
  const show = ({told, links}) => {
    list.replaceChildren(...links.map(one => {
      const item = document.createElement("li"), link = document.createElement("a"), title = document.createElement("span");
      [link.href, title.textContent, title.lang] = [one.href, one.title, one.lang];
      link.append(title, " ", one.question);
      item.append(link);
      return item;
    }));
    list.hidden = !links.length;
    status.textContent = told;
  };
  const close = () => {
    stop();
    show({told: "", links: []});
  };
  const ask = async () => {
    const {signal} = asking = new AbortController();
    try {
      const response = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(box.value)}`, {signal});
      const found = await response.json();
      if (!signal.aborted) show(found);
    } catch {
      if (!signal.aborted) close();
    }
  };
  const typed = () => {
    stop();
    if ([...box.value.trim()].length < 3) close();
    else waiting = setTimeout(ask, 200);
  };
  box.oninput = event => { if (!event.isComposing) typed(); };
  box.addEventListener("compositionstart", close);
  box.addEventListener("compositionend", typed);
  form.addEventListener("keydown", event => {
    // Safari ends a conversion before the key that ends it; 229 tells that the key was the conversion's.
    const converts = event.isComposing || event.keyCode === 229;
    if (converts && event.key === "Enter") event.preventDefault();
    if (converts || event.key !== "Escape" || list.hidden) return;
    event.preventDefault();
    close();
    box.focus();
  });
  form.onsubmit = close;
  list.addEventListener("focusin", stop);
}
