// Every page does without.
"use strict";
const each = (wanted, act) => document.querySelectorAll(wanted).forEach(act);
// No word of a question stays in the address of its answer.
const taken = document.querySelector("[data-address]");
if (taken) history.replaceState(location.href, "", taken.dataset.address);
else if (history.state) location.replace(history.state);
const works = (wanted, act) => each(wanted, button => {
  button.hidden = false;
  button.onclick = () => act(button);
});
works("button[data-print]", () => print());
if (navigator.clipboard) works("button[data-copy]", button => {
  const {copy, done} = button.dataset, source = document.getElementById(copy), said = new Text(done);
  navigator.clipboard.writeText(source.value).then(() => {
    button.parentElement.querySelector("[role=status]").replaceChildren(said);
    setTimeout(() => said.remove(), 4000);
  }, () => {
    source.focus();
    source.select();
  });
});
each("[data-key]", one => one.value = crypto.randomUUID?.());
// A combobox as of WAI-ARIA.
each("form[data-suggest]", form => {
  const [box, list, status] = ["input", "ul", "[role=status]"].map(one => form.querySelector(one));
  let waiting, asking, chosen;
  box.role = "combobox";
  const options = () => [...list.querySelectorAll("a")];
  const choose = place => {
    const all = options(), round = all.length + 1;
    chosen = (place + round) % round;
    all.map((one, at) => one.ariaSelected = at === chosen - 1);
    box.setAttribute("aria-activedescendant", all[chosen - 1]?.id ?? "");
  };
  const show = html => {
    list.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.children);
    list.hidden = !html;
    box.ariaExpanded = !!html;
    status.textContent = list.firstElementChild?.dataset.told;
    choose(0);
  };
  const stop = () => {
    clearTimeout(waiting);
    asking?.abort();
  };
  const close = () => show("", stop());
  const ask = async () => {
    const {signal} = asking = new AbortController();
    const found = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(box.value)}`, {signal})
      .then(one => one.ok ? one.text() : "").catch(() => "");
    if (!signal.aborted) show(found);
  };
  const typed = () => {
    stop();
    /.{3}|[^ -~]{2}/u.test(box.value.trim()) ? waiting = setTimeout(ask, 200) : close();
  };
  close();
  box.oninput = event => event.isComposing ? close() : typed();
  box.addEventListener("compositionend", typed);
  box.onkeydown = event => {
    // Safari ends a conversion before its last key, which has code 229.
    const {key} = event, converts = event.isComposing || event.keyCode === 229, link = options()[chosen - 1];
    const act = converts ? key === "Enter" && stop : {
      ArrowDown: () => choose(chosen + 1),
      ArrowUp: () => choose(chosen - 1),
      Escape: close,
      Enter: link && (() => link.click()),
    }[key];
    if (act && (converts || !list.hidden)) act(event.preventDefault());
  };
  form.addEventListener("focusout", event => form.contains(event.relatedTarget) || close());
});
