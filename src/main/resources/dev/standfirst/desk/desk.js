// A page that asks for its live parts says when nobody answers, and takes that back when somebody does again.
"use strict";

(() => {
  const FAILED = 500;
  const note = () => document.getElementById("lost");
  const show = lost => {
    const place = note();
    if (place && place.hidden === lost) {
      place.hidden = !lost;
    }
  };
  document.addEventListener("htmx:sendError", () => show(true));
  document.addEventListener("htmx:timeout", () => show(true));
  document.addEventListener("htmx:afterRequest", event => {
    const answer = event.detail.xhr;
    if (answer && answer.status > 0) {
      show(answer.status >= FAILED);
    }
  });
})();
