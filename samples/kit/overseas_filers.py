"""Who files accounts elsewhere where English is written: Australia, New Zealand, Hong Kong, Singapore."""

from __future__ import annotations

from random import Random

from samples.identifiers import weighed
from samples.kit.invent import digits

FIRMS = {
    "au": (
        "Wattle Creek Plumbing",
        "Bindara Coffee Roasters",
        "Coolabah Fencing",
        "Southern Cove Marine",
        "Jarrah Fit",
    ),
    "nz": ("Kauri Ridge Joinery", "Tasman Bay Honey", "Rimu Valley Builders", "Southerly Kayaks", "Pohutukawa Print"),
    "sg": ("Bukit Lestari Engineering", "Straits Lantern Foods", "Kallang Precision", "Merbau Interiors"),
}
FORMS = {"au": "Pty Ltd", "nz": "Limited", "sg": "Pte. Ltd."}
HONG_KONG_FIRMS = (
    ("Golden Harbour Garments", "金港製衣"),
    ("Lok Wah Electronics", "樂華電子"),
    ("Victoria Peak Trading", "維峰貿易"),
    ("Sing Fat Logistics", "盛發物流"),
    ("Tai Yuen Printing", "大源印刷"),
)
PEOPLE = {
    "au": ("Lachlan Trevanion", "Matilda Kovacs", "Bruce Abernathy", "Indigo Papadakis", "Kylie Drummond"),
    "nz": ("Aroha Whitiora", "Hamish Calderwood", "Tane Ruakere", "Philippa Strang"),
    "hk": ("Chan Wing Kei", "Lam Suk Yee", "Kwok Ho Ming", "Ng Pui Shan", "Tse Chi Fai"),
    "sg": ("Tan Boon Keat", "Nurul Aisyah Binte Rahmat", "Goh Siew Hoon", "Ravi Subramaniam", "Lim Wei Jie"),
}
PRACTICES = {
    "au": ("Merriweather & Stokes", "Banksia Advisory Pty Ltd", "Yarrow Hill Accountants"),
    "nz": ("Totara Accounting Limited", "Fantail & Bruce"),
    "hk": ("K. L. Yip & Partners CPA Limited", "Fung Ho & Co.", "Wan Chai Tong CPA Limited"),
    "sg": ("Teck Hua Assurance PAC", "Raffles Quay & Partners LLP", "Seng Leong & Associates"),
}
STREETS = {
    "au": ("14 Ironbark Street, Mullumbar NSW 2998", "Unit 3, 88 Tide Road, Corriston VIC 3997"),
    "nz": ("22 Ferry Lane, Waihanga 7999", "5B Mill Road, Otamura 3991"),
    "hk": (
        "Unit 1203, 12/F., Wing Fat Industrial Building, 88 Hing Yip Lane, Kwun Tong, Kowloon",
        "Flat B, 7/F., Lee Shing Centre, 21 Connaught Road Far West, Hong Kong",
    ),
    "sg": ("31 Jalan Merbau #04-12, Singapore 699931", "8 Kaki Bukit Rise #02-05, Singapore 499918"),
}


def filer(country: str, chance: Random) -> dict[str, str]:
    """A company of au, nz, hk or sg with its directors and accountants."""
    director, second = chance.sample(PEOPLE[country], 2)
    name, chinese = chance.choice(HONG_KONG_FIRMS) if country == "hk" else (chance.choice(FIRMS[country]), "")
    form = "Company Limited" if country == "hk" else FORMS[country]
    number = {"au": australian_number, "sg": singaporean_number}.get(country, lambda one: digits(7, one))(chance)
    return {
        "entity": f"{name} {form}",
        "chinese": f"{chinese}有限公司" if chinese else "",
        "registration_number": number,
        "director": director,
        "second_director": second,
        "address": chance.choice(STREETS[country]),
        "practice": chance.choice(PRACTICES[country]),
    }


def australian_number(chance: Random) -> str:
    """An Australian company number (ACN)."""
    return checked_australian(digits(8, chance))


def checked_australian(body: str) -> str:
    """Eight digits of an Australian company number with the ninth, a check digit with weights 8 to 1."""
    return body + str(-weighed(body, range(8, 0, -1)) % 10)


def business_number(company_number: str) -> str:
    """The Australian business number (ABN) of a company: two check digits (modulus 89) before its ACN."""
    total = weighed(company_number, range(3, 20, 2))
    # The first digit is lessened by one before it is weighed (weights 10 and 1), hence the check digits run from 10.
    lead = next(one for one in range(10, 100) if (one - 10 + total) % 89 == 0)
    return f"{lead}{company_number}"


def singaporean_number(chance: Random) -> str:
    """A Singaporean entity number (UEN) of a local company."""
    return checked_singaporean(f"{chance.randint(1998, 2021)}{chance.randint(100, 39_999):05d}")


def checked_singaporean(body: str) -> str:
    """Year and five digits of a Singaporean entity number with its check letter."""
    return body + "ZKCMDNERGWH"[weighed(body, (10, 8, 6, 4, 9, 7, 5, 3, 1)) % 11]


def threes(number: str) -> str:
    """A number in groups of three from its end, as Australian numbers are printed."""
    first = len(number) % 3
    groups = [number[at : at + 3] for at in range(first, len(number), 3)]
    return " ".join(([number[:first]] if first else []) + groups)
