"use strict";
// Keys: j and k go through what a page marks with data-step; a letter presses what carries it as data-key, within the one
// that has the focus or else on the page; "?" lists them. Keys do nothing while somebody types or a dialog is open.
const LETTERS = "axsmu";
const steps = [...document.querySelectorAll("[data-step]")];
const keyList = document.getElementById("keys");

document.getElementById("show-keys")?.addEventListener("click", () => keyList.showModal());

function press(key) {
  const within = document.activeElement.closest("[data-step]");
  const selector = `[data-key="${CSS.escape(key)}"]`;
  const selected = key === "s" && !getSelection().isCollapsed;
  const onPage = [...document.querySelectorAll(selector)].find((one) => !one.closest("[data-step]"));
  const own = within?.querySelector(selector);
  // What is decided has no buttons but undo: a key of theirs does nothing there, and opens nothing else.
  const found = selected ? onPage : own ?? (!within || key === "m" ? onPage : null);
  if (!found) return;
  if (found.matches("input")) found.focus();
  else found.click();
  // What it opened is what comes next.
  found.closest("details[open]")?.querySelector("input:not([type=hidden])")?.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select, [contenteditable], dialog") || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { j: 1, k: -1 }[event.key];
  if (event.key === "?" && keyList) keyList.showModal();
  else if (step && steps.length) {
    const at = steps.indexOf(document.activeElement.closest("[data-step]"));
    steps[at < 0 && step < 0 ? steps.length - 1 : (at + step + steps.length) % steps.length].focus();
  } else if (event.key.length === 1 && LETTERS.includes(event.key)) press(event.key);
  else return;
  event.preventDefault();
});

// Copies what a text field holds; by the field itself, as a page that is reached by another computer has no clipboard.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    const is = document.execCommand("copy");
    button.focus();
    button.parentElement.querySelector("[role=status]").textContent = is ? "Copied" : "Press Ctrl+C, or ⌘C, in the text";
  });
}
