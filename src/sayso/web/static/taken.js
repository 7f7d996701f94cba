"use strict";
// How far the reading is, again and again until it is over; then the page shows what became of each story.
const LOOK_AGAIN_MS = 400;

const silence = document.querySelector("#silence");

async function look() {
  const answer = await fetch(`${location.pathname}/progress`).catch(() => null);
  silence.hidden = Boolean(answer);
  if (!answer) return setTimeout(look, LOOK_AGAIN_MS);
  if (!answer.ok) return location.reload();
  const shown = document.querySelector("#progress");
  shown.outerHTML = await answer.text();
  const progress = document.querySelector("#progress");
  if (progress.dataset.over === "yes") return location.reload();
  document.title = `${progress.querySelector("b").textContent} · sayso`;
  setTimeout(look, LOOK_AGAIN_MS);
}
setTimeout(look, LOOK_AGAIN_MS);
