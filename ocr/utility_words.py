"""What only suppliers of electricity, gas, water and telephone speak of, in English, German, French and Chinese."""

from __future__ import annotations

import re

from ocr.wording import Wording

SUPPLY = Wording.of(
    *("kwh", "meter reading", "meter readings", "meter number", "meter no", "meter serial", "standing charge"),
    *("mpan", "unit rate", "tariff", "mprn", "supply number", "electricity", "natural gas", "gas supply"),
    *("water supply", "wastewater", "sewerage", "sewer", "surface water", "broadband", "line rental"),
    *("landline", "call charges", "data usage", "mobile plan", "kilowatt", "therms", "ccf", "usage charges"),
    *("service period", "service address", "supply address", "previous reading", "current reading"),
    *("present reading", "previous read", "current read", "cubic metres", "stormwater", "data allowance"),
    *("energy charge", "gas used", "water used", "energy used", "charging period", "council tax"),
    *("property band", "valuation band", "police and crime commissioner", "meter point", "rate class"),
    *("fuel charge", "distribution charge", "line speed", "roaming", "meter reads", "zählerstand"),
    *("zählernummer", "verbrauch", "grundpreis", "arbeitspreis", "strom", "erdgas", "gasverbrauch"),
    *("stromverbrauch", "stromrechnung", "gasrechnung", "lieferstelle", "verbrauchsstelle", "marktlokation"),
    *("zähler nr", "zähler", "trinkwasser", "abwasser", "niederschlagswasser", "netzentgelt*", "netznutzung"),
    *("messstellenbetrieb", "stromsteuer", "mobilfunk*", "festnetz*", "datenvolumen", "fernwärme"),
    *("internetanschluss", "telefonrechnung", "wasserverbrauch", "telefonanschluss", "abschlagsbetrag", "dsl"),
    *("électricité", "compteur", "consommation", "heures creuses", "point de livraison", "eau potable"),
    *("assainissement", "forfait mobile", "hors forfait", "index de relève", "heures pleines", "用电量", "电费"),
    *("水费", "用水量", "燃气", "用气量", "气费", "抄表", "电表", "水表", "气表", "户号", "度数", "宽带"),
    *("话费", "供电", "电量", "电价", "自来水", "污水处理费", "天然气", "套餐", "通信费", "流量", "用户编号"),
    *("用水地址", "用电地址", "用气地址", "上期读数", "本期读数", "上次示数", "本次示数", "表底", "计费周期"),
    *("滞纳金", "违约金", "千瓦时", "立方米", "供热", "采暖费", "热费", "装机地址", "本期止码", "上期止码"),
    *("general rate", "general rates", "waste management charge", "capital improved value", "site value"),
    *("land rates", "rate notice", "rates notice", "rates and charges", "nmi", "mirn", "peak usage"),
    *("off peak usage", "supply charge", "daily supply charge", "fuel clause", "fuel clause charge", "idd"),
    *("kwh used", "therms used", "recycling charge", "garbage", "sanitation", "customer charge"),
    *("basic service charge", "meter charge", "line charge", "data plan", "5g", "fibre broadband"),
    *("internet plan", "phone line", "voice line", "sms", "schmutzwasser", "grundgebühr", "wassergebühr*"),
    *("kanalgebühr*", "abwassergebühr*", "müllgebühr*", "gebührenbescheid", "abfallgebühr*"),
    *("jahresrechnung erdgas", "erdgasrechnung", "wärmerechnung", "stromtarif", "gaszähler", "stromzähler"),
    *("wasserzähler", "zählerstände", "mindestumsatz", "inklusivvolumen", "distribution de l'eau", "eaux usées"),
    *("collecte et traitement", "gaz naturel", "turpe", "cspe", "accise sur l'électricité"),
    *("contribution au service public", "relevé de compteur", "eau", "communications hors forfait"),
    *("forfait internet", "abonnement internet", "index relevé", "redevance*", "用電量", "電費", "水費", "煤氣"),
    *("電表", "基本月費", "燃料調整費", "寬頻", "月費", "气价", "水价", "用水性质", "阶梯", "峰谷", "尖峰"),
    *("有功", "无功", "力率", "基本电费", "物业", "电表号", "水表号", "气表号", "glasfaser*", "router miete"),
    *("feste ip", "mbit*", "telekommunikation*", "sim karte", "breitband*", "telephone charges", "mbps", "wifi"),
    *("wi fi", "cable tv", "digital tv", "regular monthly charges", "for service at", "services from", "utility tax"),
    *("rateable value", "non domestic rate*", "rate demand", "gross rates", "small business supplement", "rates bill"),
    *(
        "business rates",
        "sewage charge",
        "water charge",
        "排污費",
        "水錶",
        "franchise fee",
        "regulatory recovery fee",
        "universal service",
        "meter rent",
        "meter rental",
    ),
    *("energía consumida", "potencia contratada", "potencia facturada", "cups", "punto de suministro", "electricidad"),
    *("comercializadora", "término fijo", "término variable", "impuesto sobre electricidad", "alquiler de contador"),
    *("peaje*", "gas natural", "lectura", "materia energia", "materia gas naturale", "gas naturale", "smc", "pdr"),
    *("trasporto e gestione del contatore", "gestione del contatore", "contatore", "energia elettrica", "fornitura"),
    *("bolletta", "oneri di sistema", "canone rai", "autolettura", "servizio idrico", "acquedotto", "fognatura"),
    *("elektriciteit", "stroom", "leveringskosten", "netbeheer*", "energiebelasting", "vastrecht", "meterstand*"),
    *(
        "aardgas",
        "waternota",
        "eletricidade",
        "potência contratada",
        "contador",
        "água",
        "saneamento",
        "energia czynna",
    ),
    *("energia elektryczna", "paliwo gazowe", "licznik*", "opłata sieciowa*", "elnät", "elhandel", "elförbrukning"),
    *("fjernvarme", "elforbrug", "elektřina", "zemní plyn", "wastewater charge", "abschlagsplan", "kwh verbraucht"),
    *(
        "zählpunkt*",
        "netzgebühr*",
        "energieverbrauch",
        "stromlieferung",
        "gaslieferung",
        "anlagenadresse",
        "erdgaslieferung",
    ),
    *("teilbetr*", "gebrauchsabgabe", "ökostrom*", "business internet", "static ip", "wasserlieferung"),
)
"""Only suppliers speak of these."""
NEAR = Wording.of(
    *("gas", "internet", "mobile", "calls", "fibre", "minutes", "meter", "meters", "m³", "m3", "gallons"),
    *("refuse", "sim", "usage", "water", "energy", "direct debit", "account number", "bill period"),
    *("billing period", "band", "parish council", "county council", "fire and rescue", "adult social care"),
    *("instalments", "discount", "abschläge", "abschlagszahlungen", "flatrate", "rufnummer", "verbindungen"),
    *("kundennummer", "vertragskonto", "tarif", "abonnement", "forfait", "缴费", "欠费", "户名", "余额", "倍率"),
    *("用户名称", "peak", "off peak", "daily charge", "service charge", "fuel", "water usage", "sewage"),
    *("actual", "estimated", "reading", "readings", "data", "broadband bill", "monthly plan", "rates"),
    *("consommation", "relève", "index", "arbeitspreis brutto", "verbrauch kwh", "kundenkonto", "lieferbeginn"),
    *("vertragsnummer", "客户编号", "用户号", "new charges", "total new charges", "current charges", "balance forward"),
    *("monthly charges", "regular charges", "bill at a glance", "last bill", "cable", "next bill", "taxes fees"),
    *(
        "balance brought forward",
        "kilowatts",
        "payments received",
        "surcharges",
        "autopay",
        "auto pay",
        "wireless",
        "gov fees",
    ),
    *("suministro", "consumo", "consumi", "verbruik", "zużycie", "förbrukning", "forbrug", "spotřeba", "cliente"),
)
"""Suppliers speak of these more than others; two count as one of `SUPPLY`."""
NAMED = re.compile(
    r"\b(?:energy|electricity|electric|gas|water|wastewater|broadband|phone|mobile|telephone|telecom|internet|utility|"
    r"utilities|council tax|dual fuel|heating|power)(?: (?:and|&) \w+)? (?:bill|statement|service statement)\b"
    r"|(?:strom|gas|wasser|energie|mobilfunk|telefon|fernwärme|wärme|verbrauchs|jahresverbrauchs)-?(?:ab)?rechnung"
    r"|jahresabrechnung (?:strom|gas|wasser)|(?:rechnung|abrechnung) (?:strom|erdgas|mobilfunk|festnetz|trinkwasser)"
    r"|facture (?:d['’](?:électricité|eau|énergie)|de gaz|mobile|internet)"
    r"|factura (?:de )?(?:la )?(?:luz|electricidad|gas|agua|telefonía)|bolletta (?:luce|gas|acqua|dell['’]energia)"
    r"|fatura (?:de )?(?:eletricidade|gás|água)|(?:energie|stroom|gas|water)(?:factuur|nota|rekening)"
    r"|(?:metered )?water and wastewater (?:bill|charges)"
    r"|(?:电费|水费|燃气费|气费|话费|采暖费|供热|热费|通信费|宽带)\s?(?:账单|通知单|缴费|清单|结算单|催缴|发票)",
    re.IGNORECASE,
)
"""A bill that says in its title of what it is."""
BILL = Wording.of(
    *("bill", "invoice", "statement", "your electricity", "your gas", "your water", "rechnung", "abrechnung"),
    *("jahresabrechnung", "facture", "stromrechnung", "gasrechnung", "mobilfunkrechnung", "telefonrechnung"),
    *("wasserrechnung", "verbrauchsabrechnung", "turnusabrechnung", "jahresverbrauchsabrechnung"),
    *("account summary", "账单", "通知单", "缴费", "电费单", "水费单", "气费单", "发票", "催缴"),
    *("gebührenbescheid", "bescheid", "jahresrechnung", "erdgasrechnung", "monatsrechnung", "schlussrechnung"),
    *("rate notice", "rates notice", "notice", "demand", "assessment", "demand notice", "account", "relevé"),
    *("avis d'échéance", "échéancier", "賬單", "帳單", "月結單", "通知書", "電費單", "水費單", "结算单", "清单"),
    *("明细",),
    *("factura", "bolletta", "fattura", "factuur", "energienota", "jaarnota", "rekening", "fatura", "faktura"),
)
ACCOUNT = Wording.of(
    *(
        "account number",
        "account no",
        "account ref",
        "account reference",
        "property reference",
        "customer number",
        "customer reference",
        "meter number",
    ),
    *("mpan", "meter no", "supply number", "kundennummer", "kunden nr", "vertragskonto", "vertragsnummer"),
    *("zählernummer", "zähler nr", "marktlokation", "référence client", "numéro client", "point de livraison"),
    *("n° client", "户号", "用户编号", "客户编号", "用户号", "客户号", "电表号", "水表号", "账户号码"),
    *("account #", "acct no", "acct #", "assessment number", "customer account", "kundenkonto"),
    *("vertragskonto nr", "n° de contrat", "compte client", "numéro de compte", "n° compteur", "nmi", "mprn"),
    *("賬戶號碼", "戶口號碼", "客戶號碼", "缴费号码", "业务号码", "手机号码"),
)
"""What a supplier knows his customer by."""
TRADE = Wording.of(
    *("lieferschein*", "artikel*", "purchase order", "po number", "ship to", "sku", "order no", "bestell nr"),
    *("delivery note", "item code", "product code", "warenempfänger", "bon de livraison", "bestellnummer"),
    *("gtin",),
)
"""Of goods delivered: what an invoice speaks of and no supplier's bill does."""


SURELY = 6.0
"""So much speech of a supply is a supplier's, whatever table his charges stand in."""


def supply_told(string: str) -> float:
    """How much of a text speaks of a supply: a title that names it counts for two words."""
    return distinct(SUPPLY, string) + 0.5 * distinct(NEAR, string) + 2.0 * bool(NAMED.search(string))


def distinct(wording: Wording, string: str) -> int:
    """How many different phrases of a wording a text has."""
    return len({re.sub(r"\W", "", match.group().casefold()) for match in wording.pattern.finditer(string)})
