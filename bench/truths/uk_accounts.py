"""Filings of small British companies whose figures are tagged (iXBRL), drawn as people would print them.

A tagged figure is asked for when it has a name in FIELDS.md and stands on the page, with the sign that it is printed
with. Chromium prints each filing to a PDF once; the scans are the pages that print figures, as pictures of 200 dots per
inch.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pypdfium2
from PIL import Image

from bench.truth import Collection, Paper
from cases.model import Tier
from ocr.english_dates import date_of

KEPT = Path(".vouch/bench/uk_accounts")
TAGS: Mapping[str, str] = {
    "FixedAssets": "fixed_assets",
    "CurrentAssets": "current_assets",
    "CashBankOnHand": "cash",
    "CashBankInHand": "cash",
    "Debtors": "receivables",
    "TotalInventories": "inventory",
    "Equity": "equity",
    "ShareholderFunds": "equity",
    "NetAssetsLiabilities": "net_assets",
    "NetAssetsLiabilitiesIncludingPensionAssetLiability": "net_assets",
    "TurnoverRevenue": "revenue",
    "ProfitLoss": "net_profit",
}
"""By tag; others (net current assets, total assets less current liabilities) have no name of ours."""
SCAN_DPI = 200
MOST_PAGES = 3


def papers(folder: Path, tier: Tier) -> Iterator[Paper]:
    """Each filing as a PDF (digital) or as pictures of its pages with figures (scan)."""
    if tier is Tier.PHOTO:
        return
    for told in json.loads((folder / "truth.json").read_text(encoding="utf-8")):
        pdf = _printed(folder / told["file"])
        pages = _texts(pdf)
        chosen = list(range(len(pages))) if tier is Tier.DIGITAL else _with_figures(told, pages)
        fields = _fields(told, " ".join(pages[at] for at in chosen))
        name = f"{tier}-{Path(told['file']).stem}.pdf"
        data = pdf if tier is Tier.DIGITAL else _scan(pdf, chosen)
        yield Paper(name=name, data=data, kind="balance_sheet", tier=tier, fields=fields)


def _printed(source: Path) -> bytes:
    """The filing as Chromium prints it; kept, since it takes a second."""
    kept = KEPT / f"{source.stem}.pdf"
    if not kept.is_file():
        KEPT.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory() as profile:
            flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
            asked = (*flags, f"--user-data-dir={profile}", "--no-pdf-header-footer", f"--print-to-pdf={kept.resolve()}")
            subprocess.run(["chromium", *asked, source.resolve().as_uri()], check=True, capture_output=True, timeout=90)
    return kept.read_bytes()


def _texts(pdf: bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def _fields(told: Mapping[str, Any], text: str) -> dict[str, str]:
    """The tagged figures of both years that the pages print, the company and its year."""
    end = date_of(told["text"]["BalanceSheetDate"])
    found: dict[str, str] = {}
    for tag, name in TAGS.items():
        for day, value in told["numbers"].get(tag, {}).items():
            suffix = "" if end is None or day == end.isoformat() else "_prior"
            if _stands(value, text):
                shown = value if _negative(value, text) else abs(value)
                found.setdefault(name + suffix, f"{shown:.2f}" if shown % 1 else f"{int(shown)}")
    found |= _current_liabilities(told["numbers"], end, text)
    number, name = (
        told["text"][one] for one in ("UKCompaniesHouseRegisteredNumber", "EntityCurrentLegalOrRegisteredName")
    )
    if number in text:
        found["registration_number"] = number
    if re.sub(r"\W", "", name).casefold() in re.sub(r"\W", "", text).casefold():
        found["entity"] = name
    if end is not None:
        found["period_end"] = end.isoformat()
    return found


def _current_liabilities(numbers: Mapping[str, Mapping[str, float]], end: dt.date | None, text: str) -> dict[str, str]:
    """Creditors are tagged alike whenever they fall due; those within a year make net current assets."""
    found: dict[str, str] = {}
    for day, value in numbers.get("Creditors", {}).items():
        assets, net = (numbers.get(tag, {}).get(day) for tag in ("CurrentAssets", "NetCurrentAssetsLiabilities"))
        if assets is not None and net is not None and assets - value == net and _stands(value, text):
            found["current_liabilities" + ("" if end and day == end.isoformat() else "_prior")] = f"{int(value)}"
    return found


def _stands(value: float, text: str) -> bool:
    """Whether the figure is printed, with or without separators and pence."""
    whole = f"{abs(value):,.0f}"
    return re.search(rf"(?<![\d,.]){re.escape(whole)}(?![\d,])|(?<![\d,.]){abs(value):.0f}(?![\d,])", text) is not None


def _negative(value: float, text: str) -> bool:
    """Whether the page prints a figure that is tagged as negative with a minus or in brackets anywhere."""
    return value < 0 and re.search(rf"[-–−(]\s?£?\s?{abs(value):,.0f}(?![\d,])", text) is not None


def _with_figures(told: Mapping[str, Any], pages: list[str]) -> list[int]:
    values = [value for some in told["numbers"].values() for value in some.values() if value]
    counts = [sum(_stands(value, page) for value in values) for page in pages]
    best = sorted(range(len(pages)), key=lambda at: -counts[at])[:MOST_PAGES]
    return sorted(at for at in best if counts[at])


def _scan(pdf: bytes, pages: list[int]) -> bytes:
    document = pypdfium2.PdfDocument(pdf)
    pictures = [document[at].render(scale=SCAN_DPI / 72).to_pil().convert("L") for at in pages]
    held = io.BytesIO()
    first = pictures[0] if pictures else Image.new("L", (10, 10), 255)
    first.save(held, "PDF", save_all=True, append_images=pictures[1:], resolution=SCAN_DPI)
    return held.getvalue()


COLLECTION = Collection(title="British filings, tagged figures", real=True, papers=papers, folder="uk_accounts")
