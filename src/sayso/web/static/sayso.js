"use strict";
// A story's words and the statements in its margin show each other; j and k go from one statement to the next, and the
// letters of the buttons of the one that has the focus press them.
const statements = [...document.querySelectorAll(".statements li[data-s]")];
const pieces = [...document.querySelectorAll(".text [data-s]")];

function numbersOf(element) {
  return element.dataset.s.split(" ");
}

function show(numbers, scroll) {
  for (const element of [...statements, ...pieces]) {
    element.classList.toggle("here", numbersOf(element).some((number) => numbers.includes(number)));
  }
  if (!scroll) return;
  const [first] = scroll === "text" ? pieces.filter((one) => one.classList.contains("here")) : statements.filter((one) => one.classList.contains("here"));
  first?.scrollIntoView({ block: "center", behavior: "smooth" });
}

for (const statement of statements) {
  statement.addEventListener("mouseenter", () => show(numbersOf(statement)));
  statement.addEventListener("focus", () => show(numbersOf(statement), "text"));
  statement.addEventListener("click", () => show(numbersOf(statement), "text"));
}
for (const piece of pieces) {
  piece.addEventListener("click", () => show(numbersOf(piece), "margin"));
}

document.addEventListener("keydown", (event) => {
  if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey || !statements.length) return;
  const step = { j: 1, k: -1 }[event.key];
  const at = statements.indexOf(document.activeElement.closest(".statements li"));
  if (!step) {
    statements[at]?.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
    return;
  }
  statements[(at + step + statements.length) % statements.length].focus();
  event.preventDefault();
});

if (location.hash.startsWith("#s")) {
  show([location.hash.slice(2)], "text");
  document.querySelector(`.statements ${location.hash}`)?.focus({ preventScroll: true });
}
