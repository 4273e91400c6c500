"""What bills for electricity, gas, water and telephone call things, in English, German, French and Chinese."""

from __future__ import annotations

from ocr.wording import Wording

SUPPLY = Wording.of(
    "kwh", "meter reading", "meter readings", "meter number", "meter no", "standing charge", "unit rate", "tariff",
    "mpan", "mprn",
    "supply number", "electricity", "natural gas", "gas supply", "water supply", "wastewater", "sewerage", "sewer",
    "surface water",
    "broadband", "line rental", "landline", "call charges", "data usage", "mobile plan", "kilowatt", "therms", "ccf",
    "usage charges",
    "service period", "service address", "supply address", "previous reading", "current reading", "previous read",
    "meter", "m³", "m3",
    "cubic metres", "zählerstand", "zählernummer", "verbrauch", "grundpreis", "arbeitspreis", "strom", "erdgas",
    "stromverbrauch",
    "abschlag", "lieferstelle", "verbrauchsstelle", "marktlokation", "zähler nr", "trinkwasser", "abwasser",
    "électricité", "compteur",
    "consommation", "abonnement", "用电量", "电费", "水费", "用水量", "燃气", "用气量", "抄表", "电表", "水表",
    "户号", "度数", "宽带", "话费",
    "供电",
)  # fmt: skip
BILL = Wording.of(
    "bill", "invoice", "statement", "your electricity", "your gas", "your water", "rechnung", "abrechnung",
    "jahresabrechnung", "facture",
    "账单", "通知单", "缴费", "电费单", "发票",
)  # fmt: skip
AMOUNT_DUE = Wording.of(
    "total amount due", "amount due", "total due", "total to pay", "please pay", "amount to pay", "balance due",
    "total balance due",
    "pay this amount", "amount payable", "total payable", "total charges due", "new balance", "total amount payable",
    "current amount due",
    "to pay", "you owe", "total bill", "total this bill", "total new charges", "zu zahlen", "zu zahlender betrag",
    "rechnungsbetrag",
    "gesamtbetrag", "nachzahlung", "zahlbetrag", "endbetrag", "montant à payer", "total à payer", "net à payer",
    "应缴金额", "应付金额",
    "本期应缴", "应缴电费", "应缴水费", "应交金额", "合计金额", "应付总额", "应缴费用", "本期账单金额", "总金额",
)  # fmt: skip
BILL_DATE = Wording.of(
    "bill date", "date of bill", "statement date", "invoice date", "billing date", "issue date", "date issued",
    "date of issue",
    "bill issued", "date of invoice", "tax point", "rechnungsdatum", "datum", "date de facture", "date de la facture",
    "账单日期",
    "出账日期", "开票日期", "打印日期", "制单日期", "发行日期",
)  # fmt: skip
ADDRESS = Wording.of(
    "supply address", "service address", "property address", "premises", "service for", "service location",
    "address of supply",
    "lieferstelle", "verbrauchsstelle", "lieferadresse", "adresse de livraison", "用电地址", "用水地址", "用气地址",
    "地址", "客户地址",
    "安装地址",
)  # fmt: skip
HOLDER = Wording.of(
    "account holder", "customer name", "account name", "name of customer", "customer", "bill to", "billed to",
    "kunde", "kundenname",
    "vertragspartner", "titulaire", "户名", "客户名称", "用户名称", "客户姓名", "用户名",
)  # fmt: skip
