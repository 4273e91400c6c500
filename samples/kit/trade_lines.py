"""Goods and services as invoices list them, with their sums."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from samples.kit.invent import CENT

Ware = tuple[str, str, int, int, int]
"""Description, unit, price in cents at least and at most, quantity at most."""

WARES: Mapping[str, Sequence[Ware]] = {
    "gb_services": (
        ("Website maintenance, monthly retainer", "month", 45000, 95000, 1),
        ("Photography of spring range", "day", 48000, 72000, 3),
        ("Copywriting, product pages", "hour", 5500, 8500, 24),
        ("Search advertising set-up", "job", 35000, 60000, 1),
        ("Design of printed catalogue, 24 pages incl. two rounds of corrections", "job", 90000, 160000, 1),
        ("Newsletter templates", "each", 12000, 19000, 6),
        ("Accessibility audit", "job", 60000, 98000, 1),
    ),
    "gb_timber": (
        ("CLS timber 38x63 C16 2.4m", "length", 310, 460, 180),
        ("Redwood PSE 21x95 3.0m", "length", 720, 1180, 90),
        ("OSB3 sheet 2440x1220x18", "sheet", 1680, 2290, 60),
        ("Hardwood ply WBP 12mm", "sheet", 2450, 3390, 40),
        ("Joist hanger 47mm galv.", "each", 145, 230, 200),
        ("Decking screws 4.5x65 (200)", "tub", 890, 1290, 25),
        ("Roof batten 25x50 BS5534", "length", 260, 390, 240),
        ("MDF moulded skirting 18x119", "length", 990, 1460, 70),
        ("Breather membrane 50m roll", "roll", 4990, 7450, 8),
        ("PVA wood adhesive 5L", "each", 1540, 1990, 12),
        ("Oak door lining set 138mm", "set", 5850, 7990, 10),
        ("Delivery, tail-lift", "trip", 3500, 5500, 1),
    ),
    "gb_food": (
        ("Plain flour T55 25kg", "sack", 1490, 1990, 40),
        ("Unsalted butter 40 x 250g", "case", 6890, 8450, 12),
        ("Free-range eggs, tray 30", "tray", 590, 790, 36),
        ("Demerara sugar 10kg", "sack", 1150, 1490, 14),
    ),
    "gb_trade": (
        ("Labour: two fitters on site", "day", 42000, 58000, 5),
        ("Replace consumer unit incl. test and certificate", "job", 48000, 69000, 1),
        ("Supply and fit LED panel 600x600", "each", 5400, 7900, 24),
        ("Waste removal", "load", 14000, 22000, 2),
        ("Twin and earth cable 2.5mm, 100m drum", "drum", 6200, 8800, 6),
    ),
    "us_services": (
        ("Roof inspection and written report", "ea", 22500, 39500, 1),
        ("Tear-off and disposal, per square", "sq", 9500, 14500, 28),
        ("Architectural shingles installed", "sq", 28500, 39500, 28),
        ("Ridge vent, linear foot", "ft", 650, 1150, 80),
        ("Crew labor - flashing repair", "hr", 6500, 9500, 16),
        ("Dumpster rental, 20 yd", "ea", 42500, 55000, 1),
    ),
    "us_goods": (
        ("PORCELAIN TILE 12X24 MATTE GRAY", "SF", 219, 489, 600),
        ("THINSET MORTAR 50LB WHITE", "BAG", 1695, 2495, 30),
        ("GROUT SANDED 25LB", "BAG", 1899, 2799, 14),
        ("BACKER BOARD 3X5 1/2IN", "EA", 1249, 1699, 70),
        ("TILE LEVELING CLIPS 500CT", "BX", 3150, 4490, 6),
        ("DIAMOND BLADE 10IN WET", "EA", 4895, 7995, 4),
        ("SEALER PENETRATING 1 GAL", "GAL", 3895, 5995, 8),
        ("SCHLUTER TRIM 5/16 SATIN", "PC", 1375, 2150, 40),
    ),
    "de_services": (
        ("Wartung Heizungsanlage inkl. Kleinmaterial", "Psch.", 18500, 32000, 1),
        ("Monteurstunde", "Std.", 5800, 7400, 18),
        ("Umwälzpumpe 25-60, Einbau und Inbetriebnahme", "Stk.", 28900, 41900, 2),
        ("Kupferrohr 22 mm, verlegt", "m", 1450, 2190, 42),
        ("Thermostatventil M30", "Stk.", 2190, 3490, 14),
        ("Anfahrt Zone 2", "Psch.", 3900, 5900, 1),
    ),
    "de_goods": (
        ("Rapsöl Gastro Kanister 10 l", "KAN", 1690, 2390, 24),
        ("Mineralwasser medium 12 x 0,7 l", "KST", 449, 699, 60),
        ("Handtuchpapier 2-lagig, 3200 Bl.", "KRT", 2190, 3190, 20),
        ("Weizenmehl Type 550, 25 kg", "SCK", 1390, 1890, 30),
        ("Röstkaffee Crema ganze Bohne 1 kg", "STK", 1149, 1690, 48),
        ("Spülmaschinenreiniger 12 kg", "KAN", 2890, 3990, 8),
        ("Gouda jung 48 % Scheiben 1 kg", "PCK", 749, 1090, 40),
        ("Servietten 33 x 33 weiß, 1000 St.", "KRT", 1890, 2690, 12),
        ("Apfelsaft naturtrüb 6 x 1 l", "KRT", 790, 1190, 30),
        ("Butter mild gesäuert 40 x 250 g", "KRT", 6990, 8890, 6),
    ),
    "fr_goods": (
        ("Plateau chêne massif 30 mm, huilé", "u", 14500, 24500, 8),
        ("Pose et ajustage sur site", "h", 4800, 6500, 22),
        ("Quincaillerie inox (lot)", "lot", 3900, 7200, 6),
        ("Panneau mélaminé 18 mm blanc", "m²", 1890, 2990, 45),
        ("Frais de livraison", "forfait", 4500, 8500, 1),
        ("Étude et plans d’exécution", "forfait", 28000, 52000, 1),
    ),
    "us_software": (
        ("Team plan, seats", "", 1200, 2900, 60),
        ("Additional storage, 100 GB blocks", "", 500, 1000, 12),
        ("Priority support add-on", "", 9900, 24900, 1),
        ("API calls, per thousand", "", 40, 90, 900),
        ("Single sign-on module", "", 14900, 19900, 1),
    ),
    "fr_words": (
        ("Rédaction d’articles pour le blog (environ 800 mots)", "article", 14000, 22000, 8),
        ("Relecture et correction du catalogue", "page", 450, 900, 64),
        ("Traduction anglais-français", "mot", 9, 14, 4200),
        ("Réunion de cadrage en visioconférence", "heure", 4500, 6500, 4),
    ),
    "cn_export": (
        ("STAINLESS STEEL WATER BOTTLE 750ML 不锈钢水壶", "PCS", 185, 420, 3600),
        ("BAMBOO CUTTING BOARD 38X28CM 竹砧板", "PCS", 140, 310, 2400),
        ("LED WORK LIGHT 50W IP65 LED工作灯", "SETS", 690, 1450, 800),
        ("PACKING TAPE 48MM X 66M 封箱胶带", "ROLLS", 38, 74, 7200),
        ("GARDEN HOSE REEL 20M 花园水管车", "SETS", 1190, 2150, 600),
        ("CERAMIC MUG 11OZ 陶瓷杯", "PCS", 62, 125, 6000),
    ),
    "de_office": (
        ("Bürodrehstuhl Modell Lido, schwarz, mit Armlehnen", "Stück", 18900, 28900, 6),
        ("Kopierpapier A4 80 g, Karton 5 x 500 Blatt", "Karton", 1990, 2890, 20),
        ("Toner kompatibel HP 59X", "Stück", 4490, 7990, 5),
        ("Aktenordner breit, 10er Pack", "Pack", 1590, 2190, 12),
        ("USB-C-Dockingstation 12-in-1", "Stück", 8990, 14990, 4),
        ("Versandkosten", "", 590, 990, 1),
    ),
    "au_trade": (
        ("Call out fee - metro", "ea", 8500, 12000, 1),
        ("Labour - licensed plumber", "hr", 9500, 13500, 9),
        ("Hot water unit 250L electric, supply & install", "ea", 118000, 169000, 1),
        ("Copper pipe 20mm", "m", 1450, 2350, 24),
        ("Tempering valve 15mm", "ea", 9800, 14200, 2),
        ("Tip fee & disposal of old unit", "ea", 5500, 8000, 1),
    ),
    "ch_timber": (
        ("Einbauschrank Eiche furniert, nach Mass", "Stk", 185000, 320000, 2),
        ("Montage vor Ort", "Std", 9200, 11800, 22),
        ("Arbeitsplatte Massivholz geölt", "m", 28000, 46000, 5),
        ("Beschläge und Kleinmaterial", "pausch.", 12000, 24000, 1),
        ("Entsorgung Altmaterial", "pausch.", 9000, 18000, 1),
    ),
    "cn_software": (
        ("企业管理系统年度服务费", "套", 980000, 2680000, 1),
        ("云服务器租用", "月", 68000, 129000, 12),
        ("现场实施与培训", "人天", 120000, 180000, 15),
        ("短信接口调用包（1万条）", "包", 42000, 56000, 6),
        ("数据迁移服务", "次", 350000, 680000, 1),
    ),
}


@dataclass(frozen=True, slots=True)
class TradeLine:
    """One line of an invoice before tax."""

    description: str
    unit: str
    quantity: Decimal
    price: Decimal
    net: Decimal
    code: str

    def row(self) -> dict[str, str]:
        """The line by the names of an invoice's cells."""
        return {
            "description": self.description,
            "quantity": plain(self.quantity),
            "unit_price": f"{self.price:.2f}",
            "net_amount": f"{self.net:.2f}",
        }


def trade_lines(trade: str, count: int, chance: Random, halves: tuple[str, ...] = ()) -> tuple[TradeLine, ...]:
    """So many lines of a trade, each ware at most once; units named in `halves` also come in halves and quarters."""
    wares = chance.sample(WARES[trade], min(count, len(WARES[trade])))
    return tuple(_line(ware, chance, ware[1] in halves) for ware in wares)


def _line(ware: Ware, chance: Random, broken: bool) -> TradeLine:
    description, unit, low, high, most = ware
    quantity = Decimal(chance.randint(max(1, most // 4), most))
    if broken and quantity > 1:
        quantity -= chance.choice((Decimal("0"), Decimal("0.5"), Decimal("0.25")))
    price = Decimal(chance.randint(low, high)) / 100
    code = f"{chance.choice('ABDKMT')}{chance.randint(100, 999)}-{chance.randint(10, 99)}"
    return TradeLine(description, unit, quantity, price, cents(quantity * price), code)


def cents(value: Decimal) -> Decimal:
    """Rounded as merchants do."""
    return value.quantize(CENT, ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """Without needless noughts: 3, 2.5."""
    return f"{value.normalize():f}"


def net_of(lines: Sequence[TradeLine]) -> Decimal:
    """The sum of the lines."""
    return sum((line.net for line in lines), Decimal(0))


def taxed(net: Decimal, tax: Decimal, currency: str) -> dict[str, str]:
    """The sums of an invoice, tax on top."""
    return {
        "net_amount": f"{net:.2f}",
        "tax_amount": f"{tax:.2f}",
        "total_amount": f"{net + tax:.2f}",
        "currency": currency,
    }


def siren(chance: Random) -> str:
    """A French company's number (its last digit after Luhn)."""
    body = "".join(str(chance.randint(1, 9)) for _ in range(8))
    total = sum(sum(divmod(int(digit) * (1 + at % 2), 10)) for at, digit in enumerate(body))
    return f"{body}{-total % 10}"


def french_vat(number: str) -> str:
    """The French VAT number of a company's SIREN."""
    return f"FR{(12 + 3 * (int(number) % 97)) % 97:02d}{number}"
