"""People, companies and addresses of countries that few papers of the kit come from; none of them exists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random

from samples.kit.invent import digits
from samples.kit.overseas_filers import business_number, threes

PEOPLE: Mapping[str, Sequence[str]] = {
    "ie": ("Aoife Brennan", "Ciarán Ó Dálaigh", "Saoirse McGrath", "Declan Twomey", "Niamh Fogarty", "Eoin Hanrahan"),
    "au": ("Bronwyn Tuckett", "Lachlan Petrakis", "Imogen Vu", "Darcy Holloway", "Matilda Kearsley", "Jarrah Simms"),
    "sg": (
        "Tan Wei Ling",
        "Muhammad Faizal bin Rahim",
        "Lim Jun Hao",
        "Priya d/o Ramesh",
        "Koh Siew Hwa",
        "Ng Kai Xin",
    ),
    "hk": ("CHEUNG Ka Yan", "LAU Tsz Kit", "WONG Mei Fong", "KWOK Ho Yin", "YIP Suk Man", "HO Chi Ming"),
    "ch": ("Urs Zbinden", "Ladina Caflisch", "Reto Ammann", "Vreni Hürlimann", "Beat Odermatt", "Seraina Bühler"),
}
FIRMS: Mapping[str, Sequence[str]] = {
    "ie": ("Slaney Valley Foods Limited", "Corrib Marine Services Ltd", "Ballybeg Joinery DAC", "Rinn Hotels Ltd"),
    "au": ("Banksia Plumbing Pty Ltd", "Wattle Creek Orchards Pty Ltd", "Southern Cross Scaffolds Pty Ltd",
           "Redgum Signs Pty Ltd", "Kurrajong Pool Care Pty Ltd"),
    "sg": ("Merlion Marine Supplies Pte. Ltd.", "Straits Orchid Catering Pte. Ltd.", "Jurong Precision Tools Pte. Ltd.",
           "Katong Bakehouse Pte. Ltd."),
    "hk": ("Tai Shing Hardware Company Limited", "Harbour Lantern Trading Limited", "Golden Carp Restaurant Limited",
           "Lion Peak Garments Limited"),
    "ch": ("Alpstein Schreinerei AG", "Seeblick Gastronomie GmbH", "Matterberg Solartechnik AG",
           "Bündner Käsekeller GmbH", "Uhrwerk Präzision AG"),
}  # fmt: skip
STREETS: Mapping[str, Sequence[str]] = {
    "ie": ("Chapel Street", "The Quay", "Abbey Road", "Mill Lane"),
    "au": ("Banksia Street", "Old Coach Road", "Jacaranda Avenue", "Station Street"),
    "sg": ("Tampines Crescent", "Upper Serang Road", "Kallang Way", "Pasir Laba Drive"),
    "hk": ("Tung Lok Street", "Shek Pai Road", "Wing Hing Street", "Fuk Wa Lane"),
    "ch": ("Bahnhofstrasse", "Kirchgasse", "Seefeldweg", "Dorfstrasse"),
}
TOWNS: Mapping[str, Sequence[str]] = {
    "ie": ("Ballycarra, Co. Wexford Y99 K2P7", "Rathmoyle, Co. Mayo F99 T8D3", "Knockbeg, Co. Cork T99 XC41"),
    "au": ("Wirrabilla VIC 3999", "Coolamon Bay NSW 2999", "Port Jarrah QLD 4999", "Mount Mallee SA 5999"),
    "sg": ("Singapore 529999", "Singapore 349998", "Singapore 619997"),
    "hk": ("Tuen Wan, New Territories", "Sham Kok, Kowloon", "Aberdale, Hong Kong"),
    "ch": ("8999 Seedorf", "7399 Bergün", "3999 Oberwil", "9099 Altmatt"),
}


def resident(country: str, chance: Random) -> str:
    """A person's full name as the country writes it."""
    return chance.choice(PEOPLE[country])


def overseas_firm(country: str, chance: Random) -> str:
    """A company with its legal form."""
    return chance.choice(FIRMS[country])


def overseas_address(country: str, chance: Random) -> tuple[str, str]:
    """Street and town, as two lines."""
    street, town, number = chance.choice(STREETS[country]), chance.choice(TOWNS[country]), chance.randint(3, 240)
    if country == "sg":
        return f"Blk {number} {street} #{chance.randint(2, 14):02d}-{chance.randint(11, 199)}", town
    if country == "hk":
        return f"Flat {chance.choice('ABCD')}, {chance.randint(2, 31)}/F, {number} {street}", town
    return (f"{street} {number}" if country == "ch" else f"{number} {street}"), town


def abn(chance: Random) -> str:
    """An Australian business number with its check digits (modulus 89), in groups."""
    return threes(business_number(digits(9, chance)))
