"""Habits of single issuers in their bills: sentences as captions, days behind sums, logos, names over names."""

from __future__ import annotations

import pytest

from ocr.classify import Known, classify
from ocr.extract import Grid
from ocr.firms import CHINESE_FIRM, legal_name
from ocr.kinds import utility_bill
from tests.core.drawn_text import typed

FRENCH_DAY = (
    "Lumière de France                          Facture du 09/02/2026",
    "",
    "Mme CAMILLE ROUSSEL",
    "12 RUE DES TILLEULS",
    "69003 LYON",
    "",
    "Point de livraison (PDL) : 14502887441203",
    "Heures creuses 250 kWh                      28,01 €",
    "Montant de la facture précédente :         121,10 €",
    "Net à payer avant le 27/02/2026            115,65 €",
)
OTHER_DATE = (
    "Hudson Edison                              Electricity bill",
    "Name                         PETER ALVARADO",
    "Account number               65-4412-0981-0003-7",
    "Service delivered to         418 W 52 ST 4R, NEW YORK NY 10019",
    "Next meter reading date      April 16, 2026",
    "Billing summary as of March 18, 2026",
    "Total charges from your last bill          $142.88",
    "Electricity charges - for 31 days          $130.58",
    "Total amount due                           $130.58",
)
SINGAPORE = (
    "Merlion Services                           Jan 2026 Bill",
    "",
    "MR TAN WEI JIE                             Dated          20 Jan 2026",
    "BLK 214 BISHAN STREET 23                   Account No     8920114577",
    "#08-117",
    "SINGAPORE 570214",
    "",
    "Electricity Services 341 kWh               150.96",
    "Balance B/F from Previous Bill             171.20",
    "Total Amount Payable                       $164.55",
)
RATE_DEMAND = (
    "Dunmore District Council                   Date of Issue    06-MAR-2026",
    "                                           Account Reference    5004 3312 7",
    "",
    "Oakfield Bakery Ltd",
    "14 Market Place",
    "Dunmore",
    "DN4 6PB",
    "",
    "NON-DOMESTIC RATE DEMAND NOTICE 2026/27",
    "Gross rates 18,750 x 0.432                 8,100.00",
    "Retail relief                              -1,620.00",
    "Total amount to pay for 2026/27            £6,480.00",
)
CONTACT = (
    "Magentis Deutschland GmbH, 53171 Bonn",
    "",
    "",
    "Bäckerei Holzapfel OHG                     Ihre Rechnung    Januar 2026",
    "Frau Petra Holzapfel                       Datum            08.01.2026",
    "Kirchgasse 21                              Kundennummer     481 220 7714",
    "99084 Erfurt",
    "",
    "Verbindungen Festnetz                        2,14",
    "Rechnungsbetrag                             67,50",
    "Gutschrift aus vorheriger Rechnung          -5,00",
    "Zu zahlender Betrag                         62,50",
)
HONG_KONG_WATER = (
    "水務局 Water Authority                      水費單 WATER BILL",
    "",
    "用戶姓名及地址 Consumer's Name and Address",
    "CHAN TAI MAN",
    "FLAT C 18/F BLOCK 2",
    "33 TONKIN STREET",
    "KOWLOON",
    "",
    "賬戶號碼 Account No.       7104 2288 115",
    "發單日期 Date of Bill      09/02/2026",
    "水費 Water Charge          $301.20",
    "應繳總額 Total Amount Due  $513.60",
)
NO_NAMES = (
    "Ridgeline Cable                            Account number: 8495 75 120 0331742",
    "                                           Billing date: Jan 06, 2026",
    "Hello Marisol Benitez,",
    "Thanks for choosing Ridgeline.",
    "For service at",
    "2209 Sutter Creek Dr, Fresno, CA 93720-1187",
    "",
    "Previous balance                           $94.15",
    "Regular monthly charges                    $89.00",
    "New charges                                $95.12",
    "Please pay                                 $95.12",
    "Make checks payable to Ridgeline Cable. Do not send cash.",
    "",
    "ATTN ACCOUNTS PAYABLE",
    "MARISOL BENITEZ",
    "2209 SUTTER CREEK DR",
    "FRESNO CA 93720-1187",
)
LETTER = (
    "Wasserfall Europe Sales GmbH               Hamburg, 21. Januar 2026",
    "",
    "Kundenname: Nordlicht Druckerei GmbH",
    "Verbrauchsstelle: Große Bergstraße 118, 22767 Hamburg",
    "Ihre Stromrechnung für den Zeitraum 15.01.2025 bis 14.01.2026",
    "Gesamtkosten                               5.726,93 €",
    "Bereits gezahlte Abschläge                -5.400,00 €",
    "Es verbleiben damit noch                     326,93 €",
)
VALUES = {
    "letter": (LETTER, {"bill_date": "2026-01-21", "amount_due": "326.93"}),
    "french_day": (FRENCH_DAY, {"account_holder": "Mme CAMILLE ROUSSEL", "bill_date": "2026-02-09",
                                "amount_due": "115.65"}),
    "other_date": (OTHER_DATE, {"account_holder": "PETER ALVARADO", "bill_date": "2026-03-18",
                                "amount_due": "130.58"}),
    "singapore": (SINGAPORE, {"account_holder": "MR TAN WEI JIE", "amount_due": "164.55",
                              "address": "BLK 214 BISHAN STREET 23, #08-117, SINGAPORE 570214"}),
    "rate_demand": (RATE_DEMAND, {"account_holder": "Oakfield Bakery Ltd", "amount_due": "6480.00",
                                  "address": "14 Market Place, Dunmore, DN4 6PB", "bill_date": "2026-03-06"}),
    "contact": (CONTACT, {"provider": "Magentis Deutschland GmbH", "account_holder": "Bäckerei Holzapfel OHG",
                          "address": "Kirchgasse 21, 99084 Erfurt", "amount_due": "62.50"}),
    "hong_kong_water": (HONG_KONG_WATER, {"account_holder": "CHAN TAI MAN", "bill_date": "2026-02-09",
                                          "address": "FLAT C 18/F BLOCK 2, 33 TONKIN STREET, KOWLOON"}),
    "no_names": (NO_NAMES, {"provider": "Ridgeline Cable", "account_holder": "MARISOL BENITEZ",
                            "bill_date": "2026-01-06", "amount_due": "95.12"}),
}  # fmt: skip


@pytest.mark.parametrize("name", VALUES)
def test_what_single_issuers_do(name: str) -> None:
    lines, values = VALUES[name]
    text = typed(*lines)
    told = classify(text)
    assert isinstance(told, Known)
    assert told.kind.name == "utility_bill"
    fields = utility_bill.KIND.extract(text, "one").fields
    assert {one: fields[one].value if one in fields else "" for one in values} == values


def test_a_legal_name_stands_within_the_small_print_with_its_whole_form() -> None:
    text = typed(
        "Pay late and 1.5% is added. Grand River Hydro Inc., 301 Victoria Street",
        "Southern Cross Energy Sales Pty Limited ABN 88 090 538 337",
    )
    cells = [cell for line in Grid.of(text).lines for cell in line.cells]
    assert [named[0] for brand in ("Grand River Hydro", "Southern Cross Energy")
            if (named := legal_name(brand, cells)) is not None] == [
        "Grand River Hydro Inc.", "Southern Cross Energy Sales Pty Limited",
    ]  # fmt: skip


def test_a_chinese_firm_of_a_firm_is_named_whole() -> None:
    match = CHINESE_FIRM.match("国网海东省电力公司云州供电公司")
    assert match is not None
    assert match[0] == "国网海东省电力公司云州供电公司"
