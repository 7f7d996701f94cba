"use strict";
// A story's words, the statements in its margin and the stories that it shares text with show each other; words that are
// selected are put into the form that asks whose they are.
const margin = [...document.querySelectorAll(".statements [data-s]")];
const pieces = [...document.querySelectorAll(".text [data-s]")];
const sharers = [...document.querySelectorAll(".shared [data-r], .rail-heads [data-r]")];
const dialog = document.getElementById("statement");

const holds = (element, kind, number) => (element.dataset[kind] ?? "").split(" ").includes(number);

function show(numbers, scroll) {
  for (const element of [...margin, ...pieces]) {
    element.classList.toggle("here", numbers.some((number) => holds(element, "s", number)));
  }
  const shown = { text: pieces, margin }[scroll]?.find((one) => one.classList.contains("here"));
  shown?.scrollIntoView({ block: "center", behavior: "smooth" });
}

for (const statement of margin) {
  const numbers = [statement.dataset.s];
  // Where the page scrolls below a mouse that rests, it enters nothing.
  statement.addEventListener("mouseenter", (event) => (event.movementX || event.movementY) && show(numbers));
  statement.addEventListener("focus", () => show(numbers, "text"));
  statement.addEventListener("click", () => show(numbers, "text"));
}
for (const piece of pieces) {
  piece.addEventListener("click", () => getSelection().isCollapsed && show(piece.dataset.s.split(" "), "margin"));
}
for (const sharer of sharers) {
  const mark = (is) => {
    for (const one of document.querySelectorAll(".text p [data-r]")) one.classList.toggle("shared-here", is && holds(one, "r", sharer.dataset.r));
  };
  for (const event of ["mouseenter", "focusin"]) sharer.addEventListener(event, () => mark(true));
  for (const event of ["mouseleave", "focusout"]) sharer.addEventListener(event, () => mark(false));
}

// The selected words, whole ones, paragraph by paragraph: a selection that begins within a word begins before it.
function selectedWords() {
  const selection = getSelection();
  if (selection.isCollapsed) return "";
  const range = selection.getRangeAt(0);
  const found = [];
  for (const line of document.querySelectorAll(".text .paragraph p")) {
    if (!range.intersectsNode(line)) continue;
    const until = (node, offset) => {
      const before = document.createRange();
      before.selectNodeContents(line);
      before.setEnd(node, offset);
      return before.toString().length;
    };
    const text = line.textContent;
    let start = line.contains(range.startContainer) ? until(range.startContainer, range.startOffset) : 0;
    let end = line.contains(range.endContainer) ? until(range.endContainer, range.endOffset) : text.length;
    while (start < end && /\s/.test(text[start])) start += 1;
    while (end > start && /\s/.test(text[end - 1])) end -= 1;
    if (start === end) continue;
    while (start > 0 && /\S/.test(text[start - 1])) start -= 1;
    while (end < text.length && /\S/.test(text[end])) end += 1;
    found.push(text.slice(start, end));
  }
  return found.join("\n");
}

function tellWithin() {
  const range = getSelection().isCollapsed ? null : getSelection().getRangeAt(0);
  const within = range && pieces.find((piece) => piece.classList.contains("content") && range.intersectsNode(piece));
  const note = document.getElementById("within");
  note.hidden = !within;
  if (!within) return;
  const whose = document.querySelector(`#s${within.dataset.s.split(" ")[0]} .said-who b`);
  note.textContent = `Some of these words stand in a statement already (${whose.textContent}). Your decision is on that whole statement.`;
}

document.getElementById("add-statement").addEventListener("click", () => {
  document.getElementById("words").value = selectedWords();
  tellWithin();
  dialog.showModal();
  if (document.getElementById("words").value) dialog.querySelector("[name=source]").focus();
});
document.getElementById("close-statement").addEventListener("click", () => dialog.close());
document.getElementById("sentence")?.addEventListener("change", (event) => {
  document.getElementById("words").value = event.target.value;
});

// While words are selected the button that asks whose they are stands beside them.
const asking = document.getElementById("add-statement");
const unasked = asking.textContent;
document.addEventListener("selectionchange", () => {
  const inText = !getSelection().isCollapsed && getSelection().anchorNode.parentElement?.closest(".text");
  asking.classList.toggle("asking", Boolean(inText));
  asking.textContent = inText ? "Whose words are these?" : unasked;
});

if (location.hash.startsWith("#s")) {
  show([location.hash.slice(2)], "text");
  document.querySelector(`.statements ${location.hash}`)?.focus({ preventScroll: true });
}
