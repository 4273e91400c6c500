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

const work = document.querySelector("[data-bench]");
if (work) workbench(work);

/** Keys and the document viewer for those who settle cases. Everything works by mouse and Tab as well. */
function workbench(work) {
  const $ = (chosen) => document.querySelector(chosen);
  const $$ = (chosen) => [...document.querySelectorAll(chosen)];
  const sheets = $("#sheets"), sheet = $("#sheet"), on = $("#keys-on"), kept = `seen:${work.dataset.case ?? ""}`;
  let zoom = 0, before = "", last = null;
  for (const one of $$(".needs-script")) one.hidden = false;
  try { on.checked = localStorage.getItem("keys") !== "off"; } catch { /* A browser that keeps nothing. */ }
  on.addEventListener("change", () => { try { localStorage.setItem("keys", on.checked ? "on" : "off"); } catch { /* As above. */ } });

  const say = (text) => { const said = $("#said"); if (said) said.textContent = text; };
  const doubts = () => $$("[data-doubt]").sort((one, other) => one.dataset.doubt - other.dataset.doubt);

  /** Brings a box into the middle of the viewer and lights it. */
  function light(id, { near = false } = {}) {
    const box = id && document.getElementById(id);
    if (!sheets || !box) return;
    for (const one of $$(".boxes .lit")) one.classList.remove("lit");
    box.classList.add("lit");
    if (near && zoom < 2) setZoom(2);
    centre(box);
    const picture = box.closest(".leaf").querySelector("img");
    if (!picture.complete) picture.addEventListener("load", () => centre(box), { once: true });
  }
  function centre(box) {
    const at = box.getBoundingClientRect(), frame = sheets.getBoundingClientRect();
    sheets.scrollBy({ top: at.top + at.height / 2 - frame.top - frame.height / 2, left: at.left + at.width / 2 - frame.left - frame.width / 2 });
  }
  function setZoom(level) {
    zoom = Math.max(0, Math.min(3, level));
    for (const one of [1, 2, 3]) sheets.classList.toggle(`z${one}`, zoom === one);
    const lit = $(".boxes .lit");
    if (lit) centre(lit);
  }
  function turn() {
    const lit = $(".boxes .lit"), middle = sheets.getBoundingClientRect().top + sheets.clientHeight / 2;
    const page = lit ? lit.closest(".sheet") : $$(".sheet").find((one) => one.getBoundingClientRect().bottom > middle);
    if (!page) return;
    const now = [1, 2, 3].find((one) => page.classList.contains(`t${one}`)) ?? 0;
    page.classList.remove(`t${now}`);
    if (now < 3) page.classList.add(`t${now + 1}`);
  }
  function flip(name, button) {
    const is = sheets.classList.toggle(name);
    button?.setAttribute("aria-pressed", is);
  }
  const acts = {
    larger: () => setZoom(zoom + 1), smaller: () => setZoom(zoom - 1), turn,
    two: () => flip("two", $("[data-act=two]")), bare: () => flip("bare", $("[data-act=bare]")),
    sheet: () => sheet.showModal(),
  };
  document.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]"), link = event.target.closest("[data-box]"), page = event.target.closest("[data-page]");
    if (act) acts[act.dataset.act]();
    if (link) { event.preventDefault(); link.focus({ preventScroll: true }); light(link.dataset.box); }
    if (page) { event.preventDefault(); sheets.scrollTop += document.getElementById(page.dataset.page).getBoundingClientRect().top - sheets.getBoundingClientRect().top; }
    if (event.target.matches?.(".boxes rect")) $(`[data-box="${CSS.escape(event.target.id)}"][data-field]`)?.focus();
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.dataset?.box) { last = event.target; light(last.dataset.box); }
  });

  function step(by) {
    const every = doubts();
    if (!every.length) return say("–");
    const at = every.indexOf(document.activeElement), from = at < 0 ? every.indexOf(last) : at;
    const next = every[(from < 0 ? (by > 0 ? 0 : every.length - 1) : from + by + every.length) % every.length];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }
  const seen = new Set(JSON.parse(sessionStorage.getItem(kept) ?? "[]"));
  const mark = (one) => one.closest("div").classList.toggle("accepted", seen.has(one.dataset.field));
  doubts().forEach(mark);
  function accept() {
    const one = document.activeElement;
    if (!one?.dataset.field) return;
    seen.add(one.dataset.field);
    sessionStorage.setItem(kept, JSON.stringify([...seen]));
    if (one.dataset.doubt) mark(one);
    say(`${seen.size} / ${doubts().length}`);
    step(1);
  }
  function edit() {
    const one = document.activeElement?.dataset.field ? document.activeElement : last, value = $("#correct-value");
    if (!one?.dataset.field || !value) return;
    last = one;
    $("#correct-field").value = one.dataset.field;
    value.value = one.dataset.value ?? "";
    value.scrollIntoView({ block: "center" });
    value.focus();
    value.select();
  }
  function open(kind) {
    const form = document.getElementById(`answer-${kind}`);
    if (!form) return;
    form.open = true;
    form.scrollIntoView({ block: "start" });
    form.querySelector("input:not([type=hidden]), textarea, select, button")?.focus();
  }
  function pick(digit) {
    const choice = $(`#answer-decline [data-digit="${digit}"]`);
    if (!choice) return;
    if (!$("#answer-decline").open) open("decline");
    choice.checked = !choice.checked;
    choice.focus();
  }
  function rows(by) {
    const every = $$("[data-row]"), at = every.indexOf(document.activeElement);
    every[Math.max(0, Math.min(every.length - 1, at + by))]?.focus();
  }
  const keys = {
    j: () => (sheets ? step(1) : rows(1)), k: () => (sheets ? step(-1) : rows(-1)),
    z: () => light(last?.dataset.box ?? "", { near: true }), a: accept, e: edit, h: acts.bare, s: acts.two, t: turn,
    "+": acts.larger, "-": acts.smaller, "?": acts.sheet,
    p: () => open("approve"), o: () => open("counter"), d: () => open("decline"), r: () => open("request"), u: () => open("up"),
    m: () => { const note = $("#note-text"); note?.scrollIntoView({ block: "center" }); note?.focus(); },
    n: () => $("form[data-key=n]")?.requestSubmit(),
  };
  document.addEventListener("keydown", (event) => {
    const at = event.target, types = at.matches?.("textarea, select, input:not([type=checkbox]):not([type=radio])") || at.isContentEditable;
    if (types && event.key === "Escape") last?.focus();
    if (types || sheet.open || !on.checked || event.ctrlKey || event.altKey || event.metaKey) return;
    const key = event.key;
    let act = before === "g" && key === "q" ? () => location.assign("/desk") : keys[key];
    if (/^[1-9]$/.test(key)) act = () => pick(key);
    if (key === "Enter" && at.dataset?.field) act = accept;
    if (!sheets && ["z", "a", "e", "h", "s", "t", "+", "-"].includes(key)) act = undefined;
    before = key;
    if (!act) return;
    event.preventDefault();
    act();
  });

  const counter = $("[data-offer]");
  if (counter) {
    let waiting = 0;
    const amount = $("#counter-amount"), term = $("#counter-term"), shown = counter.querySelector(".live");
    const ask_offer = async () => {
      const answer = await ask(`${counter.dataset.offer}?amount=${encodeURIComponent(amount.value)}&term=${encodeURIComponent(term.value)}`);
      const told = await answer.json();
      shown.hidden = false;
      for (const one of shown.querySelectorAll("[data-of]")) {
        one.textContent = answer.ok ? told.shown[one.dataset.of] : one.dataset.of === "against" ? told.message : "–";
      }
    };
    for (const one of [amount, term]) one.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask_offer, 250); });
    counter.closest("details").addEventListener("toggle", ask_offer, { once: true });
  }
}

// ---- Office ----
