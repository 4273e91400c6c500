"""Bills of countries and suppliers whose words and arrangements no other test has."""

from __future__ import annotations

import pytest

from ocr.classify import Known, classify
from ocr.kinds import utility_bill
from tests.core.drawn_text import typed

PAPERS = {
    "nl_jaarnota": (
        """
Waterlicht Energie B.V.                           Jaarnota elektriciteit en gas
Postbus 900
3499 ZX Oudeveen
                                                  Klantnummer      8831002
Bakkerij De Gouden Aar                            Factuurnummer    2025-88121
Lange Dijk 5                                      Factuurdatum     14-02-2025
1899 QK Westerzand                                Vervaldatum      28-02-2025

Leveringsadres: Lange Dijk 5, 1899 QK Westerzand
Verbruiksperiode 01-02-2024 t/m 31-01-2025
Elektriciteit 9.221 kWh                           2.881,20
Gas 1.204 m³                                      1.644,90
Netbeheerkosten                                     402,11
Totaal incl. btw                                  4.928,21
Reeds betaald (voorschotten)                     -4.500,00
Te betalen                                       € 428,21
Uw nieuw termijnbedrag wordt                     € 411,00
""",
        {
            "provider": "Waterlicht Energie B.V.",
            "account_holder": "Bakkerij De Gouden Aar",
            "address": "Lange Dijk 5, 1899 QK Westerzand",
            "bill_date": "2025-02-14",
            "amount_due": "428.21",
        },
    ),
    "pt_luz": (
        """
Luz do Norte, S.A.                       Fatura nº 10/2025/00221
                                         Data de emissão: 05 de março de 2025
                                         Exmo(a). Sr(a).
                                         Helena Prates Moura
                                         Rua das Flores 12, 2.º Esq.
                                         4000-111 Porto
N.º cliente 220199
Local de consumo: Rua das Flores 12, 2.º Esq., 4000-111 Porto
Eletricidade  Potência contratada 6,9 kVA           14,20
Consumo 312 kWh                                     55,61
IVA                                                 12,02
Valor a pagar                                       81,83 €
Data limite de pagamento: 26 de março de 2025
""",
        {
            "provider": "Luz do Norte, S.A.",
            "account_holder": "Helena Prates Moura",
            "address": "Rua das Flores 12, 2.º Esq., 4000-111 Porto",
            "bill_date": "2025-03-05",
            "amount_due": "81.83",
        },
    ),
    "au_power": (
        """
JACARANDA ENERGY                         Tax Invoice
ABN 51 824 753 556
MR DARCY HOLLOWAY                        Account number     7001 2291
12 STATION STREET                        Invoice number     88120021
PORT JARRAH QLD 4999                     Issue date         3 Jun 2025
                                         Supply address     12 STATION STREET PORT JARRAH QLD 4999
Your electricity account
Previous balance                         $310.22
Payments received                        $310.22 cr
Balance brought forward                  $0.00
New charges                              $287.44
GST                                      $28.74
Total amount due                         $316.18
Due date 24 Jun 2025
""",
        {
            "provider": "JACARANDA ENERGY",
            "account_holder": "MR DARCY HOLLOWAY",
            "address": "12 STATION STREET, PORT JARRAH QLD 4999",
            "bill_date": "2025-06-03",
            "amount_due": "316.18",
        },
    ),
    "at_strom": (
        """
Alpenstrom Vertriebs GmbH                     Rechnung über Stromlieferung
Herrn
Torsten Petersen                              Kundennummer: 7718 220
Mühlenwall 12                                 Rechnungsnummer: 90011822
6020 Innsbruck                                Rechnungsdatum: 11.04.2025
Anlagenadresse: Mühlenwall 12, 6020 Innsbruck
Zählpunkt AT0010000000000000001000000012345
Energieverbrauch 3.120 kWh                    612,40 EUR
Netzgebühren                                  290,11 EUR
Summe netto                                   902,51 EUR
20% USt                                       180,50 EUR
Gesamtbetrag                                1.083,01 EUR
bezahlte Teilbeträge                         -960,00 EUR
Ihre Nachzahlung                              123,01 EUR
Der Betrag wird am 25.04.2025 von Ihrem Konto abgebucht. Neuer Teilbetrag ab Mai: 92,00 EUR
""",
        {
            "provider": "Alpenstrom Vertriebs GmbH",
            "account_holder": "Torsten Petersen",
            "address": "Mühlenwall 12, 6020 Innsbruck",
            "bill_date": "2025-04-11",
            "amount_due": "123.01",
        },
    ),
    "ca_hydro": (
        """
Thousand Lakes Hydro
Your account number          Billing date            Amount due
220 113 4402                 March 7, 2025           $212.66
Pay by
March 28, 2025
DAVID LACHANCE
41 MAPLEVIEW CRES
KITCHENER ON N2E 3P8
Service address: 41 Mapleview Cres, Kitchener ON N2E 3P8
Electricity 812 kWh     $118.40
Delivery                $61.22
HST                     $33.04
What you used, what you owe
Previous amount due $190.11   Payments $190.11CR
""",
        {
            "provider": "Thousand Lakes Hydro",
            "account_holder": "DAVID LACHANCE",
            "address": "41 MAPLEVIEW CRES, KITCHENER ON N2E 3P8",
            "bill_date": "2025-03-07",
            "amount_due": "212.66",
        },
    ),
    "fr_eau": (
        """
Eaux du Ponant
12 quai du Moulin - 44999 Port-Louis
                                          Mme Capucine Marchais
                                          3 place du Marché
                                          69999 Saint-Aubin
Facture d'eau n° 2025-0091882
éditée le 17 avril 2025
Références client : 77-1182-3
Abonné : Mme Capucine Marchais
Adresse desservie : 3 place du Marché, 69999 Saint-Aubin
Abonnement                          22,10
Consommation 48 m³                  91,20
Collecte et traitement des eaux usées 60,12
TOTAL TTC                          182,98 €
Prélèvement de 182,98 € le 5 mai 2025
""",
        {
            "provider": "Eaux du Ponant",
            "account_holder": "Mme Capucine Marchais",
            "address": "3 place du Marché, 69999 Saint-Aubin",
            "bill_date": "2025-04-17",
            "amount_due": "182.98",
        },
    ),
    "cn_telecom": (
        """
江海移动通信有限公司
客户账单
客户名称：佛山瑞丰纺织有限公司
业务号码：13800138000      账期：2025年02月
计费周期：2025/02/01-2025/02/28    出账日期：2025/03/03
通信地址：佛山市南海区文昌街8号
费用项目           金额（元）
套餐及固定费        199.00
流量费              20.00
语音通信费          12.35
本期费用合计        231.35
已付金额             31.35
本期应付            200.00
""",
        {
            "provider": "江海移动通信有限公司",
            "account_holder": "佛山瑞丰纺织有限公司",
            "address": "佛山市南海区文昌街8号",
            "bill_date": "2025-03-03",
            "amount_due": "200.00",
        },
    ),
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_bill_of_any_country_is_read(name: str) -> None:
    print_, stated = PAPERS[name]
    text = typed(*print_.strip("\n").split("\n"), step=0.022, letter=0.008)
    found = classify(text)
    assert isinstance(found, Known)
    assert found.kind.name == "utility_bill"
    fields = utility_bill.extract(text, "b").fields
    assert {field: fields[field].value for field in stated if field in fields} == stated


def test_a_day_between_a_sum_and_its_caption_hides_neither() -> None:
    text = typed(
        "Talheimer Energie AG                Ihre Stromrechnung",
        "Verbrauch 4.374 kWh",
        "Rechnungsbetrag brutto              1.631,42 EUR",
        "abzüglich gezahlter Abschläge      -1.380,00 EUR",
        "Nachzahlung, fällig am 10.02.2025     251,42 EUR",
        "Ihr neuer monatlicher Abschlag beträgt ab Februar 127,00 EUR",
    )
    assert utility_bill.extract(text, "b").fields["amount_due"].value == "251.42"


def test_a_name_by_its_place_alone_is_less_sure() -> None:
    text = typed(*PAPERS["ca_hydro"][0].strip("\n").split("\n"), step=0.022, letter=0.008)
    fields = utility_bill.extract(text, "b").fields
    assert fields["account_holder"].confidence < 0.95
    assert fields["provider"].confidence < 0.95
    assert fields["address"].confidence == 0.99
