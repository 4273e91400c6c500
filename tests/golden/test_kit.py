"""Every layout of the document kit is drawn alike from the same seed, and states what its kind can state."""

from __future__ import annotations

import datetime as dt
import io
import re
from decimal import Decimal, InvalidOperation
from types import ModuleType

import pypdfium2
import pytest

from cases.model import LONG_TERM, Tier
from ocr.classify import kinds
from samples.kit import kept_out, known
from samples.specimen import Specimen, kits, sent, specimen

LAYOUTS = [
    pytest.param(folder, kind, layout, id=f"{folder.__name__.rpartition('.')[2]}-{kind}-{layout}")
    for folder in (known, kept_out)
    for kind, kit in sorted(kits(folder).items())
    for layout in kit.layouts
]
CELLS = {
    "bank_statement": {"date", "description", "amount", "balance"},
    "invoice": {"description", "quantity", "unit_price", "net_amount"},
    "vat_invoice": {"description", "quantity", "unit_price", "net_amount", "tax_rate", "tax_amount"},
}
MOST_PAGES = 8


def pages(drawn: Specimen) -> int:
    with pypdfium2.PdfDocument(io.BytesIO(drawn.pdf)) as document:
        return len(document)


def canonical(name: str, value: str) -> bool:
    """Whether a value of a date's or an amount's name has the form that every reader of it relies on."""
    if value == LONG_TERM:
        return True
    if re.search(r"(?:^|_)(?:date|start|end)$|_on$|^date_", name):
        return dt.date.fromisoformat(value).isoformat() == value
    if name.endswith(("_amount", "_balance", "gross_pay", "net_pay", "total_assets", "revenue")):
        return Decimal(value).is_finite()
    return bool(value.strip())


@pytest.mark.parametrize(("folder", "kind", "layout"), LAYOUTS)
def test_a_layout_states_what_its_kind_has(folder: ModuleType, kind: str, layout: str) -> None:
    drawn = specimen(folder, kind, layout, 1)
    known_fields = kinds()[kind].fields
    assert drawn.fields
    assert not {name for name in drawn.fields if name.removesuffix("_prior") not in known_fields}
    for name, value in drawn.fields.items():
        try:
            assert canonical(name, value), (name, value)
        except (ValueError, InvalidOperation):
            pytest.fail(f"{name} is {value!r}")
    assert not {cell for row in drawn.rows for cell in row} - CELLS.get(kind, set())
    assert 1 <= pages(drawn) <= MOST_PAGES


@pytest.mark.parametrize(("folder", "kind", "layout"), LAYOUTS[::7])
def test_the_same_seed_gives_the_same_bytes(folder: ModuleType, kind: str, layout: str) -> None:
    assert specimen(folder, kind, layout, 2) == specimen(folder, kind, layout, 2)
    assert specimen(folder, kind, layout, 2).pdf != specimen(folder, kind, layout, 3).pdf


@pytest.mark.parametrize("tier", list(Tier))
def test_a_paper_is_sent_in_three_qualities(tier: Tier) -> None:
    kind, kit = next(iter(sorted(kits(known).items())))
    drawn = specimen(known, kind, kit.layouts[0], 1)
    ending, content = sent(drawn, tier, 1)
    assert content.startswith(b"%PDF" if ending == "pdf" else b"\xff\xd8")
    assert sent(drawn, tier, 1) == (ending, content)


def test_known_and_kept_out_layouts_are_others() -> None:
    for kind, kit in kits(kept_out).items():
        assert kind in kits(known)
        assert not set(kit.layouts) & set(kits(known)[kind].layouts)
