"""Invoices in four languages: their fields, sums and positions, and papers that are none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.model import CheckResult, Document
from ocr.classify import Known, classify
from ocr.kinds.invoice import KIND
from ocr.text import Text
from tests.core.drawn_text import typed

AMERICAN = typed(
    "Harbor Point Supply LLC                                        INVOICE",
    "88 Dock Street                                       Invoice #:  HP-20417",
    "Portland, ME 04101                                   Date:       03/09/2025",
    "                                                     Due Date:   04/08/2025",
    "",
    "Bill To:                                  Ship To:",
    "Birch & Sons Carpentry                    Birch & Sons Carpentry",
    "12 Mill Road                              Yard 4",
    "Bangor, ME 04401                          Bangor, ME 04401",
    "",
    "Description                     Qty      Unit Price       Amount",
    "Oak boards 2m                    10          $24.50       $245.00",
    "Brass hinges                      4           $7.25        $29.00",
    "Delivery to yard                  1          $26.00        $26.00",
    "",
    "                                           Subtotal      $300.00",
    "                                  Sales Tax (5.5%)        $16.50",
    "                                              Total      $316.50",
    "                                        Balance Due      $316.50",
)
BRITISH = typed(
    "Fenwick Lighting Ltd",
    "14 Canal Row, Leeds LS1 4AP",
    "VAT Reg No: GB 980 7806 84",
    "",
    "VAT INVOICE",
    "",
    "Invoice to                                Invoice number    FL/00318",
    "Old Mill Hotel Limited                    Invoice date      14 March 2025",
    "2 Weir Lane                               Payment due       13 April 2025",
    "York YO1 7HH",
    "",
    "Item                       Quantity   Unit price   VAT rate      Net amount",
    "Pendant lamp                     12        45.00        20%          540.00",
    "Fitting                           6        30.00        20%          180.00",
    "",
    "                                              Total net           £720.00",
    "                                              VAT @ 20%           £144.00",
    "                                              Invoice total       £864.00",
    "",
    "Bank: Aire Bank   IBAN GB82 WEST 1234 5698 7654 32",
)
GERMAN = typed(
    "Tischlerei Vogt GmbH · Hafenweg 3 · 20457 Hamburg",
    "",
    "Praxis Dr. Lindner                                    Rechnungsnummer:   2025-0117",
    "Am Markt 9                                            Rechnungsdatum:    02.04.2025",
    "21335 Lüneburg                                        Fällig am:         16.04.2025",
    "",
    "Rechnung",
    "",
    "Pos   Bezeichnung                 Menge      Einzelpreis      Gesamtpreis",
    "1     Regal Eiche                     2         1.180,00         2.360,00",
    "2     Montage                         3            65,00           195,00",
    "",
    "                                        Zwischensumme           2.555,00 €",
    "                                        zzgl. 19 % MwSt.          485,45 €",
    "                                        Gesamtbetrag            3.040,45 €",
    "",
    "USt-IdNr.: DE136695976     IBAN: DE89 3704 0044 0532 0130 00",
)
FRENCH = typed(
    "Atelier Morel SARL",
    "5 rue des Lilas",
    "69003 Lyon",
    "N° TVA : FR40303265045",
    "",
    "FACTURE N° F2025-083",
    "Date de facture : 7 février 2025",
    "Date d'échéance : 9 mars 2025",
    "",
    "Facturé à :",
    "Boulangerie Petit",
    "18 avenue Foch",
    "69006 Lyon",
    "",
    "Désignation                    Quantité      Prix unitaire      Montant HT",
    "Vitrine réfrigérée                    1           1 250,00        1 250,00",
    "Pose                                  2              90,00          180,00",
    "",
    "                                         Total HT          1 430,00 €",
    "                                         TVA 20 %            286,00 €",
    "                                         Total TTC         1 716,00 €",
)
SPANISH = typed(
    "Cerámicas Duero S.L.",
    "Calle Mayor 12",
    "47001 Valladolid",
    "CIF: B12345674",
    "",
    "FACTURA",
    "Número de factura: A-2025/44",
    "Fecha de factura: 21/05/2025",
    "Fecha de vencimiento: 20/06/2025",
    "",
    "Cliente:",
    "Reformas Ebro S.L.",
    "Avenida Goya 7",
    "50006 Zaragoza",
    "",
    "Descripción                 Cantidad      Precio      Importe",
    "Azulejo blanco                    50        8,40       420,00",
    "",
    "                              Base imponible      420,00 €",
    "                              IVA 21 %             88,20 €",
    "                              Total factura       508,20 €",
)
EXPECTED: tuple[tuple[str, Text, Mapping[str, str], int], ...] = (
    (
        "american",
        AMERICAN,
        {
            "invoice_number": "HP-20417", "invoice_date": "2025-03-09", "due_date": "2025-04-08",
            "seller_name": "Harbor Point Supply LLC", "buyer_name": "Birch & Sons Carpentry",
            "net_amount": "300.00", "tax_amount": "16.50", "total_amount": "316.50", "currency": "USD",
        },
        3,
    ),
    (
        "british",
        BRITISH,
        {
            "invoice_number": "FL/00318", "invoice_date": "2025-03-14", "due_date": "2025-04-13",
            "seller_name": "Fenwick Lighting Ltd", "buyer_name": "Old Mill Hotel Limited",
            "seller_tax_id": "GB980780684", "net_amount": "720.00", "tax_amount": "144.00",
            "total_amount": "864.00", "currency": "GBP", "iban": "GB82WEST12345698765432",
        },
        2,
    ),
    (
        "german",
        GERMAN,
        {
            "invoice_number": "2025-0117", "invoice_date": "2025-04-02", "due_date": "2025-04-16",
            "seller_name": "Tischlerei Vogt GmbH", "buyer_name": "Praxis Dr. Lindner",
            "seller_tax_id": "DE136695976", "net_amount": "2555.00", "tax_amount": "485.45",
            "total_amount": "3040.45", "currency": "EUR", "iban": "DE89370400440532013000",
        },
        2,
    ),
    (
        "french",
        FRENCH,
        {
            "invoice_number": "F2025-083", "invoice_date": "2025-02-07", "due_date": "2025-03-09",
            "seller_name": "Atelier Morel SARL", "buyer_name": "Boulangerie Petit",
            "seller_tax_id": "FR40303265045", "net_amount": "1430.00", "tax_amount": "286.00",
            "total_amount": "1716.00", "currency": "EUR",
        },
        2,
    ),
    (
        "spanish",
        SPANISH,
        {
            "invoice_number": "A-2025/44", "invoice_date": "2025-05-21", "due_date": "2025-06-20",
            "seller_name": "Cerámicas Duero S.L.", "buyer_name": "Reformas Ebro S.L.",
            "seller_tax_id": "B12345674", "net_amount": "420.00", "tax_amount": "88.20",
            "total_amount": "508.20", "currency": "EUR",
        },
        1,
    ),
)  # fmt: skip


def read(text: Text) -> Document:
    """The document that the kind makes of a text, with its checks."""
    extract = KIND.extract(text, "d")
    bare = Document(
        id="d", file="f", sha256="0", kind="invoice", strength=1.0, fields=extract.fields, rows=extract.rows
    )
    return Document(
        id="d",
        file="f",
        sha256="0",
        kind="invoice",
        strength=1.0,
        fields=extract.fields,
        rows=extract.rows,
        findings=KIND.check(bare),
    )


@pytest.mark.parametrize(("name", "text", "fields", "rows"), EXPECTED, ids=[one[0] for one in EXPECTED])
def test_every_field_of_an_invoice_is_read(name: str, text: Text, fields: Mapping[str, str], rows: int) -> None:
    known = classify(text)
    assert isinstance(known, Known), name
    assert known.kind.name == "invoice"
    document = read(text)
    found = {field: one.value for field, one in document.fields.items() if field in KIND.fields}
    assert found == fields
    assert len(document.rows) == rows
    for check in ("net_plus_tax", "rows_sum", "line_products", "tax_rate"):
        finding = document.finding(check)
        assert finding is not None
        assert finding.result is CheckResult.NOT_FOUND, (check, finding)


def test_the_rows_hold_goods_quantity_price_and_amount() -> None:
    first = read(AMERICAN).rows[0].cells
    assert dict(first) == {
        "description": "Oak boards 2m",
        "quantity": "10",
        "unit_price": "24.50",
        "net_amount": "245.00",
    }


def test_a_changed_total_is_found() -> None:
    lines = ("Total      $816.50", "Balance Due      $816.50")
    text = typed(
        "Harbor Point Supply LLC", "INVOICE", "Invoice #: HP-1", "Date: 03/09/2025", "Bill To: Birch & Sons",
        "Description                     Qty      Unit Price       Amount",
        "Oak boards 2m                    10          $24.50       $245.00",
        "Subtotal      $245.00", "Sales Tax      $16.50", *lines,
    )  # fmt: skip
    finding = read(text).finding("net_plus_tax")
    assert finding is not None
    assert finding.result is CheckResult.FOUND
    assert (finding.expected, finding.actual) == ("261.50", "816.50")


def test_a_wrong_account_number_is_found() -> None:
    finding = read(typed("Rechnung Nr. 12", "IBAN: DE88 3704 0044 0532 0130 00")).finding("iban")
    assert finding is not None
    assert finding.result is CheckResult.FOUND


@pytest.mark.parametrize(
    "lines",
    [
        (
            "TAX INVOICE",
            "Invoice No: 0034867",
            "CASHIER: NINI",
            "Milk 1  2.50",
            "TOTAL 2.50",
            "CASH 5.00",
            "CHANGE 2.50",
        ),
        ("Purchase Order", "PO Number: 4711", "Vendor: Fenwick Ltd", "Total 300.00", "Invoice to: Old Mill Hotel"),
        ("Dear Ms Hale,", "thank you for your invoice of 3 March. We shall pay 300.00 next week.", "Yours sincerely"),
        ("Mahnung", "Rechnung Nr. 2025-0117 vom 02.04.2025 ist noch offen: 3.040,45 €", "Bitte zahlen Sie."),
        ("Lieferschein", "Nr. 471", "Kunde: Praxis Dr. Lindner", "Regal Eiche 2 Stück", "Rechnung folgt."),
    ],
)
def test_other_papers_are_no_invoices(lines: tuple[str, ...]) -> None:
    assert not isinstance(classify(typed(*lines)), Known)


SCRAPS = st.sampled_from(
    ["Invoice", "Rechnung Nr.", "Total", "netto", "19 %", "1.234,56", "€", "VAT", "Bill To:", "12/03/2025",
     "DE123456789", "IBAN DE89", "Menge", "Preis", "Betrag", "Description", "Qty", "Amount", "0,00", "-5.00", "名称：",
     "facture n°", "#"]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(st.lists(st.lists(SCRAPS | st.text(max_size=12), max_size=6), max_size=12))
def test_no_text_makes_it_fail(lines: list[list[str]]) -> None:
    text = typed(*(" ".join(line) for line in lines))
    assert 0 <= KIND.evidence(text) <= 1
    read(text)
