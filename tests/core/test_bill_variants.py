"""Bills as suppliers and councils of many countries lay them out and word them."""

from __future__ import annotations

import pytest

from ocr.classify import Known, classify
from ocr.kinds import utility_bill
from ocr.layout import lines_of
from tests.core.drawn_text import typed, word

RATES = (
    "Shire of Karri                             Rate Notice 2025-2026",
    "",
    "Hawthorn Legal Pty Limited                 Assessment number: 3361653026",
    "5/40 Queen St                              Due by: 27 June 2025",
    "Brisbane QLD 4000                          Date of issue: 03 June 2025",
    "",
    "General rate",
    "Waste management charge",
    "Capital improved value $512,000",
    "Total payable                              $255.25",
)
HONG_KONG = (
    "Peak Telecom Limited",
    "Monthly Statement 月結單",
    "Account Name: The Paper Kite Studio",
    "Due Date             21-10-2025",
    "賬單日期 Bill Date   03-10-2025",
    "Premises address: Flat B, 12/F, Tower 3, 88 Nathan Road, Kowloon",
    "Mobile plan 5G data",
    "Broadband service",
    "Charges for this period               HK$228.06",
    "應繳總額 Total Amount Due             HK$307.42",
)
PREPAID = (
    "Gasversorgung Mittelrhein GmbH             Ihre Gasrechnung",
    "Kundenname: Jens Vogel",
    "Zeitraum                     Kundenkonto      Fälligkeit      Belegdatum",
    "02.04.2025 - 02.05.2025      857073324        25.05.2025      06.05.2025",
    "Lieferstelle: Am Markt 3, 20095 Hamburg",
    "Verbrauch 12.021 kWh Erdgas",
    "Gesamtkosten brutto                        766,76 €",
    "abzüglich Abschlagszahlungen              -536,73 €",
    "Rechnungsbetrag                            230,03 €",
)
FRENCH = (
    "Eaux du Val de Loire                       Facture d'eau",
    "Titulaire: Émilie Dubois",
    "Adresse desservie: 12 rue des Lilas, 69003 Lyon",
    "En date du: 09 août 2025",
    "À régler avant le: 01 septembre 2025",
    "Distribution de l'eau 41 m³",
    "Collecte et traitement des eaux usées",
    "Total TTC                                  473,32 €",
    "Reste à payer                              473,32 €",
)
COLUMNS = (
    "Severnside Water plc                       Your water bill",
    "Bill             Account             Bill          Total",
    "date             number              number        to pay",
    "10 Feb 2025      125432165           VB-125        £668.23",
    "",
    "Name                       Supply address",
    "Mercer Haulage Limited     Unit 6, Riverside Estate",
    "                           Temple Way",
    "                           Bristol BS2 0QQ",
    "",
    "Wastewater (sewerage)",
    "Meter reading 1042 actual",
)
STATEMENT = (
    "Sierra Basin Electric                      ENERGY STATEMENT",
    "                                           Account No: 2154596807-9",
    "                                           Statement Date: 04/03/2026",
    "Service For:                               Your Account Summary",
    "Prairie Star Logistics LLC",
    "134 Sycamore Avenue                        Current electric charges      $906.04",
    "Port Ellis, WA 98099                       Total Amount Due            $1,285.60",
    "",
    "Meter # 2166130150 Total usage 2,930 kWh",
)
VALUES = (
    (
        RATES,
        {
            "provider": "Shire of Karri",
            "account_holder": "Hawthorn Legal Pty Limited",
            "address": "5/40 Queen St, Brisbane QLD 4000",
            "bill_date": "2025-06-03",
            "amount_due": "255.25",
        },
    ),
    (
        HONG_KONG,
        {
            "provider": "Peak Telecom Limited",
            "account_holder": "The Paper Kite Studio",
            "address": "Flat B, 12/F, Tower 3, 88 Nathan Road, Kowloon",
            "bill_date": "2025-10-03",
            "amount_due": "307.42",
        },
    ),
    (PREPAID, {"account_holder": "Jens Vogel", "bill_date": "2025-05-06", "amount_due": "230.03"}),
    (
        FRENCH,
        {
            "provider": "Eaux du Val de Loire",
            "account_holder": "Émilie Dubois",
            "address": "12 rue des Lilas, 69003 Lyon",
            "bill_date": "2025-08-09",
            "amount_due": "473.32",
        },
    ),
    (
        COLUMNS,
        {
            "account_holder": "Mercer Haulage Limited",
            "address": "Unit 6, Riverside Estate, Temple Way, Bristol BS2 0QQ",
            "bill_date": "2025-02-10",
            "amount_due": "668.23",
        },
    ),
    (
        STATEMENT,
        {
            "provider": "Sierra Basin Electric",
            "account_holder": "Prairie Star Logistics LLC",
            "address": "134 Sycamore Avenue, Port Ellis, WA 98099",
            "bill_date": "2026-04-03",
            "amount_due": "1285.60",
        },
    ),
)


@pytest.mark.parametrize(("lines", "values"), VALUES, ids=("au", "hk", "de", "fr", "columns", "us"))
def test_what_suppliers_of_many_countries_print(lines: tuple[str, ...], values: dict[str, str]) -> None:
    text = typed(*lines)
    told = classify(text)
    assert isinstance(told, Known)
    assert told.kind.name == "utility_bill"
    fields = utility_bill.KIND.extract(text, "one").fields
    assert {name: fields[name].value if name in fields else "" for name in values} == values


def test_two_lines_that_a_tall_title_beside_them_drew_together_are_parted() -> None:
    name = word("Northern", 0.07, 0.0407, width=0.1, height=0.0197)
    street = word("Box101", 0.07, 0.061, width=0.09, height=0.0105)
    titles = [word(text, 0.5 + 0.12 * at, 0.0409, width=0.1, height=0.029) for at, text in enumerate(("Your", "bill"))]
    lines = lines_of([name, street, *titles], 0.7)
    assert any([one.text for one in line.words] == ["Box101"] for line in lines)
