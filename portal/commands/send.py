"""`vouch submit --to`: a case folder sent to an installation elsewhere, by its API."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import httpx

from cases.case_folder import CaseFolder, open_case_folder
from cases.codec import plain, to_json
from cases.errors import BadInput, NotFound, Unavailable, VouchError
from cases.store.hooks import usable
from portal.commands.answers import DONE, print_json

PATIENCE = 120.0
"""Seconds that one request may take; papers are large and lines slow."""
TRIES = 3
"""How often a request that got no answer is sent; its idempotency key makes that safe."""


class Refusal(VouchError):
    """The other installation said no; its own sentence says why."""

    code = "refused"
    exit_code = 2


def run_send(folder: Path, address: str, key_file: Path | None, *, as_json: bool) -> int:
    """Raises BadInput, Refusal with the other side's sentence, and Unavailable when it cannot be reached."""
    if not usable(address):
        raise BadInput("--to takes an address that begins with https://, or with http:// on this machine itself.")
    if key_file is None or not key_file.is_file():
        raise NotFound("--key-file must name the file with the key that `vouch client add` printed.")
    opened = open_case_folder(folder)
    key = key_file.read_text(encoding="utf-8").strip()
    with httpx.Client(base_url=address.rstrip("/"), timeout=PATIENCE) as http:
        http.headers["authorization"] = f"Bearer {key}"
        case_id = _send(http, opened)
    if as_json:
        print_json({"case": case_id, "status": "received"})
    else:
        print(f"{case_id} is received by {address}.")
    return DONE


def _send(http: httpx.Client, folder: CaseFolder) -> str:
    """Sending the same folder again within a day finds the case that was begun, and ends what broke off."""
    stated = to_json(_filled(plain(folder.application)))
    mark = _mark(folder, stated)
    case_id = str(_post(http, "/api/v1/cases", f"{mark}-begin", content=stated)["case"])
    for number, path in enumerate(folder.files, 1):
        parts = [("files", (path.name, path.read_bytes()))]
        _post(http, f"/api/v1/cases/{case_id}/files", f"{mark}-file-{number}", files=parts)
    _post(http, f"/api/v1/cases/{case_id}/submit", f"{mark}-submit")
    return case_id


def _filled(part: Any) -> Any:
    """What is not stated is left out, for the form has no word for nothing."""
    if isinstance(part, list):
        return [_filled(one) for one in part]
    if isinstance(part, dict):
        return {name: _filled(value) for name, value in part.items() if value not in (None, [])}
    return part


def _mark(folder: CaseFolder, stated: str) -> str:
    digest = hashlib.sha256(stated.encode())
    for path in folder.files:
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:40]


def _post(http: httpx.Client, path: str, mark: str, **what: Any) -> dict[str, Any]:
    for _ in range(TRIES):
        try:
            answer = http.post(path, headers={"idempotency-key": mark}, **what)
        except httpx.TransportError:
            continue
        return _told(answer)
    raise Unavailable("The installation cannot be reached; nothing is lost, send the folder again later.")


def _told(answer: httpx.Response) -> dict[str, Any]:
    try:
        told = answer.json()
    except ValueError:
        raise Refusal(f"What answers there is no Vouch (status {answer.status_code}).") from None
    if not answer.is_success:
        raise Refusal(str(told.get("message", f"It was refused with status {answer.status_code}.")))
    found: dict[str, Any] = told
    return found
