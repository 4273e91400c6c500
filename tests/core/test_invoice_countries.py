"""Invoices of countries and makers whose words and arrangements no other test has."""

from __future__ import annotations

import pytest

from ocr.classify import Known, classify
from ocr.kinds import invoice
from tests.core.drawn_text import typed

PAPERS = {
    "pt_fatura": (
        """
Padaria do Largo, Lda.                                       Fatura FT 2025/118
Rua das Flores, 12                                           Original
4000-111 Porto
NIF: 501964843                          Exmo.(s) Sr.(s)
                                        Cafés Atlântico, S.A.
                                        Av. da Liberdade, 200
                                        1250-147 Lisboa

V/ N.º Contrib.     Data         Vencimento      Condições
507957547           2025-03-14   2025-04-13      30 dias

Artigo   Descrição                 Qtd.    Pr. Unit.    IVA     Total
A1       Pão de forma              100     1,20         6       120,00
A2       Bolo rei                   10     14,00        6       140,00

Total ilíquido                              260,00
Total IVA                                    15,60
Total (EUR)                                 275,60
IBAN: PT50 0002 0123 1234 5678 9015 4
""",
        {
            "invoice_number": "FT 2025/118",
            "invoice_date": "2025-03-14",
            "due_date": "2025-04-13",
            "seller_name": "Padaria do Largo, Lda.",
            "buyer_name": "Cafés Atlântico, S.A.",
            "seller_tax_id": "501964843",
            "buyer_tax_id": "507957547",
            "net_amount": "260.00",
            "tax_amount": "15.60",
            "total_amount": "275.60",
            "currency": "EUR",
            "iban": "PT50000201231234567890154",
        },
    ),
    "ca_quebec": (
        """
Érablière Gagnon inc.                          FACTURE / INVOICE
1450, rang Saint-Louis                         No : 004417
Sainte-Foy (Québec) G2E 1A1                    Date : 2025-05-06
                                               Échéance / Due : 2025-06-05
Vendu à / Sold to                     Livré à / Ship to
Épicerie Verdun ltée                  Épicerie Verdun ltée
55, rue Wellington                    Quai 3
Montréal (Québec) H4G 1V7             Montréal (Québec)

Qté    Description                    Prix        Montant
24     Sirop d'érable 540 ml          8,50        204,00
10     Beurre d'érable                6,75         67,50
                              Sous-total / Subtotal      271,50
                              TPS / GST 5 %               13,58
                              TVQ / QST 9,975 %           27,08
                              Total                     312,16 $
TPS 123456782 RT0001    TVQ 1012345678 TQ0001
""",
        {
            "invoice_number": "004417",
            "invoice_date": "2025-05-06",
            "due_date": "2025-06-05",
            "seller_name": "Érablière Gagnon inc.",
            "buyer_name": "Épicerie Verdun ltée",
            "net_amount": "271.50",
            "tax_amount": "40.66",
            "total_amount": "312.16",
            "currency": "CAD",
        },
    ),
    "hk_bilingual": (
        """
大成五金有限公司
TAI SHING HARDWARE COMPANY LIMITED
Flat C, 5/F, 88 Fuk Wa Lane, Sham Kok, Kowloon
                        發票 INVOICE
客戶 Customer : GOLDEN CARP RESTAURANT LIMITED      發票號碼 Invoice No. : H25-0771
地址 Address  : 12 Wing Hing Street, Aberdale       日期 Date : 2025/11/04
                                                    到期日 Due Date : 2025/12/04
項目 Item   貨品名稱 Description       數量 Qty    單價 Unit Price    金額 Amount
1           Door hinge 門鉸            50          12.80              640.00
2           Lock set 門鎖              6           155.00             930.00
                                              總額 TOTAL HK$        1,570.00
Please make cheque payable to "TAI SHING HARDWARE COMPANY LIMITED"
""",
        {
            "invoice_number": "H25-0771",
            "invoice_date": "2025-11-04",
            "due_date": "2025-12-04",
            "seller_name": "TAI SHING HARDWARE COMPANY LIMITED",
            "buyer_name": "GOLDEN CARP RESTAURANT LIMITED",
            "total_amount": "1570.00",
            "currency": "HKD",
        },
    ),
    "cz_faktura": (
        """
FAKTURA - DAŇOVÝ DOKLAD č. 2025060123
Dodavatel:                              Odběratel:
Truhlářství Dvořák s.r.o.               Pekařství U Mlýna a.s.
Lipová 18                               Náměstí Míru 4
602 00 Brno                             110 00 Praha
IČ: 25596641                            IČ: 27082440
DIČ: CZ25596641                         DIČ: CZ27082440

Datum vystavení:        04.06.2025
Datum splatnosti:       18.06.2025
Datum zdan. plnění:     02.06.2025
Forma úhrady:           převodem
Účet: 2000145399/0800   IBAN: CZ6508000000192000145399

Označení dodávky            Množství   Cena      DPH%    Celkem
Kuchyňská linka             1          45 000,00  21     45 000,00
Montáž                      8             650,00  21      5 200,00
Základ DPH  50 200,00   DPH 21%   10 542,00
Celkem k úhradě                            60 742,00 Kč
""",
        {
            "invoice_number": "2025060123",
            "invoice_date": "2025-06-04",
            "due_date": "2025-06-18",
            "seller_name": "Truhlářství Dvořák s.r.o.",
            "buyer_name": "Pekařství U Mlýna a.s.",
            "seller_tax_id": "CZ25596641",
            "buyer_tax_id": "CZ27082440",
            "net_amount": "50200.00",
            "tax_amount": "10542.00",
            "total_amount": "60742.00",
            "currency": "CZK",
            "iban": "CZ6508000000192000145399",
        },
    ),
    "uk_sage": (
        """
Wychwood Timber Ltd                                    INVOICE
4 Old Brewery Yard
Penbury PB12 9TN                                       Page 1
VAT Reg No. GB 980 7806 84
                                                       Invoice No.       48213
Halcyon Freight LLP                                    Invoice/Tax Date  02/05/2025
Accounts Payable                                       Cust. Order No.   PO 5521
12 Station Parade                                      Account No.       HALC001
Harrowby HX3 7QD

Quantity    Details                  Unit Price    Disc Amt     Net Amount    VAT %   VAT
12.00       Redwood PSE 21x95        8.40          0.00         100.80        20.00   20.16
5.00        OSB3 sheet               18.20         0.00          91.00        20.00   18.20

                                           Total Net Amount      191.80
                                           Carriage Net            0.00
                                           Total VAT Amount       38.36
                                           Invoice Total         230.16
Payment due by 01/06/2025. Goods remain the property of Wychwood Timber Ltd until paid.
""",
        {
            "invoice_number": "48213",
            "invoice_date": "2025-05-02",
            "due_date": "2025-06-01",
            "seller_name": "Wychwood Timber Ltd",
            "buyer_name": "Halcyon Freight LLP",
            "seller_tax_id": "GB980780684",
            "net_amount": "191.80",
            "tax_amount": "38.36",
            "total_amount": "230.16",
        },
    ),
    "us_freelance": (
        """
Keisha Boudreaux
Brand & packaging design
118 W Juniper Street, Fairhope, OH 44701 | keisha@kbdesign.example | (555) 014-2213

INVOICE #2025-031                                      March 3, 2025

Prepared for Cedar Fork Brewing LLC, 40 Old Mill Road, Mesa Verde, AZ 85299

Label illustration, series of four                       $2,400.00
Pre-press and proofing                                     $350.00
Total                                                    $2,750.00
Less deposit received                                     -$500.00
Balance due by March 31, 2025                            $2,250.00
Checks to Keisha Boudreaux, please.
""",
        {
            "invoice_number": "2025-031",
            "invoice_date": "2025-03-03",
            "due_date": "2025-03-31",
            "seller_name": "Keisha Boudreaux",
            "buyer_name": "Cedar Fork Brewing LLC",
            "total_amount": "2750.00",
            "currency": "USD",
        },
    ),
    "be_two": (
        """
FACTUUR / FACTURE                                   Nr. / N° 2025-0771
                                                    Datum / Date 04/06/2025
Klant / Client                                      Vervaldatum / Échéance 04/07/2025
Brouwerij De Zwaan NV
Kerkstraat 9
9000 Gent
BTW / TVA BE 0403.170.701

Omschrijving / Description      Aantal / Qté    Prijs / Prix     Totaal / Total
Etiketten 4 kleuren             5000            0,12             600,00
Opmaak                          3               85,00            255,00

Maatstaf / Base 855,00     BTW 21 % TVA 179,55    Te betalen / À payer 1.034,55 EUR

Drukkerij Van Loo BV - Nijverheidslaan 4 - 2000 Antwerpen - BTW BE 0417.497.106 - IBAN BE68 5390 0754 7034
""",
        {
            "invoice_number": "2025-0771",
            "invoice_date": "2025-06-04",
            "due_date": "2025-07-04",
            "seller_name": "Drukkerij Van Loo BV",
            "buyer_name": "Brouwerij De Zwaan NV",
            "seller_tax_id": "BE0417497106",
            "buyer_tax_id": "BE0403170701",
            "net_amount": "855.00",
            "tax_amount": "179.55",
            "total_amount": "1034.55",
            "currency": "EUR",
            "iban": "BE68539007547034",
        },
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_an_invoice_of_any_country_is_read(name: str) -> None:
    print_, stated = PAPERS[name]
    text = typed(*print_.strip("\n").split("\n"), step=0.022, letter=0.008)
    found = classify(text)
    assert isinstance(found, Known)
    assert found.kind.name == "invoice"
    fields = invoice.extract(text, "i").fields
    assert {field: fields[field].value for field in stated if field in fields} == stated


def test_a_name_is_less_sure_without_a_label_or_a_legal_form() -> None:
    def sure(name: str, field: str) -> float:
        text = typed(*PAPERS[name][0].strip("\n").split("\n"), step=0.022, letter=0.008)
        return invoice.extract(text, "i").fields[field].confidence

    assert sure("cz_faktura", "buyer_name") == 0.99
    assert sure("uk_sage", "buyer_name") < 0.93
    assert sure("uk_sage", "seller_name") < 0.98


def test_taxes_of_two_authorities_and_a_rounding_add_up() -> None:
    text = typed(
        "Tax Invoice                    Invoice No. KE/80/25-26",
        "Goods                                    9,097.83",
        "Taxable value                            9,097.83",
        "CGST          9 %                          818.80",
        "SGST          9 %                          818.80",
        "Less: Round Off                           (-)0.43",
        "Total                                  ₹ 10,735.00",
    )
    fields = invoice.extract(text, "i").fields
    assert fields["tax_amount"].value == "1637.60"
    assert fields["total_amount"].value == "10735.00"


def test_a_label_that_owns_the_next_word_names_nobody() -> None:
    text = typed("Invoice No. 7", "Buyer's Order No.", "PO/118", "Buyer (Bill to)", "Rao Traders", "Old Road 7")
    assert invoice.extract(text, "i").fields["buyer_name"].value == "Rao Traders"
