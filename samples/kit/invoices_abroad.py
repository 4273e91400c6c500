"""Invoices of Italy, Spain, India, Poland, the Netherlands, an American app and a British sole trader."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from random import Random
from typing import Any

from samples.identifiers import weighed
from samples.ink import MONTHS
from samples.kit.invent import address, amount, company, digits, european, month, person
from samples.kit.overseas import resident
from samples.kit.trade_lines import TradeLine, cents, net_of, plain, taxed, trade_lines
from samples.kit.words import english_words
from samples.specimen import Invented

ITALIANS = (
    "Officine Tramonto S.r.l.",
    "Caffè del Molo S.n.c.",
    "Ceramiche Vallechiara S.p.A.",
    "Studio Bellandi S.a.s.",
)
ITALIAN_HOMES = (("Via dei Mulini 14", "41199 Roccaverde MO"), ("Corso Garibaldi 203", "20999 Borgo Lauro MI"),
                 ("Piazza del Pozzo 3", "37999 Castelmora VR"))  # fmt: skip
SPANIARDS = (
    "Talleres Montalbo, S.L.",
    "Frutas del Segura S.A.",
    "Rotulación Cervera, S.L.U.",
    "Hermanos Quintela S.L.",
)
SPANISH_HOMES = (("C/ Molino Viejo, 27, bajo", "46999 Villar del Soto (Valencia)"),
                 ("Polígono Las Eras, nave 12", "30999 Alcorzo (Murcia)"),
                 ("Avda. de la Estación, 8", "15999 Puerto Lira (A Coruña)"))  # fmt: skip
INDIANS = ("Shree Balaji Packaging", "Kaveri Engineering Works Pvt. Ltd.", "Malhotra Traders", "Neelam Textiles LLP")
INDIAN_HOMES = (("Plot 41, MIDC Phase II", "Pimple Nagar, Pune - 411999"),
                ("No. 17/3, Old Bazaar Street", "Thane - 400999"),
                ("Shop 6, Laxmi Complex, Station Road", "Nashik - 422999"))  # fmt: skip
POLES = ("Meble Dąbrowa Sp. z o.o.", "Hurtownia Żuraw s.c.", "Instalacje Wiśniewscy Sp. j.", "Drukarnia Łąka S.A.")
POLISH_HOMES = (("ul. Młyńska 12/4", "30-999 Brzezina"), ("ul. Kościelna 7", "61-999 Stare Łąki"),
                ("al. Lipowa 118", "80-999 Zatoka"))  # fmt: skip
DUTCH = ("Van Hoorn Schilderwerken B.V.", "Bakkerij De Gouden Aar", "Waterlicht Advies", "Tegelhuis Zuiderdam B.V.")
DUTCH_HOMES = (("Molenkade 88", "3499 ZX Oudeveen"), ("Lange Dijk 5-B", "1899 QK Westerzand"),
               ("Stationsplein 31", "5099 XW Tilwaarde"))  # fmt: skip
WORK = {
    "it": ("Consulenza tecnica", "Fornitura piastrelle gres 60x60", "Trasporto e consegna", "Manutenzione ordinaria"),
    "es": ("Rótulo luminoso exterior", "Mano de obra oficial 1ª", "Desplazamiento", "Material eléctrico diverso"),
    "pl": ("Krzesło dębowe tapicerowane", "Usługa montażu", "Transport krajowy", "Farba lateksowa 10 l"),
    "nl": ("Schilderwerk buitenzijde", "Voorrijkosten", "Verf en klein materiaal", "Advies op locatie, per uur"),
    "in": ("Corrugated Box 5 Ply 18x12x10", "BOPP Tape 48mm x 65m", "Stretch Film 23 Micron", "Printing Charges"),
}


def _two(names: tuple[str, ...], homes: tuple[tuple[str, str], ...], chance: Random) -> dict[str, Any]:
    """Two firms with their addresses, and the day."""
    seller, buyer = chance.sample(names, 2)
    here, there = chance.sample(homes, 2)
    start, _ = month(chance)
    dated = start + dt.timedelta(days=chance.randint(0, 27))
    return {"seller_name": seller, "buyer_name": buyer, "seller_address": here, "buyer_address": there, "dated": dated,
            "european": european, "phone": digits(6, chance)}  # fmt: skip


def _work(language: str, chance: Random) -> tuple[TradeLine, ...]:
    lines = []
    for description in chance.sample(WORK[language], chance.randint(2, 4)):
        quantity, price = Decimal(chance.randint(1, 40)), amount(8, 240, chance)
        lines.append(TradeLine(description, "", quantity, price, cents(quantity * price), digits(4, chance)))
    return tuple(lines)


def _invoice(about: dict[str, Any], lines: tuple[TradeLine, ...], **fields: str) -> Invented:
    both = {name: about[name] for name in ("seller_name", "buyer_name")} | {"invoice_date": about["dated"].isoformat()}
    return Invented(fields=both | fields, rows=tuple(line.row() for line in lines), shown=about | {"plain": plain})


def _after(about: dict[str, Any], days: int) -> str:
    return (about["dated"] + dt.timedelta(days=days)).isoformat()


def partita_iva(chance: Random) -> str:
    """An Italian VAT number (Luhn)."""
    body = digits(10, chance)
    total = sum(sum(divmod(int(one) * (1 + at % 2), 10)) for at, one in enumerate(body))
    return f"IT{body}{-total % 10}"


def cif(chance: Random) -> str:
    """A Spanish company's number."""
    body = digits(7, chance)
    total = sum(sum(divmod(int(one) * (2 - at % 2), 10)) for at, one in enumerate(body))
    return f"B{body}{-total % 10}"


def nip(chance: Random) -> str:
    """A Polish tax number (weights 6 5 7 2 3 4 5 6 7, modulus 11)."""
    while True:
        body = digits(9, chance)
        if (check := weighed(body, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11) < 10:
            return f"{body}{check}"


def dutch_vat(chance: Random) -> str:
    """A Dutch VAT number (weights 9 to 2, modulus 11)."""
    while True:
        body = digits(8, chance)
        if (check := weighed(body, range(9, 1, -1)) % 11) < 10:
            return f"NL{body}{check}B01"


def gstin(state: str, chance: Random) -> str:
    """An Indian goods-and-services number with its check character (Luhn, modulus 36)."""
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    pan = "".join(chance.choice(letters[10:]) for _ in range(3)) + chance.choice("CFP") + chance.choice(letters[10:])
    body = f"{state}{pan}{digits(4, chance)}{chance.choice(letters[10:])}1Z"
    total = sum(sum(divmod(letters.index(one) * (1 + at % 2), 36)) for at, one in enumerate(body))
    return body + letters[-total % 36]


def italian(chance: Random) -> Invented:
    """A courtesy copy of an electronic invoice: two columns of parties, a row of captions, sums by rate."""
    about, lines = _two(ITALIANS, ITALIAN_HOMES, chance), _work("it", chance)
    net = net_of(lines)
    return _invoice(about, lines, invoice_number=f"{chance.randint(4, 900)}/{chance.choice('AB')}",
                    due_date=_after(about, 60), seller_tax_id=partita_iva(chance), buyer_tax_id=partita_iva(chance),
                    iban="IT60X0542811101000000123456", **taxed(net, cents(net * 22 / 100), "EUR"))  # fmt: skip


def spanish(chance: Random) -> Invented:
    """Captions left of values in a narrow column, the sums as a row of boxes at the foot."""
    about, lines = _two(SPANIARDS, SPANISH_HOMES, chance), _work("es", chance)
    net = net_of(lines)
    return _invoice(about, lines, invoice_number=f"F{about['dated']:%y}/{chance.randint(10, 990):05d}",
                    due_date=_after(about, 30), seller_tax_id=cif(chance), buyer_tax_id=cif(chance),
                    iban="ES9121000418450200051332", **taxed(net, cents(net * 21 / 100), "EUR"))  # fmt: skip


def indian(chance: Random) -> Invented:
    """The grid of an accounting program, consignee before buyer, the tax halved."""
    about, lines = _two(INDIANS, INDIAN_HOMES, chance), _work("in", chance)
    net = net_of(lines)
    half = cents(net * 9 / 100)
    exact = net + half * 2
    total = Decimal(int(exact + Decimal("0.5")))
    about |= {"half": half, "off": total - exact, "words": english_words(int(total)).title().replace("-", " "),
              "order": f"PO/{chance.randint(100, 999)}", "hsn": [digits(4, chance) for _ in lines],
              "consignee": chance.choice(INDIAN_HOMES), "ifsc": f"SBIN0{digits(6, chance)}"}  # fmt: skip
    return _invoice(about, lines, invoice_number=f"{about['seller_name'][:2].upper()}/{chance.randint(11, 980)}/25-26",
                    seller_tax_id=gstin("27", chance), buyer_tax_id=gstin("27", chance),
                    net_amount=f"{net:.2f}", tax_amount=f"{half * 2:.2f}", total_amount=f"{total:.2f}",
                    currency="INR")  # fmt: skip


def polish(chance: Random) -> Invented:
    """Title with number, parties side by side under rules, gross column, what is still to be paid."""
    about, lines = _two(POLES, POLISH_HOMES, chance), _work("pl", chance)
    net = net_of(lines)
    about |= {"words": "słownie: jak wyżej", "sold": about["dated"] - dt.timedelta(days=2)}
    return _invoice(about, lines, invoice_number=f"FV {chance.randint(1, 240)}/{about['dated']:%m/%Y}",
                    due_date=_after(about, 14), seller_tax_id=nip(chance), buyer_tax_id=nip(chance),
                    iban="PL61109010140000071219812874", **taxed(net, cents(net * 23 / 100), "PLN"))  # fmt: skip


def dutch(chance: Random) -> Invented:
    """A letter: buyer in the window, the issuer only in a column on the right, a sentence that says how to pay."""
    about, lines = _two(DUTCH, DUTCH_HOMES, chance), _work("nl", chance)
    net = net_of(lines)
    about |= {"contact": resident("ch", chance), "register": digits(8, chance)}
    return _invoice(about, lines, invoice_number=f"{about['dated'].year}{chance.randint(10, 480):04d}",
                    due_date=_after(about, 30), seller_tax_id=dutch_vat(chance),
                    iban="NL91ABNA0417164300", **taxed(net, cents(net * 21 / 100), "EUR"))  # fmt: skip


def american_app(chance: Random) -> Invented:
    """Large sum first, From and To side by side, sales tax, a payment already made."""
    seller, buyer = chance.choice((person("us", chance).full, company("us", chance))), company("us", chance)
    start, _ = month(chance)
    lines = trade_lines("us_services", chance.randint(2, 4), chance, ("hr",))
    net = net_of(lines)
    about = {"seller_name": seller, "buyer_name": buyer, "dated": start + dt.timedelta(days=chance.randint(0, 27)),
             "seller_address": address("us", chance), "buyer_address": address("us", chance),
             "mail": f"billing@{digits(4, chance)}.example"}  # fmt: skip
    number = f"{chance.choice('ABCD')}{digits(7, chance)}-{chance.randint(1, 99):04d}"
    return _invoice(about, lines, invoice_number=number, due_date=_after(about, 30),
                    **taxed(net, cents(net * Decimal("0.0825")), "USD"))  # fmt: skip


def sole_trader(chance: Random) -> Invented:
    """Typed, hardly a caption: the day and number on one line, To, and how to pay in a sentence."""
    start, _ = month(chance)
    dated, lines = (
        start + dt.timedelta(days=chance.randint(0, 27)),
        trade_lines("gb_trade", chance.randint(1, 3), chance),
    )
    about = {"seller_name": person("gb", chance).full, "buyer_name": company("gb", chance), "dated": dated,
             "seller_address": address("gb", chance), "buyer_address": address("gb", chance),
             "trade": chance.choice(("Electrician", "Painter & Decorator", "Garden Design")),
             "long": f"{dated.day} {MONTHS[dated.month - 1]} {dated.year}", "sort": "20-45-77",
             "account": digits(8, chance)}  # fmt: skip
    return _invoice(about, lines, invoice_number=f"{chance.randint(3, 420):03d}", due_date=_after(about, 14),
                    total_amount=f"{net_of(lines):.2f}", currency="GBP")  # fmt: skip


MAKERS_ABROAD = {
    "it_courtesy": italian, "es_boxes": spanish, "in_grid": indian, "pl_faktura": polish, "nl_letter": dutch,
    "us_app": american_app, "uk_sole_trader": sole_trader,
}  # fmt: skip
