"""Passports and identity cards: the zone, the print, and one against the other."""

from __future__ import annotations

import pytest

from cases.model import CheckResult, Document, Origin
from ocr.kinds import id_card, passport
from ocr.text import Text
from tests.core import drawn_documents
from tests.core.drawn_documents import document
from tests.core.drawn_text import page, typed, word
from tests.core.test_mrz import MRV_A_LINES, TD1_LINES, TD3_LINES


def result(found: Document, kind: str, check: str) -> CheckResult:
    module = {"passport": passport, "id_card": id_card}[kind]
    return next(one.result for one in module.KIND.check(found) if one.check == check)


def test_a_passport_gives_its_fields() -> None:
    found = document(passport.KIND, drawn_documents.passport())
    assert {name: field.value for name, field in found.fields.items()} == {
        "document_number": "L898902C3",
        "surname": "ERIKSSON",
        "given_names": "ANNA MARIA",
        "full_name": "ANNA MARIA ERIKSSON",
        "date_of_birth": "1974-08-12",
        "sex": "F",
        "nationality": "UTO",
        "issuing_country": "UTO",
        "date_of_issue": "2007-04-16",
        "date_of_expiry": "2012-04-15",
        "place_of_birth": "ZENITH",
        "personal_number": "ZE184226B",
        "authority": "PASSPORT OFFICE",
        "mrz": "\n".join(TD3_LINES),
        "printed_document_number": "L898902C3",
        "printed_surname": "ERIKSSON",
        "printed_date_of_birth": "1974-08-12",
        "printed_date_of_expiry": "2012-04-15",
    }
    beside = {name for name in found.fields if name not in passport.KIND.fields}
    assert all(name.startswith("printed_") for name in beside)
    assert found.strength > 0.9


def test_a_field_of_the_zone_has_the_place_of_its_characters() -> None:
    field = document(passport.KIND, drawn_documents.passport()).fields["date_of_birth"]
    assert field.raw == "740812"
    assert field.place.box.left == pytest.approx(0.05 + 0.9 * 13 / 44, abs=1e-4)
    assert field.place.box.right == pytest.approx(0.05 + 0.9 * 19 / 44, abs=1e-4)


def test_a_good_passport_passes_its_checks() -> None:
    found = document(passport.KIND, drawn_documents.passport())
    findings = {one.check: one for one in passport.KIND.check(found)}
    assert {one.result for one in findings.values()} == {CheckResult.NOT_FOUND}
    assert findings["mrz_check_digits"].items_seen == 5
    assert findings["mrz_against_print"].items_seen == 4


def test_a_wrong_check_digit_is_found_and_named() -> None:
    wrong = (TD3_LINES[0], TD3_LINES[1].replace("F1204159", "F1204158"))
    found = document(passport.KIND, drawn_documents.passport(lines=wrong))
    finding = passport.KIND.check(found)[0]
    assert finding.result is CheckResult.FOUND
    assert "expiry wrong (8 is printed, 9 is computed)" in finding.detail
    assert "birth right" in finding.detail


def test_a_zone_that_was_hardly_read_is_not_held_against_the_document() -> None:
    wrong = TD3_LINES[1].replace("F1204159", "F1204158")
    words = [word(line, 0.05, 0.8 + 0.06 * row, sure=0.2) for row, line in enumerate((TD3_LINES[0], wrong))]
    found = document(passport.KIND, page(*words))
    assert result(found, "passport", "mrz_check_digits") is CheckResult.COULD_NOT_RUN


@pytest.mark.parametrize("changed", [{"number": "L898902C8"}, {"birth": "13 AUG/AOUT 1974"}])
def test_print_that_differs_from_the_zone_is_found(changed: dict[str, str]) -> None:
    found = document(passport.KIND, drawn_documents.passport(**changed))
    assert result(found, "passport", "mrz_against_print") is CheckResult.FOUND
    assert result(found, "passport", "mrz_check_digits") is CheckResult.NOT_FOUND


def test_print_decides_the_century() -> None:
    text = drawn_documents.passport(
        lines=(TD3_LINES[0], "L898902C36UTO0508126F1204159ZE184226B<<<<<14"), birth="12 AUG/AOUT 1905"
    )
    assert document(passport.KIND, text).fields["date_of_birth"].value == "1905-08-12"


def test_a_card_is_a_card_and_a_visa_neither() -> None:
    card, visa = typed(*TD1_LINES), typed(*MRV_A_LINES)
    assert id_card.evidence(card) > 0.9
    assert passport.evidence(card) == 0.0
    assert id_card.evidence(visa) == passport.evidence(visa) == 0.0


def card_without_zone() -> Text:
    cells = (
        ("IDENTITY CARD", 0.3, 0.05),
        ("Surname", 0.3, 0.15),
        ("LINDQVIST", 0.3, 0.18),
        ("Given names", 0.3, 0.25),
        ("ELSA", 0.3, 0.28),
        ("Date of birth", 0.3, 0.35),
        ("03.11.1988", 0.3, 0.38),
        ("Date of expiry", 0.3, 0.45),
        ("01.02.2031", 0.3, 0.48),
        ("Document number", 0.3, 0.55),
        ("AB 1234567", 0.3, 0.58),
        ("Address", 0.3, 0.65),
        ("HARBOUR ROAD 7", 0.3, 0.68),
        ("20417 NORTHPORT", 0.3, 0.705),
    )
    return page(*(word(text, left, top) for text, left, top in cells))


def test_a_card_without_a_zone_is_read_by_its_labels() -> None:
    text = card_without_zone()
    found = document(id_card.KIND, text)
    assert found.strength >= 0.7
    assert found.text("full_name") == "ELSA LINDQVIST"
    assert found.text("document_number") == "AB1234567"
    assert found.text("date_of_birth") == "1988-11-03"
    assert found.text("date_of_expiry") == "2031-02-01"
    assert found.text("address") == "HARBOUR ROAD 7 20417 NORTHPORT"
    assert found.fields["full_name"].origin is Origin.DERIVED
    assert result(found, "id_card", "mrz_check_digits") is CheckResult.COULD_NOT_RUN


@pytest.mark.parametrize(
    "lines",
    [
        ("中华人民共和国", "居民身份证", "签发机关 某市公安局", "有效期限 2015.01.01-2035.01.01"),
        ("DRIVING LICENCE", "1. LINDQVIST", "2. ELSA", "3. 03.11.1988 NORTHPORT", "4a. 01.02.2021"),
        ("Loan agreement", "The borrower shows a passport or an identity card.", "Date of issue 1 May 2026"),
    ],
)
def test_other_papers_are_neither(lines: tuple[str, ...]) -> None:
    text = typed(*lines)
    assert passport.evidence(text) < 0.4
    assert id_card.evidence(text) < 0.4


def test_an_empty_page_is_nothing() -> None:
    assert passport.evidence(page()) == id_card.evidence(page()) == 0.0
