"""What the figures of an invoice's totals are, by their labels."""

from __future__ import annotations

import re
from enum import StrEnum

from ocr.wording import Wording


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
    *("gezahlt*", "déjà réglé", "déjà payé", "versé", "previous balance", "balance forward"),
    *("lateness", "late fee"),
    *("zapłacono", "uhrazeno", "betalt", "maksettu", "irpf", "retención", "ritenuta*", "withholding*", "tds"),
)
_NO_TAX = Wording.of(
    *("excl*", "exkl*", "ohne", "ht", "h t", "hors", "hors taxe*", "sin iva", "sin", "before tax", "before vat"),
    *("excl btw", "excl. btw", "iva esclusa", "ex btw", "imponibile", "exclusief btw", "exclusive", "ex vat"),
    *("ex tax", "vor steuer*", "less vat", "pre tax", "without vat", "zzgl", "without tax"),
    *("ilíquido", "total ilíquido", "bez dph", "bez vat", "uten mva", "ekskl*", "nettó", "exkl moms", "税前"),
)
_WITH_TAX = Wording.of(
    *("brutto*", "gross", "incl*", "inkl*", "ttc", "t t c", "con iva", "toutes taxes", "mit ust", "mit mwst"),
    *("bruto", "bruttobetrag", "bruttosumme", "einschl*", "with vat", "with tax", "endbetrag"),
    *("rechnungsendbetrag", "iva incl*", "incl btw", "inclusief btw", "iva inclusa", "ivato"),
    *("totaal te betalen", "totale documento", "totale fattura", "da pagare", "inc", "inc vat", "inc gst"),
    *("incl gst", "tvac", "iva incluido"),
    *("s dph", "z vat", "inkl moms", "brutto razem", "iva inclusa", "bruttó", "税込"),
)
_NET = Wording.of(
    *("net", "netto*", "subtotal*", "sub total*", "zwischensumme", "neto", "nettobetrag", "sous total"),
    *("subtotaal", "imponibile", "totale imponibile", "subtotale", "net total", "base imponible", "summe netto"),
    *("nettosumme", "gesamtnetto", "warennettowert", "net amout", "nett", "totaal excl", "suma"),
    *("not including tax", "total net", "importe neto", "netto totaal", "before discount", "不含税金额"),
    *("zwischentotal", "delsumma", "välisumma", "wartość netto", "ara toplam", "小計", "小计", "merchandise"),
)
_BASE = Wording.of(
    *("base", "basis*", "basisbetrag", "steuerbasis*", "taxable*", "warenwert", "positionssumme", "goods"),
    *("základ*", "base imponibile", "podstawa*", "daňový základ"),
)
_TAX = Wording.of(
    *("vat*", "tax*", "ust*", "u st", "mwst*", "mw st", "umsatzsteuer*", "mehrwertsteuer*", "steuer*", "tva"),
    *("taxe*", "btw", "iva", "imposta", "darin enthalten*", "enthaltene", "gst", "hst", "sales tax"),
    *("steuerbetrag", "igic", "cuota", "versicherungsteuer", "ust betrag", "igst", "cgst", "sgst", "pst", "qst"),
    *("税额", "增值税", "moms", "btw bedrag"),
    *("dph", "mva", "áfa", "kdv", "pdv", "ddv", "alv", "imposto", "tps", "tvq", "消費税", "sst", "service tax"),
    *("kwota vat", "ptu", "utgst"),
)
_PAYABLE = Wording.of(
    *("amount due", "balance due", "due payable", "zahlbetrag", "zu zahlen*", "solde à payer", "net à payer"),
    *("due", "te betalen", "openstaand bedrag", "netto a pagare", "payable", "à payer", "a pagar", "restbetrag"),
    *("to pay", "offener betrag", "balance", "solde", "zahlen", "amount outstanding", "balance outstanding"),
    *("outstanding", "remaining balance", "noch zu zahlen", "restzahlung", "reste à payer", "solde dû", "saldo"),
    *("pendiente", "importe pendiente", "pay this amount", "please pay"),
    *("do zapłaty", "k úhradě", "celkem k úhradě", "att betala", "at betale", "å betale", "maksettava"),
    *("fizetendő", "de plată", "ödenecek", "ご請求金額", "should be paid", "payable amount", "net payable"),
)
_SUM = Wording.of(
    *("totale", "totaal*", "bedrag", "importo", "total*", "grand total", "sum", "summe", "gesamt*"),
    *("rechnungsbetrag", "rechnungssumme", "betrag", "amount", "invoice amount", "importe", "montant"),
    *("gesamtbetrag", "gesamtsumme", "endsumme", "invoice value", "importe total", "totaalbedrag", "valor"),
    *("合计", "总计", "总额", "总金额", "合計", "价税合计"),
    *("razem", "celkem", "yhteensä", "összesen", "genel toplam", "toplam", "i alt", "à pagar", "總額", "總計"),
)
_EXEMPT = re.compile(
    r"(?i)§|\bart(?:\.|icle|ikel|ículo)|non applicable|not applicable|\bexempt|exonér|steuerfrei|befreit|"
    r"reverse charge|autoliquidation|steuerschuldnerschaft|zwolnion|verlegd"
)
"""Why no tax is charged: the figures are those of a law."""
ROUNDING = Wording.of(
    *("rounding*", "round off", "roundoff", "rounded off", "rundung*", "öresavrundning", "öreavrundning"),
    *("avrundning", "afrunding", "afronding", "arrotondamento", "arrondi*", "redondeo", "zaokrouhlení"),
    *("zaokrąglenie", "øreafrunding", "arr"),
)
"""The few cents by which a total is made round."""
_CONTAINED = re.compile(
    r"(?i)\bincludes\b|^\W*(?:incl(?:uding|\.)?|inkl(?:usive|\.)?|included|darin|davon|dont|di cui|waarvan|of which|"
    r"incluye|incluido|enthält|enthaltene?|hierin)(?![^\W\d_])|"
    r"^\W*(?:vat|gst|tax|mwst|ust|tva|iva|btw)\b[^a-z]{0,8}(?:included|incl\.?|enthalten|inkl\.?|incluse?|inclusa|incluido|inbegrepen)\W*$"
)
"""The tax as a part of the sum above it."""
_PLUS = re.compile(r"^\W*(?:zzgl|zuz[uü]e?gl|plus|add|\+)", re.IGNORECASE)


def sum_of(label: str) -> tuple[Sum, int] | None:
    """What the figure behind a label is, and how surely the label says so (1 to 3); None for other labels."""
    if _TRAPS.search(label) or ROUNDING.search(label) or _EXEMPT.search(label):
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
