"use strict";
// The first screen: files, folders, texts and addresses may be dropped or pasted anywhere on it; what became of the
// claims that are followed is asked for one by one once the page is there.
const FILES_AT_ONCE = 100;
const BYTES_AT_ONCE = 50e6;
const form = document.querySelector("#drop");
const status = form.querySelector(".status");

function say(words) {
  status.textContent = words;
}

function entriesBelow(folder) {
  const reader = folder.createReader();
  const next = () => new Promise((resolve, reject) => reader.readEntries(resolve, reject));
  // A browser lists a folder by the hundred.
  const all = async (known) => {
    const some = await next();
    return some.length ? all([...known, ...some]) : known;
  };
  return all([]);
}

async function filesOf(entry) {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) {
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    return [{ file, name: entry.fullPath.replace(/^\//, "") }];
  }
  const below = [];
  for (const one of await entriesBelow(entry)) below.push(...(await filesOf(one)));
  return below;
}

function bundles(given) {
  const made = [];
  let size = 0;
  for (const one of given) {
    if (!made.length || made.at(-1).length === FILES_AT_ONCE || size + one.file.size > BYTES_AT_ONCE) {
      made.push([]);
      size = 0;
    }
    made.at(-1).push(one);
    size += one.file.size;
  }
  return made;
}

async function send(bundle, into) {
  const body = new FormData();
  for (const { file, name } of bundle) body.append("files", file, name);
  if (into) body.append("into", into);
  const answer = await fetch("/api/files", { method: "POST", body }).catch(() => {
    throw new Error("The desk does not answer. If it was ended, start it again, and give the rest once more.");
  });
  const told = await answer.json();
  if (!answer.ok) throw new Error(`${told.title}. ${told.detail}`);
  return told.id;
}

async function take(given) {
  const largest = Number(form.dataset.largest);
  const [large] = given.filter(({ file }) => file.size > largest);
  const wanted = given.filter(({ name }) => !name.split("/").some((part) => part.startsWith(".")));
  if (large) return say(`${large.name} is too large: at most ${Math.round(largest / 1e6)} MB. Split it, then drop the parts.`);
  if (!wanted.length) return say("No file in there.");
  let into = "";
  let sent = 0;
  try {
    for (const bundle of bundles(wanted)) {
      say(`Sending ${sent + 1} to ${sent + bundle.length} of ${wanted.length}`);
      into = await send(bundle, into);
      sent += bundle.length;
    }
  } catch (error) {
    return say(`${sent} of ${wanted.length} files were sent. ${error.message}`);
  }
  location.assign(`/taken/${into}`);
}

function takeWords(data) {
  const words = (data.getData("text/uri-list") || data.getData("text/plain")).trim();
  const isAddress = /^https?:\/\/\S+$/.test(words);
  const field = document.querySelector(isAddress ? "[name=address]" : "[name=text]");
  if (!words) return;
  field.value = words;
  field.focus();
}

async function takeAll(data) {
  // What was dropped is gone once this event is over, so the entries are taken before anything is waited for.
  const entries = [...data.items].map((item) => item.kind === "file" && item.webkitGetAsEntry?.()).filter(Boolean);
  const plain = [...data.files].map((file) => ({ file, name: file.name }));
  if (!plain.length && !entries.length) return takeWords(data);
  say("Looking through what was dropped");
  try {
    const found = [];
    for (const entry of entries) found.push(...(await filesOf(entry)));
    await take(found.length ? found : entries.some((one) => one.isDirectory) ? [] : plain);
  } catch (error) {
    say(`It cannot be read: ${error.message}`);
  }
}

const isTyping = (event) => event.target.closest?.("input, textarea, select");

document.addEventListener("dragover", (event) => {
  if (isTyping(event) && !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});
document.addEventListener("drop", (event) => {
  document.body.classList.remove("dropping");
  if (isTyping(event) && !event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  takeAll(event.dataTransfer);
});
document.addEventListener("paste", (event) => {
  if (isTyping(event)) return;
  event.preventDefault();
  takeAll(event.clipboardData);
});

form.classList.add("scripted");
form.querySelector(".drop-here").hidden = false;
form.querySelector("button").hidden = true;
for (const input of form.querySelectorAll("input[type=file]")) {
  input.addEventListener("change", () =>
    take([...input.files].map((file) => ({ file, name: file.webkitRelativePath || file.name }))),
  );
}

async function tellFollowed() {
  for (const one of document.querySelectorAll("[data-claim]")) {
    one.setAttribute("aria-busy", "true");
    const answer = await fetch(`/following/one?claim=${encodeURIComponent(one.dataset.claim)}`).catch(() => null);
    if (answer?.ok) one.outerHTML = await answer.text();
    else one.removeAttribute("aria-busy");
  }
}
tellFollowed();

document.addEventListener("keydown", (event) => {
  if (event.key === "u" && !isTyping(event) && !event.ctrlKey && !event.metaKey && !event.altKey) document.querySelector(".undo [data-key]")?.click();
});
