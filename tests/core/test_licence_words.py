"""Driving licences that have words instead of numbers, or their values apart from both."""

from __future__ import annotations

import pytest

from ocr.classify import Known, classify
from ocr.kinds.driving_licence import KIND
from tests.core.drawn_text import typed

CARDS: dict[str, tuple[str, dict[str, str]]] = {
    "new south wales": (
        """Driver Licence New South Wales, Australia
Jessica Anne HARTLEY      Card Number
                          2 012 345 678
UNIT 4
22 ELIZA ST
NEWTOWN NSW 2042
Licence No.     Licence Class
12 345 678      C
Date of Birth   Expiry Date
05 FEB 1987     04 FEB 2028""",
        {
            "full_name": "Jessica Anne HARTLEY",
            "surname": "HARTLEY",
            "address": "UNIT 4, 22 ELIZA ST, NEWTOWN NSW 2042",
            "document_number": "12345678",
            "vehicle_classes": "C",
            "date_of_birth": "1987-02-05",
            "date_of_expiry": "2028-02-04",
            "issuing_country": "AUS",
        },
    ),
    "victoria, days first": (
        """DRIVER LICENCE VICTORIA AUSTRALIA
JANE CITIZEN        LICENCE NO.
                    087654321
FLAT 10
77 SAMPLE PARADE
KEW EAST VIC 3102
LICENCE EXPIRY      DATE OF BIRTH
06-05-2028          03-02-1987""",
        {"document_number": "087654321", "date_of_expiry": "2028-05-06", "date_of_birth": "1987-02-03"},
    ),
    "new zealand": (
        """NEW ZEALAND DRIVER LICENCE
1. TE AROHA
2. MERE HINE
3. 12-12-1982
4a. 05-05-2016    4b. 05-05-2026
5a. DW123456      5b. 123
8. 28 Kowhai Street
   Hamilton 3204""",
        {"document_number": "DW123456", "surname": "TE AROHA", "date_of_expiry": "2026-05-05"},
    ),
    "ontario, values apart from their words": (
        """Ontario DRIVER'S LICENCE PERMIS DE CONDUIRE
1,2 NAME/NOM PELLETIER, DANIELLE
4d NUMBER/NUMÉRO           P2205 - 18008 - 35624
4a ISS/DÉL   2021/06/25    4b EXP/EXP   2026/06/24
3 DOB/DDN    1983/06/24    15 SEX/SEXE  F""",
        {"document_number": "P22051800835624", "surname": "PELLETIER", "sex": "F"},
    ),
    "hong kong": (
        """HONG KONG DRIVING LICENCE
姓名 Name
CHAN TAI MAN
執照號碼 Licence No.
Z123456(7)
發出日期 Date of Issue    有效日期 Date of Expiry
05/03/2019                04/03/2029""",
        {
            "full_name": "CHAN TAI MAN",
            "document_number": "Z123456(7)",
            "date_of_issue": "2019-03-05",
            "date_of_expiry": "2029-03-04",
        },
    ),
}
"""What is printed, and what must be read of it."""


@pytest.mark.parametrize("card", CARDS)
def test_every_word_for_an_item_leads_to_it(card: str) -> None:
    print_, fields = CARDS[card]
    text = typed(*print_.split("\n"))
    found = KIND.extract(text, "d").fields
    assert {name: found[name].value for name in fields} == fields
    told = classify(text)
    assert isinstance(told, Known)
    assert told.kind is KIND
