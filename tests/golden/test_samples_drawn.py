"""What the samples' papers state hangs together, and stands in committed documents of a reasonable size."""

from __future__ import annotations

import itertools
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from stdnum import iban
from stdnum.cn import uscc

from cases.case_folder import open_case_folder
from cases.drop_in import gather
from ocr.mrz import Mrz
from ocr.mrz_formats import TD1, TD2, TD3
from samples import stories
from samples.identifiers import td1, td2, td3
from samples.make import toml
from samples.story import Finish, Story

STORIES = {name.removeprefix("s").replace("_", "-"): story for name, story in gather(stories, "STORY", Story).items()}
FOLDERS = sorted(path.parent for path in Path("samples").glob("*/application.toml"))
MOST_BYTES = 25_000_000
MOST_PHOTO_BYTES = 700_000
BROKEN = {("10-hearth-edited-statement", "statement-2026-02")}
"""Statements whose balances do not follow because their story says so."""


def truth(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return read


def states(folder: Path, *kinds: str) -> dict[str, dict[str, Any]]:
    return {name: paper["states"] for name, paper in truth(folder).items() if paper["kind"] in kinds}


def test_every_story_is_drawn_and_every_case_has_a_story() -> None:
    assert sorted(STORIES) == [folder.name for folder in FOLDERS]
    assert sum(path.stat().st_size for folder in FOLDERS for path in folder.rglob("*") if path.is_file()) < MOST_BYTES


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_case_is_what_its_story_tells(folder: Path) -> None:
    story = STORIES[folder.name]
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    assert expected == {"outcome": story.outcome, "reasons": list(story.reasons)}
    assert (folder / "application.toml").read_text(encoding="utf-8") == toml(story.application)
    assert story.title in (folder / "story.md").read_text(encoding="utf-8")
    sent = open_case_folder(folder)
    assert sent.application.applicant.received_on is not None
    assert {path.stem for path in sent.files} == {paper.name for paper in story.papers} == set(truth(folder))
    for path in sent.files:
        assert path.suffix == (".jpg" if "photo" in truth(folder)[path.stem]["finish"] else ".pdf")
        assert path.suffix == ".pdf" or path.stat().st_size <= MOST_PHOTO_BYTES


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_identity_papers_carry_right_zones(folder: Path) -> None:
    people = states(folder, "passport", "id_card")
    assert people
    for person in people.values():
        zones = ((TD3, td3(person)), (TD1, td1(person)), (TD2, td2(person)))
        for format_, lines in zones:
            zone = Mrz(format_, lines)
            assert not zone.wrong
            assert zone.digits
        assert zones[0][1][1][:9].rstrip("<") == person["document_number"]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_balances_run_from_month_to_month(folder: Path) -> None:
    statements = sorted(states(folder, "bank_statement").items())
    assert len(statements) >= 2
    for name, one in statements:
        balance, follows = Decimal(one["opening_balance"]), True
        for row in one["rows"]:
            balance += Decimal(row["amount"])
            follows = follows and balance == Decimal(row["balance"])
            assert one["period_start"] <= row["date"] <= one["period_end"]
        holds = follows and balance == Decimal(one["closing_balance"])
        assert holds is ((folder.name, name) not in BROKEN)
        assert not one["iban"] or iban.is_valid(one["iban"])
    for (_, one), (_, following) in itertools.pairwise(statements):
        if one["period_end"][:7] != following["period_start"][:7] and _next(one) == following["period_start"][:7]:
            assert one["closing_balance"] == following["opening_balance"]


def _next(statement: dict[str, Any]) -> str:
    """The month after a statement's, as 2026-01."""
    year, month = int(statement["period_end"][:4]), int(statement["period_end"][5:7])
    return f"{year + month // 12}-{month % 12 + 1:02d}"


@pytest.mark.parametrize("name", sorted(STORIES))
def test_accounts_add_up_in_both_years(name: str) -> None:
    accounts: dict[str, Any] = {}
    for paper in STORIES[name].papers:
        if paper.kind in ("annual_accounts", "balance_sheet", "income_statement"):
            accounts |= paper.truth
    for year in ("", "_prior"):
        line = {field: Decimal(accounts[field + year]) for field in LINES}
        assert line["total_assets"] == line["fixed_assets"] + line["current_assets"]
        assert line["current_assets"] == line["cash"] + line["receivables"] + line["inventory"]
        assert line["total_assets"] == line["total_liabilities"] + line["equity"]
        assert line["gross_profit"] == line["revenue"] - line["cost_of_sales"]
        assert line["net_profit"] == line["gross_profit"] - line["operating_expenses"] - line["interest"] - line["tax"]
        assert min(line.values()) >= 0
    grown = Decimal(accounts["retained_earnings"]) - Decimal(accounts["retained_earnings_prior"])
    assert grown == Decimal(accounts["net_profit"])


LINES = (
    "fixed_assets", "current_assets", "cash", "receivables", "inventory", "total_assets", "total_liabilities",
    "equity", "revenue", "cost_of_sales", "gross_profit", "operating_expenses", "interest", "tax", "net_profit",
)  # fmt: skip


def test_registration_numbers_are_valid() -> None:
    codes = [
        paper["registration_number"] for folder in FOLDERS for paper in states(folder, "business_licence").values()
    ]
    assert codes
    assert all(uscc.is_valid(code) for code in codes)


def test_every_finish_is_among_the_samples() -> None:
    assert {paper.finish for story in STORIES.values() for paper in story.papers} == set(Finish)
