"""The labels of invoices in English, German, French and Spanish (Directive 2006/112/EC, article 226, asks for them)."""

from __future__ import annotations

import re
from enum import StrEnum

from ocr.wording import Wording

TITLE = Wording.of(
    *("invoice", "tax invoice", "vat invoice", "commercial invoice", "sales invoice", "credit note"),
    *("credit memo", "rechnung", "rechnungen", "handelsrechnung", "mietrechnung", "warenrechnung", "gutschrift"),
    *("schlussrechnung", "teilrechnung", "abschlagsrechnung", "rechnungskorrektur", "rechnung des versicherers"),
    *("beitragsrechnung", "korrekturrechnung", "kostenrechnung", "dienstleistungsrechnung", "stornorechnung"),
    *("anzahlungsrechnung", "facture", "avoir", "facture d'avoir", "factura", "factura rectificativa"),
    *("fattura", "factuur", "nota di credito", "creditnota", "creditfactuur", "nota de crédito"),
    *("factura simplificada", "verkoopfactuur", "fattura di vendita", "facture d'acompte", "note de crédit"),
    *("sales tax invoice", "rechnung/lieferschein", "statement of charges", "proforma rechnung"),
    *("kundenrechnung", "ausgangsrechnung", "honorarrechnung", "honorarnote", "faktura", "e rechnung"),
    *("proformarechnung", "sammelrechnung", "monatsrechnung", "endrechnung", "reparaturrechnung"),
    *("rechnungskopie", "rechnung kopie", "einzelrechnung", "barrechnung", "dauerrechnung", "jahresrechnung"),
    *("lieferrechnung", "werkstattrechnung", "facture de vente", "facture acquittée", "facture client"),
    *("facture de solde", "factura de venta", "fattura immediata", "fattura accompagnatoria"),
    *("fattura differita", "fattura elettronica", "parcella", "nota d'acconto", "credit invoice"),
    *("service invoice", "export invoice", "progress invoice", "final invoice", "interim invoice"),
    *("recurring invoice", "invoice receipt", "invoice/receipt", "paid invoice", "fee note", "note of fees"),
    *("商业发票", "商業發票", "売上請求書", "bill number", "bill no", "bill of costs", "total of this bill"),
    *("note of charges",),
)
NUMBER = Wording.of(
    *("invoice number", "invoice num", "invoice no", "invoice nr", "invoice #", "invoice id", "invoice ref"),
    *("invoice reference", "inv no", "tax invoice no", "credit note no", "credit note number", "invoice n°"),
    *("rechnungsnummer", "rechnungs nr", "rechnung nr", "rechnungs no", "rechnung nummer", "rechn nr", "rg nr"),
    *("re nr", "gutschriftsnummer", "gutschrift nr", "handelsrechnung nr", "rechnung #", "rechnungs #"),
    *("facture n°", "facture no", "facture numéro", "n° de facture", "n° facture", "numéro de facture"),
    *("no facture", "numéro facture", "n° de la facture", "avoir n°", "facture #", "factura n°", "factura no"),
    *("factura nº", "n° de factura", "n° factura", "número de factura", "nº factura", "nº de factura"),
    *("num factura", "factura número", "numero fattura", "fattura n°", "factuurnummer", "n° fattura"),
    *("fattura nr", "fattura n", "fattura no", "fattura num", "factuur nr", "factuur nummer", "factuurnr"),
    *("factuur no", "creditnota nr", "creditnotanummer", "nota di credito n", "numero documento", "n° d'avoir"),
    *("numéro d'avoir", "avoir no", "credit note ref", "credit note #", "credit memo #", "credit memo no"),
    *("invoice code", "our invoice", "inv #", "inv num", "invoice ref no", "número", "num de factura"),
    *("rechnungskennung", "tax invoice number", "our invoice no", "our invoice number", "your invoice number"),
    *("invoice/credit no", "faktura nr", "fakturanummer", "faktura nummer", "réf facture", "référence facture"),
    *("référence de facture", "facture réf", "n° pièce", "numéro de pièce", "n fattura", "fattura numero"),
    *("nr fattura", "num fattura", "n ° fattura", "n ° factura", "n ° de factura", "n ° facture", "factura n"),
    *("nro factura", "rechnungs kennung", "rechn no", "rechnungs id", "honorarnote nr", "fee note no"),
    *("发票号码", "发票编号", "发票号", "發票號碼", "發票編號", "单据编号", "núm factura", "núm de factura"),
    *("núm. factura", "bill number", "bill no", "account rendered no"),
)
ANY_NUMBER = Wording.of(
    *("belegnummer", "beleg nr", "document no", "document number", "dokumentnummer", "numéro", "número"),
    *("number", "nummer", "n°", "nº", "no", "nr", "doc no", "doc number", "numero", "belegnr", "document"),
    *("n ° documento", "documento n", "nr documento", "invoice", "rechnung", "facture", "factura", "fattura"),
    *("factuur", "ref", "reference", "référence", "our ref"),
)
DATED = Wording.of(
    *("invoice date", "date of invoice", "date of issue", "issue date", "issued on", "tax point"),
    *("invoice dated", "date issued", "issued at", "bill date", "invoiced on", "date d'émission"),
    *("date de facture", "date facture", "date de la facture", "date de facturation", "facturé le", "émise le"),
    *("rechnungsdatum", "rechnung vom", "belegdatum", "rechnungs datum", "ausstellungsdatum"),
    *("datum der rechnung", "fecha de factura", "fecha factura", "fecha de emisión", "fecha emisión"),
    *("fecha de expedición", "data fattura", "factuurdatum", "data documento", "data emissione"),
    *("data di emissione", "fattura del", "factuur datum", "credit note date", "date / tax point"),
    *("date/tax point", "invoice issued", "issued", "date d'avoir", "date de l'avoir", "gutschriftsdatum"),
    *("invoice/tax date", "invoice / tax date", "tax date", "tax point date", "date of supply/tax point"),
    *("date raised", "raised on", "raised", "billing date", "billed on", "created", "created on"),
    *("date created", "date of bill", "document date", "rg datum", "rechnungsdatum lieferdatum"),
    *("rechnungs und lieferdatum", "rechnungsdatum leistungsdatum", "rechnungsdatum=leistungsdatum"),
    *("dokumentdatum", "datum factuur", "en date du", "facture du", "date pièce", "date du document"),
    *("fecha del documento", "fecha documento", "data del documento", "data fatt", "del", "fakturadatum"),
    *("faktura datum", "开票日期", "发票日期", "开具日期", "發票日期", "日期"),
)
ANY_DATE = Wording.of("date", "datum", "fecha", "le", "data", "dated", "vom", "von", "du", "den", "of", "del")
DUE = Wording.of(
    *("due date", "payment due", "due on", "due by", "date due", "pay by", "payable by", "payment due date"),
    *("remit until", "due", "please pay by", "payable until", "fällig am", "fälligkeit", "fälligkeitsdatum"),
    *("fälligkeitstag", "zahlbar bis", "zahlbar bis zum", "zahlungsziel", "bis zum", "netto bis", "fällig bis"),
    *("zahlung bis", "fällig zum", "zahlbar am", "wird am", "buchen wir am", "ziehen wir am", "debited on"),
    *("collected on", "date d'échéance", "échéance", "échéance le", "à payer avant le", "à régler avant le"),
    *("payable le", "fecha de vencimiento", "vencimiento", "fecha vencimiento", "vence", "scadenza"),
    *("data scadenza", "da pagare entro", "vervaldatum", "uiterste betaaldatum", "betalen voor"),
    *("te betalen voor", "überweisen sie bis zum", "zahlungsfrist", "pay before", "payment by"),
    *("payable before", "payment date due", "payable on", "payment required by", "payment date"),
    *("please pay before", "terms due", "must be paid by", "to be paid by", "payment due on"),
    *("final payment date", "zu zahlen bis", "zahlen bis", "zahlung fällig am", "zahlbar bis spätestens"),
    *("spätestens am", "spätestens bis", "zahlungseingang bis", "fällig", "date limite de paiement"),
    *("date limite", "limite de paiement", "date de règlement", "règlement avant le", "règlement le"),
    *("à payer le", "paiement dû le", "date de paiement", "échéance de paiement", "data di scadenza"),
    *("scadenza pagamento", "scadenze", "pagare entro", "entro il", "fecha límite de pago", "fecha de pago"),
    *("fecha límite", "vence el", "vto", "fecha vto", "pagar antes del", "betaaldatum", "betalen vóór"),
    *("uiterlijk", "betaaltermijn", "te voldoen voor", "verval datum", "付款期限", "到期日", "付款日期"),
    *("到期日期", "avant le", "before", "payable no later than", "no later than", "bis spätestens", "entro"),
    *("antes del", "vóór", "uiterlijk op"),
)
OTHER_DATE = Wording.of(
    *("delivery", "delivery date", "date of delivery", "shipped", "ship date", "order date", "date of order"),
    *("order", "period", "from", "to", "leistungsdatum", "lieferdatum", "liefer und leistungsdatum"),
    *("leistungszeitraum", "lieferung", "bestelldatum", "bestellung", "abrechnungszeitraum", "zeitraum"),
    *("auftragsdatum", "stand", "rechnungszeitraum", "lieferschein", "bestellnummer", "skonto", "valuta"),
    *("date de livraison", "livraison", "date de commande", "commande", "période", "fecha de pedido", "pedido"),
    *("fecha de entrega", "entrega", "date of birth", "geburtsdatum", "version", "copyright", "printed"),
    *("gedruckt", "payment", "règlement", "lettre", "statement", "versand", "mandat", "liefer datum"),
    *("lieferscheinnr", "bestelldat", "gemäß", "service date", "services date", "dates of service"),
    *("date of service", "statement period", "po date", "p o date", "start date", "end date", "valid until"),
    *("expiry", "expires", "registered", "commande du", "date de prestation", "date livraison"),
    *("date d'intervention", "data consegna", "data ordine", "ordine", "ddt", "leverdatum", "besteldatum"),
    *("orderdatum", "fecha de operación", "fecha operación", "fecha albarán", "albarán", "angebot vom"),
    *("auftrag vom", "bestellt am", "geliefert am", "liefertermin", "b/l date", "etd", "eta", "shipment date"),
    *("date of shipment", "发货日期", "交货日期", "合同日期"),
)
SELLER = Wording.of(
    *("seller", "vendor", "supplier", "from", "bill from", "billed by", "issued by", "invoice from", "sold by"),
    *("verkäufer", "lieferant", "rechnungsersteller", "rechnungssteller", "leistungserbringer", "aussteller"),
    *("vendeur", "fournisseur", "émetteur", "prestataire", "vendedor", "emisor", "proveedor"),
    *("datos del emisor", "remit to", "payee", "creditor", "fornitore", "cedente", "mittente", "leverancier"),
    *("verkoper", "afzender", "service provider", "provider", "contractor", "merchant", "your supplier"),
    *("pay to", "payable to", "make payable to", "exporter", "shipper", "shipper/exporter", "beneficiary"),
    *("auftragnehmer", "rechnungsaussteller", "absender", "von", "verkäuferin", "expéditeur", "de la part de"),
    *("société", "de", "emisor de la factura", "datos del vendedor", "prestador", "cedente/prestatore"),
    *("cedente prestatore", "prestatore", "venditore", "emittente", "van", "卖方", "卖方名称", "销售方"),
    *("出口商", "供应商", "供货方", "賣方"),
)
BUYER = Wording.of(
    *("bill to", "billed to", "invoice to", "invoiced to", "sold to", "buyer", "customer", "client"),
    *("bill to address", "billing address", "customer name", "invoice address", "käufer"),
    *("käufer leistungsempfänger", "kunde", "rechnungsempfänger", "leistungsempfänger", "rechnung an"),
    *("auftraggeber", "rechnungsanschrift", "recipient", "rechnungsadresse", "acheteur", "facturé à"),
    *("adressé à", "destinataire", "adresse de facturation", "cliente", "comprador", "facturar a"),
    *("facturado a", "destinatario", "datos del cliente", "customer details", "to", "debtor", "spett.le"),
    *("spett le", "cessionario", "intestatario", "factuur aan", "klant", "debiteur", "koper", "factuuradres"),
    *("aan", "invoice for", "charge to", "account to", "facturer à", "facturation à", "bill to party"),
    *("sold to party", "prepared for", "account of", "for account of", "invoice recipient", "customer address"),
    *("client name", "client details", "purchaser", "importer", "consignee", "messrs", "to messrs"),
    *("for account and risk of messrs", "for account and risk of", "customer / bill to", "billing details"),
    *("billing information", "billed customer", "an", "rechnung für", "kundenadresse", "kundin", "empfänger"),
    *("rechnung geht an", "besteller", "facturation", "client facturé", "pour le compte de"),
    *("client / adresse de facturation", "coordonnées client", "nom du client", "pour", "para", "receptor"),
    *("facturación", "dirección de facturación", "datos de facturación", "razón social cliente"),
    *("cessionario/committente", "cessionario committente", "committente", "cliente/destinatario", "acquirente"),
    *("dati cliente", "indirizzo di fatturazione", "gefactureerd aan", "klantgegevens", "ontvanger", "买方"),
    *("买方名称", "购买方", "进口商", "收货人", "客户", "客户名称", "致", "買方"),
)
ATTENTION = Wording.of(
    *("attention", "for the attention of", "fao", "t a v", "ter attentie van", "à l'attention de", "attn", "z hd"),
)
"""Before a person or a department at the buyer's; before the buyer himself where nothing else names him."""
OTHER_PARTY = Wording.of(
    *("ship to", "deliver to", "delivery address", "shipping address", "warenempfänger", "lieferadresse"),
    *("abweichender warenempfänger", "abweichender rechnungsempfänger", "abweichender zahlungsempfänger"),
    *("lieferanschrift", "adresse de livraison", "livré à", "enviar a", "dirección de entrega"),
    *("contact commercial", "bemerkungen", "remarks", "positionsdaten", "bankverbindung", "zahlungsempfänger"),
    *("bank details", "belegempfänger", "firma", "versicherungsbüro", "information", "informationen"),
    *("ship from", "delivered to", "delivery to", "ship to address", "site address", "job address"),
    *("service address", "work site", "place of delivery", "notify party", "shipped to", "job site", "project"),
    *("leistungsort", "lieferung an", "baustelle", "bauvorhaben", "versand an", "versandadresse"),
    *("lieferempfänger", "adresse du chantier", "chantier", "livraison", "lieu de livraison", "destinazione"),
    *("luogo di consegna", "destinazione merce", "indirizzo di spedizione", "dirección de envío"),
    *("lugar de entrega", "afleveradres", "bezorgadres", "verzendadres", "payment details"),
    *("payment information", "bank account", "how to pay", "coordonnées bancaires", "coordinate bancarie"),
    *("datos bancarios", "betaalgegevens", "通知方", "收货地址", "银行信息"),
)
PARTY_NAME = Wording.of(
    *("ragione sociale", "naam", "name", "nom", "nombre", "company", "company name", "firma", "firmenname"),
    *("razón social", "nome", "denominazione", "bedrijf", "bedrijfsnaam", "raison sociale", "société"),
    *("empresa", "name/firma", "公司名称", "名称", "单位名称"),
)
TAX_ID = Wording.of(
    *("vat id", "vat no", "vat number", "vat reg no", "vat registration no", "vat registration number"),
    *("vat reg", "vat id no", "tax id", "tax no", "tax number", "ein", "tin", "gst no", "abn", "vat"),
    *("tax registration no", "ust id", "ust id nr", "ust idnr", "ustid", "umsatzsteuer id"),
    *("umsatzsteuer identifikationsnummer", "uid", "ust identnr", "uid nr", "mwst nr", "steuernummer"),
    *("steuer nr", "st nr", "n° tva", "tva", "ust", "n° de tva", "tva intracommunautaire"),
    *("n° tva intracommunautaire", "n° tva intra", "tva intra", "n° tva client", "p iva", "p.iva", "part iva"),
    *("btw nummer", "btw id", "btw", "cod fisc", "vat registration", "tva n°", "nif", "cif", "nif cif"),
    *("cif nif", "n i f", "c i f", "iva", "partita iva", "btw nr", "num tva", "id tva", "gst reg no"),
    *("gst registration no", "gst number", "gst id", "gst", "hst no", "federal tax id", "federal id", "fein"),
    *("fed id", "taxpayer id", "tax reg no", "tax registration number", "vat id number", "a b n", "acn"),
    *("uid nummer", "mwst nummer", "mehrwertsteuer nr", "steuer id", "ust idnummer", "ust nr", "steuernr"),
    *("vat nr", "n° identification tva", "identifiant tva", "n° tva intracom", "numéro de tva", "numéro tva"),
    *("id tva intracommunautaire", "c f", "cod fiscale", "codice fiscale", "p iva c f", "partita iva e c f"),
    *("p iva e c f", "dni", "nif/cif", "n i f/c i f", "vat number eu", "ust id no", "btwnr"),
    *("omzetbelastingnummer", "btw identificatienummer", "统一社会信用代码", "纳税人识别号", "税号", "uscc"),
)
BUYERS_OWN = Wording.of(
    *("customer vat", "your vat", "ihre ust", "n° tva client", "tva client", "kunden ust", "client vat"),
    *("buyer vat", "vat id customer", "ihre ust id", "ihre ust idnr", "ust id kunde", "votre n° tva"),
    *("nif cliente", "cif cliente", "customer tax id", "customer vat no", "bill to vat", "your vat no"),
    *("votre tva", "käufer ust", "customer gst", "customer abn", "buyer tax id", "client tax id", "your tax id"),
    *("kunden ust id", "ust id des kunden", "ust id käufer", "ust idnr kunde", "ihre uid", "kunde ust"),
    *("p iva cliente", "partita iva cliente", "tva acheteur", "tva du client", "btw nummer klant"),
    *("uw btw nummer", "uw btw nr", "nif del cliente", "买方税号"),
)


class Sum(StrEnum):
    """What a figure of an invoice's totals is."""

    NET = "net_amount"
    TAX = "tax_amount"
    TOTAL = "total_amount"
    PAYABLE = "payable"
    BASE = "base"


_TRAPS = Wording.of(
    *("discount*", "rabatt*", "nachlass", "skonto*", "anzahlung*", "prepaid", "deposit", "paid"),
    *("offene zahlungen", "shipping*", "versand*", "fracht*", "delivery", "zuschl*", "abschl*", "der zuschläge"),
    *("remise*", "acompte*", "descuento*", "portes", "freight", "credits", "carried forward", "übertrag"),
    *("capital", "kapital", "retention", "menge", "quantity", "qty", "stück*", "aantal", "acconto", "sconto*"),
    *("korting*", "spedizione", "verzendkosten", "einzelpreis", "unit price", "prix unitaire", "pos"),
    *("zählerstand", "erhaltene", "allowance*", "charges", "surcharge*", "gewicht", "weight", "leergut*"),
    *("pfand", "forderung", "vorauszahlung*", "already paid", "amount paid", "bereits bezahlt", "payé"),
    *("pagado", "rechnungsrabatt*", "less deposit*", "aanbetaling", "reeds betaald", "payments received"),
    *("payment received", "payments/credits", "payments", "payment", "less paid", "part payment", "on account"),
    *("anticipo", "a cuenta", "dto", "promo", "voucher", "gift card", "tip", "bereits gezahlt", "geleistete*"),
    *("gezahlt*", "déjà réglé", "déjà payé", "versé", "previous balance", "balance forward", "rounding"),
    *("lateness", "late fee"),
)
_NO_TAX = Wording.of(
    *("excl*", "exkl*", "ohne", "ht", "h t", "hors", "hors taxe*", "sin iva", "sin", "before tax", "before vat"),
    *("excl btw", "excl. btw", "iva esclusa", "ex btw", "imponibile", "exclusief btw", "exclusive", "ex vat"),
    *("ex tax", "vor steuer*", "less vat", "pre tax", "without vat", "zzgl", "without tax"),
)
_WITH_TAX = Wording.of(
    *("brutto*", "gross", "incl*", "inkl*", "ttc", "t t c", "con iva", "toutes taxes", "mit ust", "mit mwst"),
    *("bruto", "bruttobetrag", "bruttosumme", "einschl*", "with vat", "with tax", "endbetrag"),
    *("rechnungsendbetrag", "iva incl*", "incl btw", "inclusief btw", "iva inclusa", "ivato"),
    *("totaal te betalen", "totale documento", "totale fattura", "da pagare", "inc", "inc vat", "inc gst"),
    *("incl gst", "tvac", "iva incluido"),
)
_NET = Wording.of(
    *("net", "netto*", "subtotal*", "sub total*", "zwischensumme", "neto", "nettobetrag", "sous total"),
    *("subtotaal", "imponibile", "totale imponibile", "subtotale", "net total", "base imponible", "summe netto"),
    *("nettosumme", "gesamtnetto", "warennettowert", "net amout", "nett", "totaal excl", "suma"),
    *("not including tax", "total net", "importe neto", "netto totaal", "before discount", "不含税金额"),
)
_BASE = Wording.of(
    *("base", "basis*", "basisbetrag", "steuerbasis*", "taxable*", "warenwert", "positionssumme", "goods"),
)
_TAX = Wording.of(
    *("vat*", "tax*", "ust*", "u st", "mwst*", "mw st", "umsatzsteuer*", "mehrwertsteuer*", "steuer*", "tva"),
    *("taxe*", "btw", "iva", "imposta", "darin enthalten*", "enthaltene", "gst", "hst", "sales tax"),
    *("steuerbetrag", "igic", "cuota", "versicherungsteuer", "ust betrag", "igst", "cgst", "sgst", "pst", "qst"),
    *("税额", "增值税", "moms", "btw bedrag"),
)
_PAYABLE = Wording.of(
    *("amount due", "balance due", "due payable", "zahlbetrag", "zu zahlen*", "solde à payer", "net à payer"),
    *("due", "te betalen", "openstaand bedrag", "netto a pagare", "payable", "à payer", "a pagar", "restbetrag"),
    *("to pay", "offener betrag", "balance", "solde", "zahlen", "amount outstanding", "balance outstanding"),
    *("outstanding", "remaining balance", "noch zu zahlen", "restzahlung", "reste à payer", "solde dû", "saldo"),
    *("pendiente", "importe pendiente", "pay this amount", "please pay"),
)
_SUM = Wording.of(
    *("totale", "totaal*", "bedrag", "importo", "total*", "grand total", "sum", "summe", "gesamt*"),
    *("rechnungsbetrag", "rechnungssumme", "betrag", "amount", "invoice amount", "importe", "montant"),
    *("gesamtbetrag", "gesamtsumme", "endsumme", "invoice value", "importe total", "totaalbedrag", "valor"),
    *("合计", "总计", "总额", "总金额", "合計", "价税合计"),
)
_CONTAINED = re.compile(
    r"(?i)\bincludes\b|^\W*(?:incl(?:uding|\.)?|inkl(?:usive|\.)?|included|darin|davon|dont|di cui|waarvan|of which|"
    r"incluye|incluido|enthält|enthaltene?|hierin)(?![^\W\d_])|"
    r"^\W*(?:vat|gst|tax|mwst|ust|tva|iva|btw)\b[^a-z]{0,8}(?:included|incl\.?|enthalten|inkl\.?|incluse?|inclusa|incluido|inbegrepen)\W*$"
)
"""The tax as a part of the sum above it."""
_PLUS = re.compile(r"^\W*(?:zzgl|zuz[uü]e?gl|plus|add|\+)", re.IGNORECASE)


def sum_of(label: str) -> tuple[Sum, int] | None:
    """What the figure behind a label is, and how surely the label says so (1 to 3); None for other labels."""
    if _TRAPS.search(label):
        return None
    tax, every, net = (bool(wording.search(label)) for wording in (_TAX, _SUM, _NET))
    # The first that holds tells: "total excl. VAT" has words of all three sums and is the net.
    told: tuple[tuple[bool, Sum, int], ...] = (
        (tax and bool(_CONTAINED.search(label)) and not net, Sum.TAX, 2),
        (tax and bool(_PLUS.match(label)), Sum.TAX, 3),
        (not net and bool(_BASE.search(label)), Sum.BASE, 2 if tax else 1),
        ((every or tax or net) and bool(_NO_TAX.search(label)), Sum.NET, 3),
        (bool(_PAYABLE.search(label)), Sum.PAYABLE, 2),
        (bool(_WITH_TAX.search(label)), Sum.TOTAL, 3 if every or tax else 2),
        (tax, Sum.TAX, 3),
        (net, Sum.NET, 3),
        (every, Sum.TOTAL, 2),
    )
    return next(((kind, weight) for holds, kind, weight in told if holds), None)
