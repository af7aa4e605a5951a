// A page inside another site's: tells how high it is; as a panel it takes a ticket's text, and hands the reply back.
"use strict";
{
  const {frames = "", ask} = document.body.dataset;
  // Nothing but a height, and that somebody is here, is told to whoever frames the page.
  const tell = (what, more, to = "*") => parent.postMessage({policyAssistant: what, ...more}, to);
  const trusted = origin => frames.split(" ").some(one => {
    const [start, end] = one.split("*");
    return one && (end === undefined ? origin === one : origin.startsWith(start) && origin.endsWith(end));
  });
  const high = () => tell("height", {height: Math.ceil(document.body.getBoundingClientRect().height)});
  if (parent !== window) new ResizeObserver(high).observe(document.body);
  if (ask && parent !== window) {
    addEventListener("message", ({data, origin, source}) => {
      if (source !== parent || !trusted(origin) || data?.policyAssistant !== "ticket" || typeof data.text !== "string") return;
      document.querySelectorAll("button[data-reply]").forEach(button => {
        button.hidden = false;
        button.onclick = () => {
          const [text, link] = ["reply", "link"].map(id => document.getElementById(id).value);
          tell("reply", {text, link}, origin);
          button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
        };
      });
      const text = [...data.text.trim()].slice(0, 500).join("");
      // The window keeps its name from page to page: the same text is asked once.
      if (!text || name === text) return;
      name = text;
      location.assign(`${ask}?q=${encodeURIComponent(text)}`);
    });
    tell("ready");
  }
}
