// The one script. Every page works without it; it makes some of them quicker.
"use strict";

const token = document.querySelector("meta[name=form-token]")?.content ?? "";

/** Sends a request of ours; the token tells the server that it comes from our own page. */
export async function ask(path, options = {}) {
  const headers = { "x-form-token": token, accept: "application/json", ...(options.headers ?? {}) };
  return fetch(path, { credentials: "same-origin", ...options, headers });
}

// ---- The applicant's pages ----

// ---- The workbench ----

// ---- Office ----
