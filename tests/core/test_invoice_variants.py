"""Invoices as issuers of many countries lay them out and word them."""

from __future__ import annotations

import pytest

from ocr.classify import Known, classify
from ocr.kinds import invoice, utility_bill
from tests.core.drawn_text import typed

DUTCH = (
    "De Groene Tuin V.O.F.                      Factuur",
    "Stationsweg 5",
    "3511 ED Utrecht",
    "BTW-nummer: NL387784080B01                 Factuurnr.: FA-2025",
    "                                           Factuurdatum: 16-09-2025",
    "Gefactureerd aan                           Betalen voor: 23-09-2025",
    "Bakker Installatie B.V.",
    "Keizersgracht 120",
    "1015 CW Amsterdam",
    "",
    "Omschrijving            Aantal     Prijs       Bedrag",
    "Reiskosten                   5    217,89     1.089,45",
    "Totaal excl. btw                             1.089,45",
    "21% btw                                        228,78",
    "Totaal                                       1.318,23 €",
)
ITALIAN = (
    "Ceramiche Ferrara S.p.A.                   FATTURA ACCOMPAGNATORIA n. 12184",
    "Via Roma 15                                Data: 28/04/2025",
    "20121 Milano (MI)                          Scadenza: 28/05/2025",
    "P.IVA: 14209340158",
    "",
    "Spett.le",
    "Moda Verdi Srl",
    "Corso Garibaldi 8",
    "10122 Torino TO",
    "",
    "Descrizione             Quantità   Prezzo     Importo",
    "Consulenza                    27   110,79    2.991,33",
    "Imponibile                                   2.991,33",
    "IVA 22%                                        658,09",
    "Totale fattura                               3.649,42 EUR",
)
SPANISH = (
    "Talleres Romero S.L.                       Factura de venta",
    "Avda. Diagonal 405                         Núm. factura: RE005015",
    "08008 Barcelona                            Fecha de expedición: 02 de septiembre de 2025",
    "N.I.F.: B03082468                          Vence el: 02 de octubre de 2025",
    "",
    "Facturar a:",
    "Suministros Iberia SL",
    "Calle Mayor 22, 3º B",
    "28013 Madrid",
    "",
    "Concepto                Cantidad   Precio     Importe",
    "Mano de obra                  36   279,71   10.069,56",
    "Base imponible                              10.069,56",
    "IVA (21%)                                    2.114,61",
    "Total factura                               12.184,17 €",
    "Anticipo                                    -4.000,00 €",
    "Importe pendiente                            8.184,17 €",
)
AUSTRALIAN = (
    "Redgum Carpentry                           Tax Invoice",
    "Level 3, 40 Queen St",
    "Brisbane QLD 4000                          Invoice No.: SI-0049203",
    "ABN: 12 076 696 686                        Issued: 06/07/2025",
    "                                           Due: 05/08/2025",
    "Bill to:",
    "Coastal Decks Pty Ltd",
    "12 Beach Road",
    "Bondi NSW 2026",
    "",
    "Description             Qty      Rate        Amount",
    "Monthly support          19   $192.61     $3,659.59",
    "Total inc GST                             $3,659.59",
    "Includes GST of                             $332.69",
)
EXPORT = (
    "Yiwu Golden Star Import & Export Co., Ltd",
    "No. 88 Jiangnan Road",
    "Ningbo 315000, China",
    "商业发票 COMMERCIAL INVOICE",
    "买方 Buyer:",
    "SUZHOU TIANYUAN MACHINERY",
    "CO., LTD.",
    "Room 1203, Futian Building",
    "",
    "发票号码 Invoice No.     日期 Date       S/C No.",
    "FA202529938              06-Jan-25       SC25-119",
    "",
    "货物名称 Description     数量 Qty   单价 Unit price   金额 Amount",
    "LED Flood Light 50W      11         224.11            2,465.21",
    "合计 Total                                        USD 2,465.21",
)
SOLICITOR = (
    "Thackeray Birch Solicitors LLP",
    "181 Station Parade, Penbury PB12 9TN",
    "",
    "Moorside Dairy Ltd                         Bill number 582494",
    "11 Station Parade                          Tax point 21 April 2026",
    "Little Marsden LM1 4ZA                     Our ref TB/52180.5",
    "",
    "Our charges for acting                        4,594.00",
    "Total exclusive of VAT                        4,594.00",
    "VAT at 20%                                      918.80",
    "Total of this bill                           £5,512.80",
    "This bill is payable by 19 May 2026. Client account: 61-11-68, 92632234.",
)
VALUES = (
    (
        DUTCH,
        {
            "invoice_number": "FA-2025",
            "invoice_date": "2025-09-16",
            "due_date": "2025-09-23",
            "seller_name": "De Groene Tuin V.O.F.",
            "buyer_name": "Bakker Installatie B.V.",
            "seller_tax_id": "NL387784080B01",
            "net_amount": "1089.45",
            "tax_amount": "228.78",
            "total_amount": "1318.23",
        },
    ),
    (
        ITALIAN,
        {
            "invoice_number": "12184",
            "invoice_date": "2025-04-28",
            "due_date": "2025-05-28",
            "seller_tax_id": "14209340158",
            "buyer_name": "Moda Verdi Srl",
            "total_amount": "3649.42",
        },
    ),
    (
        SPANISH,
        {
            "invoice_number": "RE005015",
            "invoice_date": "2025-09-02",
            "due_date": "2025-10-02",
            "seller_tax_id": "B03082468",
            "buyer_name": "Suministros Iberia SL",
            "total_amount": "12184.17",
        },
    ),
    (
        AUSTRALIAN,
        {
            "invoice_date": "2025-07-06",
            "due_date": "2025-08-05",
            "seller_name": "Redgum Carpentry",
            "buyer_name": "Coastal Decks Pty Ltd",
            "seller_tax_id": "12076696686",
            "tax_amount": "332.69",
            "total_amount": "3659.59",
            "currency": "AUD",
        },
    ),
    (
        EXPORT,
        {
            "invoice_number": "FA202529938",
            "invoice_date": "2025-01-06",
            "seller_name": "Yiwu Golden Star Import & Export Co., Ltd",
            "buyer_name": "SUZHOU TIANYUAN MACHINERY CO., LTD.",
            "total_amount": "2465.21",
            "currency": "USD",
        },
    ),
    (
        SOLICITOR,
        {
            "invoice_number": "582494",
            "invoice_date": "2026-04-21",
            "due_date": "2026-05-19",
            "seller_name": "Thackeray Birch Solicitors LLP",
            "buyer_name": "Moorside Dairy Ltd",
            "net_amount": "4594.00",
            "total_amount": "5512.80",
        },
    ),
)


@pytest.mark.parametrize(("lines", "values"), VALUES, ids=("nl", "it", "es", "au", "cn", "solicitor"))
def test_what_issuers_of_many_countries_print(lines: tuple[str, ...], values: dict[str, str]) -> None:
    text = typed(*lines)
    told = classify(text)
    assert isinstance(told, Known)
    assert told.kind.name == "invoice"
    fields = invoice.KIND.extract(text, "one").fields
    assert {name: fields[name].value if name in fields else "" for name in values} == values


def test_an_iban_that_goes_on_in_the_next_line() -> None:
    lines = (*SOLICITOR, "Please pay to the account GB14 NMBK 3853", "5390 9634 64, quoting the bill's number.")
    assert invoice.KIND.extract(typed(*lines), "one").fields["iban"].value == "GB14NMBK38535390963464"


def test_a_number_that_another_caption_heads_is_none_of_the_invoice() -> None:
    lines = (
        "                  Customer ID     No.            Billed On",
        "INVOICE           10442           SI-0061243     10/06/2025",
        *SOLICITOR[7:11],
    )
    assert invoice.KIND.extract(typed(*lines), "one").fields["invoice_number"].value == "SI-0061243"


def test_an_electrician_s_invoice_is_no_bill_for_electricity() -> None:
    lines = (
        "Lindner Elektro GmbH                 Rechnung",
        "Am Markt 3, 20095 Hamburg            Rechnungsnummer: RE-12",
        "Rechnung an:                         Datum: 05.02.2026",
        "Muster Handels GmbH",
        "Beschreibung            Menge     Einzelpreis     Gesamtpreis",
        "Zähler für Strom setzen     1          120,00          120,00",
        "Zähler Nr. prüfen           1           80,00           80,00",
        "Zu zahlender Betrag                                    200,00 €",
    )
    text = typed(*lines)
    assert utility_bill.KIND.evidence(text) < 0.5 < invoice.KIND.evidence(text)
