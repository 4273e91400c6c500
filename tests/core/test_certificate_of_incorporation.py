"""Certificates of incorporation, in the wordings of several registers."""

from __future__ import annotations

import datetime as dt

import pytest

from cases.model import CheckResult
from ocr.english_dates import date_of
from ocr.kinds.certificate_of_incorporation import KIND
from tests.core.drawn_documents import document
from tests.core.drawn_text import typed

UK = (
    "CERTIFICATE OF INCORPORATION",
    "OF A PRIVATE LIMITED COMPANY",
    "Company Number 09876543",
    "The Registrar of Companies for England and Wales, hereby certifies that",
    "BRIGHTWATER JOINERY LIMITED",
    "is this day incorporated under the Companies Act 2006 as a",
    "private company, that the company is limited by shares, and the",
    "situation of its registered office is in England and Wales.",
    "Given at Companies House, Cardiff, on 5th March 2019.",
)
DELAWARE = (
    "Delaware",
    "I, JANE R. DOE, SECRETARY OF STATE OF THE STATE OF",
    "DELAWARE, DO HEREBY CERTIFY THE ATTACHED IS A TRUE AND CORRECT",
    'COPY OF THE CERTIFICATE OF INCORPORATION OF "ACME ROBOTICS,',
    'INC.", FILED IN THIS OFFICE ON THE TWENTY-FIFTH DAY OF MARCH, A.D. 2019,',
    "AT 10:30 O'CLOCK A.M.",
    "7312345 8100",
)
CALIFORNIA = (
    "State of California",
    "Secretary of State",
    "Articles of Organization",
    "Entity No. 201912345678",
    "FILED Secretary of State State of California MAR 05 2019",
    "Name of the limited liability company: Golden Bay Bakery LLC",
)
HONG_KONG = (
    "Companies Registry",
    "CERTIFICATE OF INCORPORATION",
    "I hereby certify that",
    "PEARL DELTA TRADING LIMITED",
    "is this day incorporated in Hong Kong under the Companies Ordinance",
    "Issued on 5 March 2019.",
    "Company No. 2801234",
)


@pytest.mark.parametrize(
    ("lines", "country", "fields"),
    [
        (
            UK,
            "GB",
            {
                "registration_number": "09876543",
                "legal_name": "BRIGHTWATER JOINERY LIMITED",
                "entity_type": "private limited company",
                "incorporated_on": "2019-03-05",
                "jurisdiction": "England and Wales",
                "authority": "Companies House",
            },
        ),
        (
            DELAWARE,
            "US",
            {
                "registration_number": "7312345",
                "legal_name": "ACME ROBOTICS, INC.",
                "entity_type": "corporation",
                "incorporated_on": "2019-03-25",
                "jurisdiction": "Delaware",
                "authority": "SECRETARY OF STATE",
            },
        ),
        (
            CALIFORNIA,
            "US",
            {
                "registration_number": "201912345678",
                "legal_name": "Golden Bay Bakery LLC",
                "entity_type": "limited liability company",
                "incorporated_on": "2019-03-05",
                "jurisdiction": "California",
                "authority": "Secretary of State",
            },
        ),
        (
            HONG_KONG,
            "HK",
            {
                "registration_number": "2801234",
                "legal_name": "PEARL DELTA TRADING LIMITED",
                "incorporated_on": "2019-03-05",
                "jurisdiction": "Hong Kong",
                "authority": "Companies Registry",
            },
        ),
    ],
)
def test_fields(lines: tuple[str, ...], country: str, fields: dict[str, str]) -> None:
    found = document(KIND, typed(*lines))
    assert {name: field.value for name, field in found.fields.items()} == fields
    assert found.country == country
    assert found.strength >= 0.7


@pytest.mark.parametrize(
    ("number", "result"),
    [("09876543", CheckResult.NOT_FOUND), ("SC123456", CheckResult.NOT_FOUND), ("QX123456", CheckResult.FOUND)],
)
def test_the_form_of_a_british_number(number: str, result: CheckResult) -> None:
    lines = (*UK[:2], f"Company Number {number}", *UK[3:])
    assert KIND.check(document(KIND, typed(*lines)))[0].result is result


def test_the_number_of_an_unknown_register_cannot_be_checked() -> None:
    assert KIND.check(document(KIND, typed(*HONG_KONG)))[0].result is CheckResult.COULD_NOT_RUN


@pytest.mark.parametrize(
    "lines",
    [
        ("LOAN AGREEMENT", "The Borrower delivers its certificate of incorporation.", "Companies Act 2006"),
        ("Abridged accounts", "Company number 09876543", "Companies Act 2006", "Companies House"),
        ("Invoice", "Total 12.00"),
        (),
    ],
)
def test_other_papers_are_no_certificate(lines: tuple[str, ...]) -> None:
    assert KIND.evidence(typed(*lines)) < 0.4


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on 5th March 2019.", dt.date(2019, 3, 5)),
        ("March 5, 2019", dt.date(2019, 3, 5)),
        ("the thirty-first day of December, A.D. 2020", dt.date(2020, 12, 31)),
        ("this 2nd day of June 2021", dt.date(2021, 6, 2)),
        ("2021-06-02", dt.date(2021, 6, 2)),
        ("31 February 2020", None),
        ("no date", None),
    ],
)
def test_english_dates(text: str, day: dt.date | None) -> None:
    assert date_of(text) == day


def test_figures_alone_follow_the_country() -> None:
    assert date_of("03/05/2019", month_first=True) == dt.date(2019, 3, 5)
    assert date_of("03/05/2019") == dt.date(2019, 5, 3)


WORDINGS = {
    "charter, the name behind a broken line": (
        """DOMESTIC LIMITED-LIABILITY COMPANY CHARTER
I, the duly qualified Nevada Secretary of State, do hereby certify
that SILVER SAGE CAPITAL LLC did, on 08/09/2022, file in this office the original ARTICLES OF
ORGANIZATION that said document is now on file in the State of Nevada.
Entity Number: E1234567-2022""",
        {"legal_name": "SILVER SAGE CAPITAL LLC", "registration_number": "E1234567-2022", "jurisdiction": "Nevada"},
    ),
    "a filing receipt": (
        """N. Y. S. DEPARTMENT OF STATE
DIVISION OF CORPORATIONS AND STATE RECORDS
FILING RECEIPT
ENTITY NAME: HUDSON FORGE LLC
DOCUMENT TYPE: ARTICLES OF ORGANIZATION (DOM LLC)
DOS ID: 5912345
FILED: 01/11/2021""",
        {
            "legal_name": "HUDSON FORGE LLC",
            "registration_number": "5912345",
            "jurisdiction": "New York",
            "incorporated_on": "2021-01-11",
        },
    ),
    "from the records of the office": (
        """State of Florida
Department of State
I certify from the records of this office that GULFSTREAM CHARTERS LLC is a limited liability company
organized under the laws of the State of Florida, filed on March 17, 2021.
The document number of this limited liability company is L21000123456.
I further certify that said limited liability company has paid all fees.""",
        {"legal_name": "GULFSTREAM CHARTERS LLC", "registration_number": "L21000123456", "jurisdiction": "Florida"},
    ),
    "an effective day below the one of the paper": (
        """Office of the Secretary of State
CERTIFICATE OF FILING
LONE PINE DRILLING, LLC
File Number: 804123456
The undersigned, as Secretary of State of Texas, hereby certifies that a Certificate of Formation for the
above named company has been received, evidencing filing effective on the date shown below.
Dated: 06/28/2021
Effective: 06/30/2021""",
        {"incorporated_on": "2021-06-30", "registration_number": "804123456"},
    ),
    "a form whose label explains itself": (
        """Secretary of State
Articles of Organization
Limited Liability Company (LLC)
FILED Secretary of State State of California MAY 03 2021
1. Limited Liability Company Name (Must contain an LLC ending such as LLC or L.L.C.)
SEQUOIA ROBOTICS LLC
2. Business Addresses""",
        {"legal_name": "SEQUOIA ROBOTICS LLC", "incorporated_on": "2021-05-03"},
    ),
    "a number with strokes apart": (
        """Companies and Intellectual Property Commission
Republic of South Africa
COR 14.3: Registration Certificate
Registration number    2019 / 123456 / 07
Enterprise Name        KAROO SOLAR (PTY) LTD
Registration Date      26/03/2019
We certify that the above company was incorporated under the Companies Act, 2008.""",
        {
            "registration_number": "2019/123456/07",
            "legal_name": "KAROO SOLAR (PTY) LTD",
            "authority": "Companies and Intellectual Property Commission",
            "incorporated_on": "2019-03-26",
        },
    ),
    "a number that begins with letters": (
        """REPUBLIC OF KENYA
THE COMPANIES ACT, 2015
No. PVT-AB12CD34
CERTIFICATE OF INCORPORATION
I hereby CERTIFY that RIFT VALLEY TEAS LIMITED is this day incorporated under the Companies Act, 2015
Given under my hand at Nairobi on Wednesday, 19th May 2021.
REGISTRAR OF COMPANIES""",
        {"registration_number": "PVT-AB12CD34", "jurisdiction": "Kenya", "incorporated_on": "2021-05-19"},
    ),
}


@pytest.mark.parametrize("wording", WORDINGS)
def test_every_wording_is_read(wording: str) -> None:
    print_, fields = WORDINGS[wording]
    text = typed(*print_.split("\n"))
    found = KIND.extract(text, "d").fields
    assert {name: found[name].value for name in fields} == fields
    assert KIND.evidence(text) >= 0.5
