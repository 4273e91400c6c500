// The one script. Every page works without it; it makes some of them quicker.
"use strict";

const token = document.querySelector("meta[name=form-token]")?.content ?? "";

/** Sends a request of ours; the token tells the server that it comes from our own page. */
export async function ask(path, options = {}) {
  const headers = { "x-form-token": token, accept: "application/json", ...(options.headers ?? {}) };
  return fetch(path, { credentials: "same-origin", ...options, headers });
}

// ---- The applicant's pages ----
document.documentElement.classList.add("scripted");

/** Keeps a step's answers as they are typed, one save after the other, and shows what is wrong with the last one. */
for (const form of document.querySelectorAll("form[data-keep]")) {
  const kept = form.querySelector("[data-kept]");
  let waiting = 0, queue = Promise.resolve();
  const keep = async (field) => {
    if (--waiting) return; // A later save has everything that this one has.
    const answer = await ask(form.action, { method: "POST", body: new FormData(form) }).catch(() => null);
    kept.textContent = answer?.ok ? kept.dataset.kept : "";
    const said = document.getElementById(`${field.id}-wrong`);
    if (!answer?.ok || !said) return;
    const sentence = (await answer.json()).wrong[field.name] ?? "";
    said.textContent = sentence;
    said.hidden = !sentence;
    if (sentence) field.setAttribute("aria-invalid", "true");
    else field.removeAttribute("aria-invalid");
    const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && id !== said.id);
    const ids = [...others, ...(sentence ? [said.id] : [])].join(" ");
    if (ids) field.setAttribute("aria-describedby", ids);
    else field.removeAttribute("aria-describedby");
  };
  const soon = (field) => {
    waiting++;
    queue = queue.then(() => keep(field)).catch(() => {});
  };
  form.addEventListener("change", (event) => soon(event.target));
  let typing = 0;
  form.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(() => soon(form), 1500);
  });
  let settled = false;
  form.addEventListener("submit", (event) => {
    if (settled) return;
    event.preventDefault();
    const button = event.submitter;
    clearTimeout(typing);
    waiting++; // Saves that have not begun are left out: the form itself brings everything.
    queue.then(() => setTimeout(() => { settled = true; form.requestSubmit(button); }));
  });
}

/** Loads the changing part of a page again; nothing moves when nothing changed. */
const live = document.getElementById("live");
let shown = "";
async function refresh() {
  const answer = await ask(live.dataset.live ?? live.dataset.page, { headers: { accept: "text/html" } }).catch(() => null);
  if (!answer?.ok) return;
  const text = await answer.text();
  if (text === shown) return;
  shown = text;
  const next = new DOMParser().parseFromString(text, "text/html");
  const part = next.getElementById("live") ?? next.body;
  const held = live.contains(document.activeElement) ? document.activeElement.closest("form")?.getAttribute("action") : "";
  live.replaceChildren(...part.childNodes);
  if (held) live.querySelector(`form[action="${held}"] button`)?.focus();
  if (part.dataset.status) live.dataset.status = part.dataset.status;
  const said = document.querySelector("[data-said]"), summary = part.dataset.summary ?? live.querySelector("[data-summary]")?.dataset.summary;
  if (said.textContent !== summary) said.textContent = summary;
}
if (live?.dataset.live) {
  const watch = async () => {
    if (live.querySelector("[data-reading=yes]")) await refresh();
    setTimeout(watch, document.hidden ? 5000 : 1000);
  };
  setTimeout(watch, 700);
}
if (live?.dataset.stream) {
  const stream = new EventSource(live.dataset.stream);
  stream.addEventListener("status", (event) => { if (event.data !== live.dataset.status) refresh(); });
}

/** Sends files in parts; after a lost connection it goes on where the last part ended. */
const PART = 1_000_000;
const upload = document.querySelector("form[data-upload]");
if (upload) {
  const list = document.querySelector("[data-sending]");
  const pause = (seconds) => new Promise((done) => setTimeout(done, seconds * 1000));
  const say = (line, words, name, percent) => { line.textContent = words.replace("{name}", name).replace("{percent}", percent); };
  const offsetOf = async (id) => {
    const answer = await ask(`/apply/uploads/${id}`, { method: "HEAD" });
    return answer.ok ? Number(answer.headers.get("upload-offset")) : null;
  };
  async function sendParts(file, id, at, line) {
    for (let failures = 0; ;) {
      say(line, list.dataset.busy, file.name, Math.floor((100 * at) / Math.max(1, file.size)));
      if (at + PART >= file.size) say(line, list.dataset.looking, file.name, 100);
      try {
        const body = file.slice(at, at + PART);
        const headers = { "upload-offset": String(at), "content-type": "application/offset+octet-stream" };
        const answer = await ask(`/apply/uploads/${id}`, { method: "PATCH", body, headers });
        if (!answer.ok && answer.status !== 409) throw new Error(String(answer.status));
        const told = await answer.json();
        if (told.refused || told.message) return told;
        [at, failures] = [told.offset, 0];
      } catch {
        if (++failures > 30) return { message: list.dataset.lost };
        line.textContent = list.dataset.lost;
        await pause(Math.min(10, failures));
        const known = await offsetOf(id).catch(() => at);
        if (known === null) return { again: true };
        at = known;
      }
    }
  }
  async function sendFile(file) {
    const line = list.appendChild(document.createElement("li"));
    const key = `upload ${file.name} ${file.size} ${file.lastModified}`;
    let id = sessionStorage.getItem(key);
    let at = id ? await offsetOf(id).catch(() => null) : null;
    if (at === null) {
      const body = new FormData();
      body.set("name", file.name);
      body.set("size", String(file.size));
      const answer = await ask("/apply/uploads", { method: "POST", body }).catch(() => null);
      const told = answer ? await answer.json() : { message: list.dataset.lost };
      if (!told.id) return ended(line, told);
      [id, at] = [told.id, 0];
      sessionStorage.setItem(key, id);
    }
    const told = await sendParts(file, id, at, line);
    sessionStorage.removeItem(key);
    ended(line, told);
    await refresh();
  }
  function ended(line, told) {
    const sentence = told.message ?? told.refused?.[0] ?? "";
    if (!sentence) return line.remove();
    line.className = "wrong";
    line.textContent = sentence;
  }
  let queue = Promise.resolve();
  const sendAll = (files) => { for (const file of files) queue = queue.then(() => sendFile(file)); };
  upload.querySelector("button").hidden = true;
  upload.addEventListener("change", (event) => {
    sendAll([...event.target.files]);
    event.target.value = "";
  });
  upload.addEventListener("dragover", (event) => { event.preventDefault(); upload.classList.add("over"); });
  upload.addEventListener("dragleave", () => upload.classList.remove("over"));
  upload.addEventListener("drop", (event) => {
    event.preventDefault();
    upload.classList.remove("over");
    sendAll([...event.dataTransfer.files]);
  });
}

// ---- The workbench ----

// ---- Office ----
