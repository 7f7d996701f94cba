"use strict";
// The key f follows the claim of the page, or stops that; what is new of one that is followed counts as seen once shown.
document.addEventListener("keydown", (event) => {
  if (event.key !== "f" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  document.querySelector('.follow [data-key="f"]')?.click();
});

const seen = document.querySelector(".follow [data-seen]");
if (seen) {
  const claim = seen.form.elements.claim.value;
  const body = JSON.stringify({ claim });
  fetch("/api/following", { method: "POST", headers: { "content-type": "application/json" }, body }).then((answer) => {
    if (answer.ok) seen.form.remove();
  });
}
