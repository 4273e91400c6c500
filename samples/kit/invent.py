"""People, companies, addresses and numbers that do not exist; what has check digits has the right ones."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from samples.identifiers import uscc, weighed

CENT = Decimal("0.01")
GIVEN: Mapping[str, Sequence[str]] = {
    "gb": ("Amelia", "Rhys", "Oluwaseun", "Priya", "Callum", "Morag", "Gareth", "Tamsin", "Idris", "Beatrix"),
    "us": ("Marisol", "Dwayne", "Ashley", "Trent", "Keisha", "Hector", "Brooke", "Elijah", "Noelle", "Curtis"),
    "de": ("Anneliese", "Jürgen", "Björn", "Käthe", "Torsten", "Sibylle", "Emre", "Ottilie", "Fabian", "Grit"),
    "fr": ("Élodie", "Thibault", "Maëlle", "Gaspard", "Solène", "Yann", "Capucine", "Lucien", "Inès", "Rémi"),
    "cn": ("建国", "丽娟", "志远", "晓梅", "文博", "雪", "海涛", "思琪", "伟", "玉兰"),
}
SURNAMES: Mapping[str, Sequence[str]] = {
    "gb": ("Thackeray", "Penhaligon", "Adeyemi", "O'Rourke", "Fairweather", "Kaur", "Llewellyn", "Ashdown", "Birch"),
    "us": ("Castellano", "Whitlock", "Nguyen", "Boudreaux", "McAllister", "Ortega", "Lindqvist", "Freeman", "Park"),
    "de": ("Kirchhöfer", "Oßwald", "Brandstätter", "Yıldız", "Lünemann", "Petersen", "Hagedorn", "Schöning", "Voß"),
    "fr": ("Delacourt", "Lefèbvre", "Marchais", "Benali", "Rousselot", "Guéguen", "Château", "Perrin", "Dubreuil"),
    "cn": ("欧阳", "王", "李", "张", "陈", "赵", "周", "林", "徐", "何"),
}
FIRM_NAMES: Mapping[str, Sequence[str]] = {
    "gb": ("Bramble & Wick", "Tidewater Joinery", "Kestrel Print Works", "Moorside Dairy", "Halcyon Freight",
           "Pennant Cycles", "Lantern Street Bakery", "Wychwood Timber"),
    "us": ("Blue Mesa Roofing", "Harborview Dental", "Cedar Fork Brewing", "Sunfield Produce", "Ironwood Machine",
           "Lakeshore Tile", "Prairie Star Logistics", "Copper Canyon Electric"),
    "de": ("Elbtal Metallbau", "Brotmanufaktur Lindner", "Nordlicht Elektrotechnik", "Weinhof Rebstock",
           "Schwarzwald Holzbau", "Rheinkiesel Logistik", "Uferwerk Druck", "Bergmann Haustechnik"),
    "fr": ("Les Ateliers du Quai", "Boulangerie Marchais", "Transports du Lys", "Menuiserie Beaurepaire",
           "Cave des Trois Tours", "Imprimerie Sainte-Claire"),
    "cn": ("云帆贸易", "锦程包装材料", "绿野食品", "恒达机电设备", "晨曦信息技术", "华岳建材", "瑞丰纺织", "海纳物流"),
}  # fmt: skip
FORMS: Mapping[str, Sequence[str]] = {
    "gb": ("Ltd", "Limited", "LLP"), "us": ("LLC", "Inc.", "Corp."), "de": ("GmbH", "GmbH & Co. KG", "e.K."),
    "fr": ("SARL", "SAS"), "cn": ("有限公司",),
}  # fmt: skip
STREETS: Mapping[str, Sequence[str]] = {
    "gb": ("Cinder Lane", "Old Brewery Yard", "Station Parade", "Marlpit Road", "Quarry Bank"),
    "us": ("Sycamore Avenue", "Old Mill Road", "W Juniper Street", "Canal Boulevard", "Ridgeline Drive"),
    "de": ("Lindenstraße", "Am Alten Hafen", "Gerberweg", "Hauptstraße", "Mühlenwall"),
    "fr": ("rue des Tanneurs", "avenue de la Gare", "quai du Moulin", "place du Marché"),
    "cn": ("解放路", "滨江大道", "工业园西路", "人民南路", "文昌街"),
}
TOWNS: Mapping[str, Sequence[str]] = {
    "gb": ("Harrowby HX3 7QD", "Little Marsden LM1 4ZA", "Penbury PB12 9TN", "Castle Orton CO8 2WX"),
    "us": ("Fairhope, OH 44701", "Mesa Verde, AZ 85299", "Grantsville, TX 75999", "Port Ellis, WA 98099"),
    "de": ("20999 Neuhafen", "04999 Lindenau", "79999 Talheim", "50999 Kirchrode"),
    "fr": ("69999 Saint-Aubin", "44999 Port-Louis", "31999 Castelvieux"),
    "cn": ("杭州市滨江区", "苏州市吴中区", "成都市武侯区", "佛山市南海区"),
}
BANKS: Mapping[str, Sequence[str]] = {
    "gb": ("Northmoor Bank", "Severn & Trent Bank", "Calder Building Society", "Tally"),
    "us": ("First Prairie National Bank", "Summit Ridge Credit Union", "Bank of the Lakes", "Mercer Trust"),
    "de": ("Sparkasse Neuhafen", "Volksbank Talheim eG", "Hanseatische Handelsbank", "Rheinische Direktbank"),
    "fr": ("Banque du Lys", "Crédit du Littoral"),
    "cn": ("江海银行", "东方商业银行", "长河农村商业银行", "汇通银行"),
}


@dataclass(frozen=True, slots=True)
class Person:
    given: str
    surname: str
    sex: str
    """M or F."""
    born: dt.date

    @property
    def full(self) -> str:
        return self.surname + self.given if ord(self.given[0]) > 0x2E00 else f"{self.given} {self.surname}"


def person(country: str, chance: Random) -> Person:
    """An adult between 22 and 68 years of age in 2026."""
    born = dt.date(chance.randint(1958, 2003), 1, 1) + dt.timedelta(days=chance.randrange(365))
    return Person(chance.choice(GIVEN[country]), chance.choice(SURNAMES[country]), chance.choice("MF"), born)


def company(country: str, chance: Random) -> str:
    """A company's name with its legal form."""
    name, form = chance.choice(FIRM_NAMES[country]), chance.choice(FORMS[country])
    if country == "cn":
        return f"{chance.choice(('杭州', '苏州', '成都', '佛山'))}{name}{form}"
    return f"{name} {form}"


def address(country: str, chance: Random) -> tuple[str, str]:
    """Street and town, as two lines."""
    street, town, number = chance.choice(STREETS[country]), chance.choice(TOWNS[country]), chance.randint(2, 198)
    if country == "de":
        return f"{street} {number}", town
    if country == "cn":
        return f"{town}{street}{number}号", ""
    return f"{number} {street}", town


def bank(country: str, chance: Random) -> str:
    return chance.choice(BANKS[country])


def digits(count: int, chance: Random) -> str:
    """So many digits, the first of them not zero."""
    return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in range(count - 1))


def iban(country: str, chance: Random, inside: str = "") -> str:
    """An IBAN with its check digits (ISO 13616); `inside` is the national account number."""
    inside = inside or {"gb": "NMBK" + digits(14, chance), "de": digits(18, chance), "fr": _rib(chance)}[country]
    number = "".join(str(int(one, 36)) for one in f"{inside}{country.upper()}00")
    return f"{country.upper()}{98 - int(number) % 97:02d}{inside}"


def _rib(chance: Random) -> str:
    """A French account number with its key."""
    bank_code, branch, account = digits(5, chance), digits(5, chance), digits(11, chance)
    key = 97 - (89 * int(bank_code) + 15 * int(branch) + 3 * int(account)) % 97
    return f"{bank_code}{branch}{account}{key:02d}"


def routing_number(district: str, chance: Random) -> str:
    """An American bank's routing number in a district of two digits, with its check digit (weights 3, 7, 1)."""
    body = district + digits(6, chance)
    return body + str(-weighed(body, (3, 7, 1, 3, 7, 1, 3, 7)) % 10)


def credit_code(chance: Random) -> str:
    """A Chinese unified social credit code."""
    return uscc(
        "91" + digits(6, chance) + "MA" + "".join(chance.choice("0123456789ABCDEFGHJKLMNPQRTUWXY") for _ in range(7))
    )


def german_vat(chance: Random) -> str:
    """A German VAT number (ISO 7064, MOD 11,10)."""
    body, product = digits(8, chance), 10
    for digit in body:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return f"DE{body}{(11 - product) % 10}"


def british_vat(chance: Random) -> str:
    """A British VAT number (modulus 97)."""
    body = digits(7, chance)
    return f"GB{body}{97 - weighed(body, range(8, 1, -1)) % 97:02d}"


def chinese_id(born: dt.date, sex: str, chance: Random) -> str:
    """A Chinese citizen's number (GB 11643-1999, MOD 11-2); its last digit but one is odd for men."""
    order = chance.randrange(1, 499) * 2 + (sex == "M")
    body = f"{chance.choice(('330106', '320506', '510107', '440605'))}{born:%Y%m%d}{order:03d}"
    total = sum(int(one) * (2 ** (17 - at) % 11) for at, one in enumerate(body))
    return body + "10X98765432"[total % 11]


def amount(low: int, high: int, chance: Random) -> Decimal:
    """A sum of money with cents between two bounds."""
    return Decimal(chance.randint(low * 100, high * 100)) / 100


def month(chance: Random) -> tuple[dt.date, dt.date]:
    """First and last day of some month of 2024 to 2026."""
    year, number = chance.randint(2024, 2026), chance.randint(1, 12)
    return dt.date(year, number, 1), dt.date(year, number, calendar.monthrange(year, number)[1])


def working_day(date: dt.date) -> dt.date:
    """The day itself, or the Friday before a weekend."""
    return date - dt.timedelta(days=max(0, date.weekday() - 4))


def sort_code(chance: Random, first: tuple[int, int] = (10, 89)) -> str:
    """A British bank's code, its first pair of figures between two bounds."""
    return f"{chance.randint(*first)}-{chance.randint(10, 99)}-{chance.randint(10, 99)}"


def european(value: Decimal | str, places: int = 2) -> str:
    """1234.5 as 1.234,50."""
    return f"{Decimal(value):,.{places}f}".translate(str.maketrans(",.", ".,"))


def french(value: Decimal | str) -> str:
    """1234.5 as 1 234,50, with a space that does not break."""
    return european(value).replace(".", "\u00a0")


def spaced(value: str, every: int = 4) -> str:
    """An IBAN in groups of four."""
    return " ".join(value[start : start + every] for start in range(0, len(value), every))
