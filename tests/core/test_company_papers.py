"""Certificates of companies of many registers, each in its own wording: what all of them must give."""

from __future__ import annotations

import pytest

from ocr.kinds.certificate_of_incorporation import KIND
from tests.core.drawn_documents import document
from tests.core.drawn_text import typed

Told = tuple[str | None, ...]
PAPERS: dict[str, tuple[str, Told]] = {
    "a partnership": (
        """
CERTIFICATE OF INCORPORATION
OF A LIMITED LIABILITY PARTNERSHIP
Partnership No. OC345678
The Registrar of Companies for England and Wales hereby certifies that
HOLLOWAY & FINCH LLP
is this day incorporated as a limited liability partnership under the
Limited Liability Partnerships Act 2000 and that its registered office is
situated in England and Wales.
Given at Companies House, Cardiff, the 14th day of June 2017""",
        (
            "OC345678",
            "HOLLOWAY & FINCH LLP",
            "limited liability partnership",
            "2017-06-14",
            "England and Wales",
            "Companies House",
        ),
    ),
    "a new name": (
        """
FILE COPY
CERTIFICATE OF INCORPORATION
ON CHANGE OF NAME
Company No. 7123456
The Registrar of Companies for England and Wales hereby certifies that
OLDBURY GRAIN LIMITED
having by special resolution changed its name, is now incorporated
under the name of
HARVEST MOON TRADING LIMITED
Given at Companies House on 3rd March 2020""",
        ("7123456", "HARVEST MOON TRADING LIMITED", None, None, "England and Wales", "Companies House"),
    ),
    "Ireland": (
        """
Number 612345
Certificate of Incorporation
I hereby certify that
BALLYMORE DAIRY LIMITED
is this day incorporated under
the Companies Act 2014,
and that the company is a
Private Company Limited by Shares
Given under my hand at Dublin, this
Tuesday, the 12th day of June, 2018
for Registrar of Companies""",
        (
            "612345",
            "BALLYMORE DAIRY LIMITED",
            "Private Company Limited by Shares",
            "2018-06-12",
            "Ireland",
            "Registrar of Companies",
        ),
    ),
    "Singapore": (
        """
ACCOUNTING AND CORPORATE REGULATORY AUTHORITY
(ACRA)
CERTIFICATE CONFIRMING INCORPORATION OF COMPANY
This is to confirm that MERLION FOODS PTE. LTD. is incorporated under the Companies Act
1967, on and from 05 March 2019 and that the company is a private company limited by shares.
UEN: 201907654K
GIVEN UNDER MY HAND AND SEAL ON 06 March 2019
ASST REGISTRAR OF COMPANIES & BUSINESS NAMES
SINGAPORE""",
        (
            "201907654K",
            "MERLION FOODS PTE. LTD.",
            "private company limited by shares",
            "2019-03-05",
            "Singapore",
            "ACCOUNTING AND CORPORATE REGULATORY AUTHORITY",
        ),
    ),
    "Cayman Islands": (
        """
MC-345678
Certificate Of Incorporation
I, JANE SMITH Assistant Registrar of Companies of the Cayman Islands DO HEREBY CERTIFY,
pursuant to the Companies Act, that all requirements of the said Act in respect of registration
were complied with by
Turtle Bay Holdings Ltd.
an Exempted Company incorporated in the Cayman Islands with Limited Liability with effect from the
7th day of July Two Thousand Nineteen
Given under my hand and Seal at George Town in the Island of Grand Cayman
this 7th day of July Two Thousand Nineteen""",
        (
            "MC-345678",
            "Turtle Bay Holdings Ltd.",
            "Exempted Company",
            "2019-07-07",
            "Cayman Islands",
            "Registrar of Companies",
        ),
    ),
    "Canada": (
        """
Innovation, Science and Economic Development Canada
Corporations Canada
Certificate of Incorporation
Canada Business Corporations Act
MAPLE HARBOUR LOGISTICS INC.
Corporate name
1234567-8
Corporation number
I HEREBY CERTIFY that the above-named corporation, the articles of incorporation of which are
attached, is incorporated under the Canada Business Corporations Act.
Raymond Edwards
Director
2019-03-05
Date of Incorporation (YYYY-MM-DD)""",
        ("1234567-8", "MAPLE HARBOUR LOGISTICS INC.", "corporation", "2019-03-05", "Canada", "Corporations Canada"),
    ),
    "British Columbia": (
        """
BRITISH COLUMBIA
BC Registry Services
Number: BC1234567
CERTIFICATE OF INCORPORATION
BUSINESS CORPORATIONS ACT
I Hereby Certify that CEDAR COAST FOODS LTD. was incorporated
under the Business Corporations Act on March 5, 2019 at 10:30 AM Pacific Time.
ISSUED under my hand at Victoria, British Columbia
On March 5, 2019""",
        ("BC1234567", "CEDAR COAST FOODS LTD.", None, "2019-03-05", "British Columbia", "BC Registry Services"),
    ),
    "Australia": (
        """
Certificate of Registration of a Company
This is to certify that
WATTLE CREEK BAKERY PTY LTD
Australian Company Number 612 345 678
is a registered company under the Corporations Act 2001 and
is taken to be registered in New South Wales.
The company is limited by shares.
The company is a proprietary company.
The day of commencement of registration is
the fifth day of March 2019.
Issued by the
Australian Securities and Investments Commission
on this fifth day of March, 2019.""",
        (
            "612345678",
            "WATTLE CREEK BAKERY PTY LTD",
            "proprietary company",
            "2019-03-05",
            "New South Wales",
            "Australian Securities and Investments Commission",
        ),
    ),
    "India": (
        """
GOVERNMENT OF INDIA
MINISTRY OF CORPORATE AFFAIRS
Central Registration Centre
Certificate of Incorporation
[Pursuant to sub-section (2) of section 7 of the Companies Act, 2013]
I hereby certify that SARASWATI TEXTILES PRIVATE LIMITED is incorporated on this Fifth day of March Two
thousand nineteen under the Companies Act, 2013 (18 of 2013) and that the company is limited by shares.
The Corporate Identity Number of the company is U17110MH2019PTC321234.
The Permanent Account Number (PAN) of the company is AAACS1234A
Given under my hand at Manesar this Fifth day of March Two thousand nineteen.""",
        (
            "U17110MH2019PTC321234",
            "SARASWATI TEXTILES PRIVATE LIMITED",
            "company limited by shares",
            "2019-03-05",
            "India",
            "MINISTRY OF CORPORATE AFFAIRS",
        ),
    ),
    "Delaware": (
        """
Delaware
The First State
Page 1
I, JEFFREY W. BULLOCK, SECRETARY OF STATE OF THE STATE OF
DELAWARE, DO HEREBY CERTIFY "HARBOR STREET ANALYTICS LLC" IS DULY
FORMED UNDER THE LAWS OF THE STATE OF DELAWARE AND IS IN GOOD
STANDING AND HAS A LEGAL EXISTENCE SO FAR AS THE RECORDS OF THIS
OFFICE SHOW, AS OF THE NINTH DAY OF MAY, A.D. 2023.
AND I DO HEREBY FURTHER CERTIFY THAT THE SAID "HARBOR STREET
ANALYTICS LLC" WAS FORMED ON THE FIFTH DAY OF MARCH, A.D. 2019.
7312345 8300
SR# 20231234567
Authentication: 203312345
Date: 05-09-23""",
        ("7312345", "HARBOR STREET ANALYTICS LLC", None, "2019-03-05", "Delaware", "SECRETARY OF STATE"),
    ),
    "New York": (
        """
State of New York
Department of State } ss:
I hereby certify, that HUDSON LINE COFFEE LLC a NEW YORK
Limited Liability Company filed Articles of Organization pursuant to the Limited Liability
Company Law on 03/05/2019, and that the Limited Liability Company is existing so far as
shown by the records of the Department.
DOS ID: 5512345
CERTIFICATE OF STATUS
WITNESS my hand and the official seal""",
        (
            "5512345",
            "HUDSON LINE COFFEE LLC",
            "Limited Liability Company",
            "2019-03-05",
            "New York",
            "Department of State",
        ),
    ),
    "Florida": (
        """
State of Florida
Department of State
I certify from the records of this office that GULF PALM MARINE, INC. is a
corporation organized under the laws of the State of Florida, filed on March 5,
2019, effective March 5, 2019.
The document number of this corporation is P19000012345.
I further certify that said corporation has paid all fees due this office through
December 31, 2023, that its most recent annual report was filed on January 12, 2023
and that its status is active.
CERTIFICATE OF STATUS""",
        ("P19000012345", "GULF PALM MARINE, INC.", "corporation", "2019-03-05", "Florida", "Department of State"),
    ),
    "Illinois": (
        """
File Number 7212-345-6
To all to whom these Presents Shall Come, Greeting:
I, Jesse White, Secretary of State of the State of Illinois, do hereby certify that
PRAIRIE BELL FOODS, INC., A DOMESTIC CORPORATION, INCORPORATED UNDER THE LAWS OF THIS STATE ON
MARCH 05, 2019, APPEARS TO HAVE COMPLIED WITH ALL THE PROVISIONS OF THE BUSINESS CORPORATION ACT
OF THIS STATE, AND AS OF THIS DATE, IS IN GOOD STANDING AS A DOMESTIC CORPORATION IN THE STATE OF
ILLINOIS.
In Testimony Whereof, I hereto set my hand this 9TH day of MAY A.D. 2023""",
        (
            "7212-345-6",
            "PRAIRIE BELL FOODS, INC.",
            "domestic corporation",
            "2019-03-05",
            "Illinois",
            "Secretary of State",
        ),
    ),
}
"""By register: what is printed, and number, name, type, day, jurisdiction and authority."""


@pytest.mark.parametrize("register", PAPERS)
def test_every_register_is_read(register: str) -> None:
    print_, told = PAPERS[register]
    found = document(KIND, typed(*print_.strip().split("\n")))
    assert tuple(found.text(name) for name in KIND.fields) == told
    assert found.strength >= 0.5
