"""The labels of invoices in English, German, French and Spanish (Directive 2006/112/EC, article 226, asks for them)."""

from __future__ import annotations

import re
from enum import StrEnum

from ocr.wording import Wording

TITLE = Wording.of(
    *("invoice", "tax invoice", "vat invoice", "commercial invoice", "sales invoice", "credit note", "credit memo"),
    *("rechnung", "rechnungen", "handelsrechnung", "mietrechnung", "warenrechnung", "gutschrift", "schlussrechnung"),
    *("teilrechnung", "abschlagsrechnung", "rechnungskorrektur", "rechnung des versicherers", "beitragsrechnung"),
    *("korrekturrechnung", "kostenrechnung", "dienstleistungsrechnung", "stornorechnung", "anzahlungsrechnung"),
    *("facture", "avoir", "facture d'avoir", "factura", "factura rectificativa", "fattura", "factuur"),
)
NUMBER = Wording.of(
    *("invoice number", "invoice num", "invoice no", "invoice nr", "invoice #", "invoice id", "invoice ref"),
    *("invoice reference", "inv no", "tax invoice no", "credit note no", "credit note number", "invoice n°"),
    *("rechnungsnummer", "rechnungs nr", "rechnung nr", "rechnungs no", "rechnung nummer", "rechn nr", "rg nr"),
    *("re nr", "gutschriftsnummer", "gutschrift nr", "handelsrechnung nr", "rechnung #", "rechnungs #"),
    *("facture n°", "facture no", "facture numéro", "n° de facture", "n° facture", "numéro de facture", "no facture"),
    *("numéro facture", "n° de la facture", "avoir n°", "facture #", "factura n°", "factura no", "factura nº"),
    *("n° de factura", "n° factura", "número de factura", "nº factura", "nº de factura", "num factura"),
    *("factura número", "numero fattura", "fattura n°", "factuurnummer"),
)
ANY_NUMBER = Wording.of(
    *("belegnummer", "beleg nr", "document no", "document number", "dokumentnummer", "numéro", "número", "bill no"),
    *("bill number", "number", "nummer", "n°", "nº", "no", "nr"),
)
DATED = Wording.of(
    *("invoice date", "date of invoice", "date of issue", "issue date", "issued on", "tax point", "invoice dated"),
    *("date issued", "issued at", "bill date", "invoiced on", "date d'émission", "date de facture", "date facture"),
    *("date de la facture", "date de facturation", "facturé le", "émise le", "rechnungsdatum", "rechnung vom"),
    *("belegdatum", "rechnungs datum", "ausstellungsdatum", "datum der rechnung", "fecha de factura", "fecha factura"),
    *("fecha de emisión", "fecha emisión", "fecha de expedición", "data fattura", "factuurdatum"),
)
ANY_DATE = Wording.of("date", "datum", "fecha", "le", "data", "dated", "vom", "von", "du", "den", "of", "del", "le")
DUE = Wording.of(
    *("due date", "payment due", "due on", "due by", "date due", "pay by", "payable by", "payment due date"),
    *("remit until", "due", "please pay by", "payable until", "fällig am", "fälligkeit", "fälligkeitsdatum"),
    *("fälligkeitstag", "zahlbar bis", "zahlbar bis zum", "zahlungsziel", "bis zum", "netto bis", "fällig bis"),
    *("zahlung bis", "fällig zum", "zahlbar am", "date d'échéance", "échéance", "échéance le", "à payer avant le"),
    *("à régler avant le", "payable le", "fecha de vencimiento", "vencimiento", "fecha vencimiento", "vence"),
)
OTHER_DATE = Wording.of(
    *("delivery", "delivery date", "date of delivery", "shipped", "ship date", "order date", "date of order", "order"),
    *("period", "from", "to", "leistungsdatum", "lieferdatum", "liefer und leistungsdatum", "leistungszeitraum"),
    *("lieferung", "bestelldatum", "bestellung", "abrechnungszeitraum", "zeitraum", "auftragsdatum", "stand"),
    *("rechnungszeitraum", "lieferschein", "bestellnummer", "skonto", "valuta", "date de livraison", "livraison"),
    *("date de commande", "commande", "période", "fecha de pedido", "pedido", "fecha de entrega", "entrega"),
    *("date of birth", "geburtsdatum", "version", "copyright", "printed", "gedruckt", "payment", "règlement", "lettre"),
    *("statement", "versand", "mandat", "liefer datum", "lieferscheinnr", "bestelldat", "gemäß"),
)
SELLER = Wording.of(
    *("seller", "vendor", "supplier", "from", "bill from", "billed by", "issued by", "invoice from", "sold by"),
    *("verkäufer", "lieferant", "rechnungsersteller", "rechnungssteller", "leistungserbringer", "aussteller"),
    *("vendeur", "fournisseur", "émetteur", "prestataire", "vendedor", "emisor", "proveedor", "datos del emisor"),
    *("remit to", "payee", "creditor"),
)
BUYER = Wording.of(
    *("bill to", "billed to", "invoice to", "invoiced to", "sold to", "buyer", "customer", "client", "bill to address"),
    *("billing address", "customer name", "invoice address", "käufer", "käufer leistungsempfänger", "kunde"),
    *("rechnungsempfänger", "leistungsempfänger", "rechnung an", "auftraggeber", "rechnungsanschrift", "recipient"),
    *("rechnungsadresse", "acheteur", "facturé à", "adressé à", "destinataire", "adresse de facturation"),
    *("cliente", "comprador", "facturar a", "facturado a", "destinatario", "datos del cliente", "customer details"),
    *("to", "debtor"),
)
OTHER_PARTY = Wording.of(
    *("ship to", "deliver to", "delivery address", "shipping address", "warenempfänger", "lieferadresse"),
    *("abweichender warenempfänger", "abweichender rechnungsempfänger", "abweichender zahlungsempfänger"),
    *("lieferanschrift", "adresse de livraison", "livré à", "enviar a", "dirección de entrega", "contact commercial"),
    *("bemerkungen", "remarks", "positionsdaten", "bankverbindung", "zahlungsempfänger", "bank details"),
    *("belegempfänger", "firma", "versicherungsbüro", "information", "informationen"),
)
PARTY_NAME = Wording.of("name", "nom", "nombre", "company", "company name", "firma", "firmenname", "razón social")
TAX_ID = Wording.of(
    *("vat id", "vat no", "vat number", "vat reg no", "vat registration no", "vat registration number", "vat reg"),
    *("vat id no", "tax id", "tax no", "tax number", "ein", "tin", "gst no", "abn", "vat", "tax registration no"),
    *("ust id", "ust id nr", "ust idnr", "ustid", "umsatzsteuer id", "umsatzsteuer identifikationsnummer", "uid"),
    *("ust identnr", "ust idnr", "uid nr", "mwst nr", "steuernummer", "steuer nr", "st nr", "n° tva", "tva", "ust"),
    *("n° de tva", "tva intracommunautaire", "n° tva intracommunautaire", "n° tva intra", "tva intra", "n° tva client"),
    *("nif", "cif", "nif cif", "cif nif", "n i f", "c i f", "iva", "partita iva", "btw nr", "num tva", "id tva"),
)
BUYERS_OWN = Wording.of(
    *("customer vat", "your vat", "ihre ust", "n° tva client", "tva client", "kunden ust", "client vat", "buyer vat"),
    *("vat id customer", "ihre ust id", "ihre ust idnr", "ust id kunde", "votre n° tva", "nif cliente", "cif cliente"),
    *("customer tax id", "customer vat no", "bill to vat", "your vat no", "votre tva", "käufer ust"),
)


class Sum(StrEnum):
    """What a figure of an invoice's totals is."""

    NET = "net_amount"
    TAX = "tax_amount"
    TOTAL = "total_amount"
    PAYABLE = "payable"
    BASE = "base"


_TRAPS = Wording.of(
    *("discount*", "rabatt*", "nachlass", "skonto*", "anzahlung*", "prepaid", "deposit", "paid", "offene zahlungen"),
    *("shipping*", "versand*", "fracht*", "delivery", "zuschl*", "abschl*", "der zuschläge", "remise*", "acompte*"),
    *("descuento*", "portes", "freight", "credits", "carried forward", "übertrag", "capital", "kapital", "retention"),
    *("menge", "quantity", "qty", "stück*", "einzelpreis", "unit price", "prix unitaire", "pos", "zählerstand"),
    *("erhaltene", "allowance*", "charges", "surcharge*", "gewicht", "weight", "leergut*", "pfand", "forderung"),
    *("vorauszahlung*", "already paid", "amount paid", "bereits bezahlt", "payé", "pagado", "rechnungsrabatt*"),
)
_NO_TAX = Wording.of(
    *("excl*", "exkl*", "ohne", "ht", "h t", "hors", "hors taxe*", "sin iva", "sin", "before tax", "before vat"),
    *("ex vat", "ex tax", "vor steuer*", "less vat", "pre tax", "without vat", "zzgl", "without tax"),
)
_WITH_TAX = Wording.of(
    *("brutto*", "gross", "incl*", "inkl*", "ttc", "t t c", "con iva", "toutes taxes", "mit ust", "mit mwst", "bruto"),
    *("bruttobetrag", "bruttosumme", "einschl*", "with vat", "with tax", "endbetrag", "rechnungsendbetrag"),
    *("iva incl*",),
)
_NET = Wording.of(
    *(
        "net",
        "netto*",
        "subtotal*",
        "sub total*",
        "zwischensumme",
        "neto",
        "nettobetrag",
        "sous total",
        "base imponible",
    ),
    *("summe netto", "nettosumme", "gesamtnetto", "warennettowert", "net amout"),
)
_BASE = Wording.of("base", "basis*", "basisbetrag", "steuerbasis*", "taxable*", "warenwert", "positionssumme", "goods")
_TAX = Wording.of(
    *("vat*", "tax*", "ust*", "u st", "mwst*", "mw st", "umsatzsteuer*", "mehrwertsteuer*", "steuer*", "tva", "taxe*"),
    *("iva", "gst", "hst", "sales tax", "steuerbetrag", "igic", "cuota", "versicherungsteuer", "ust betrag"),
)
_PAYABLE = Wording.of(
    *("amount due", "balance due", "due payable", "zahlbetrag", "zu zahlen*", "solde à payer", "net à payer", "due"),
    *("payable", "à payer", "a pagar", "restbetrag", "to pay", "offener betrag", "balance", "solde", "zahlen"),
)
_SUM = Wording.of(
    *("total*", "grand total", "sum", "summe", "gesamt*", "rechnungsbetrag", "rechnungssumme", "betrag", "amount"),
    *(
        "invoice amount",
        "importe",
        "montant",
        "gesamtbetrag",
        "gesamtsumme",
        "endsumme",
        "invoice value",
        "importe total",
    ),
)
_PLUS = re.compile(r"^\W*(?:zzgl|zuz[uü]e?gl|plus|add|\+)", re.IGNORECASE)


def sum_of(label: str) -> tuple[Sum, int] | None:
    """What the figure behind a label is, and how surely the label says so (1 to 3); None for other labels."""
    if _TRAPS.search(label):
        return None
    tax, every, net = (bool(wording.search(label)) for wording in (_TAX, _SUM, _NET))
    # The first that holds tells: "total excl. VAT" has words of all three sums and is the net.
    told: tuple[tuple[bool, Sum, int], ...] = (
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
