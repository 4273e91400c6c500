"""Certificates of companies: registers told by few words, years in words, two numbers, a column beside the name."""

from __future__ import annotations

import pytest

from ocr.kinds.certificate_of_incorporation import KIND
from tests.core.drawn_documents import document
from tests.core.drawn_text import typed

PAPERS: dict[str, tuple[str, tuple[str | None, ...]]] = {
    "Ohio": (
        """
DATE DOCUMENT ID DESCRIPTION FILING EXPED PENALTY CERT COPY
03/07/2019 201906501234 DOMESTIC FOR PROFIT LLC - ARTICLES OF ORG (LCP) 99.00
STATE OF OHIO
CERTIFICATE
Ohio Secretary of State, Frank Halloran
4301234
It is hereby certified that the Secretary of State of Ohio has custody of the business records for
BUCKEYE TILE LLC
and, that said business records show the filing and recording of:
Document(s)                      Document No(s):
DOMESTIC FOR PROFIT LLC - ARTICLES OF ORG        201906501234
Effective Date: 03/05/2019
United States of America
State of Ohio
Office of the Secretary of State
Witness my hand and the seal of the Secretary of State at Columbus, Ohio this 7th day of March, A.D. 2019.""",
        ("4301234", "BUCKEYE TILE LLC", None, "2019-03-05", "Ohio", "Secretary of State"),
    ),
    "Philippines": (
        """
REPUBLIC OF THE PHILIPPINES
SECURITIES AND EXCHANGE COMMISSION
COMPANY REG. NO. CS201912345
CERTIFICATE OF INCORPORATION
KNOW ALL PERSONS BY THESE PRESENTS:
This is to certify that the Articles of Incorporation and By-Laws of
MABUHAY AGRI TRADING CORP.
were duly approved by the Commission on this date upon the issuance of this Certificate of
Incorporation in accordance with the Revised Corporation Code of the Philippines.
IN WITNESS WHEREOF, I have hereunto set my hand this 5th day of March, Twenty Nineteen.
Director""",
        (
            "CS201912345",
            "MABUHAY AGRI TRADING CORP.",
            None,
            "2019-03-05",
            "Philippines",
            "SECURITIES AND EXCHANGE COMMISSION",
        ),
    ),
    "Nigeria": (
        """
FEDERAL REPUBLIC OF NIGERIA
CORPORATE AFFAIRS COMMISSION
Certificate of Incorporation of a Private Company Limited by Shares
RC 1567890
COMPANIES AND ALLIED MATTERS ACT 2020
The Registrar General hereby certifies that
OKO PALM FOODS LIMITED
is this day incorporated under the COMPANIES AND ALLIED MATTERS ACT 2020
and that the company is Limited by Shares.
Given under my hand at Abuja this 5th day of March, 2021""",
        (
            "RC1567890",
            "OKO PALM FOODS LIMITED",
            "Private Company Limited by Shares",
            "2021-03-05",
            "Nigeria",
            "CORPORATE AFFAIRS COMMISSION",
        ),
    ),
    "South Africa": (
        """
COR14.3: Registration Certificate
Certificate issued by the Commissioner of Companies & Intellectual Property
Commission on Tuesday, 5 March 2019
Registration Certificate
Registration Number: 2019 / 123456 / 07
Enterprise Name: PROTEA CRAFTS (PTY) LTD
Enterprise Type: Private Company
Registration Date: 05/03/2019
Business Start Date: 05/03/2019
Enterprise Status: In Business
Republic of South Africa""",
        (
            "2019/123456/07",
            "PROTEA CRAFTS (PTY) LTD",
            "Private Company",
            "2019-03-05",
            "South Africa",
            "Companies & Intellectual Property Commission",
        ),
    ),
    "Nevada": (
        """
SECRETARY OF STATE
STATE OF NEVADA
DOMESTIC LIMITED-LIABILITY COMPANY (86)
CHARTER
I, BARBARA K. SOMMER, the Nevada Secretary of State, do hereby certify that
DESERT LILY LLC did, on 03/05/2019, file in this office the original ARTICLES OF
ORGANIZATION that said document is now on file and of record in the office of the Secretary of
State of the State of Nevada, and further, that said document contains all the provisions required
by the laws governing Limited-Liability Company in the State of Nevada.
Certificate Number: B202303051234567
You may verify this certificate
IN WITNESS WHEREOF, I have hereunto set my hand on 03/06/2019.""",
        (None, "DESERT LILY LLC", "domestic limited-liability company", "2019-03-05", "Nevada", "SECRETARY OF STATE"),
    ),
    "Hong Kong with two numbers": (
        """
COMPANIES REGISTRY
Certificate of Incorporation
Company No. / Business Registration No. 2912345 / 71234567
I hereby certify that
JADE LANTERN LOGISTICS LIMITED
is this day incorporated in Hong Kong under the Companies Ordinance (Chapter 622 of
the Laws of Hong Kong), and that this company is a private company limited by shares.
Issued on 5 March 2019.""",
        (
            "2912345",
            "JADE LANTERN LOGISTICS LIMITED",
            "private company limited by shares",
            "2019-03-05",
            "Hong Kong",
            "COMPANIES REGISTRY",
        ),
    ),
    "Dubai": (
        """
DUBAI INTERNATIONAL FINANCIAL CENTRE
CERTIFICATE OF INCORPORATION
Registered No. 3412
The Registrar of Companies hereby certifies that
GULF DUNE ADVISORY LIMITED
is this day incorporated under the Companies Law, DIFC Law No. 5 of 2018 as a
Private Company
Date of Incorporation: 5 March 2019""",
        (
            "3412",
            "GULF DUNE ADVISORY LIMITED",
            "Private Company",
            "2019-03-05",
            "Dubai International Financial Centre",
            "Registrar of Companies",
        ),
    ),
    "Australia with a column beside": (
        """
ASIC               Certificate of Registration of a Company
Australian         This is to certify that
Securities         BANKSIA PLUMBING PTY LTD
and                Australian Company Number 958 629 395
Investments        is a registered company under the Corporations Act 2001 and
Commission         is taken to be registered in South Australia.
                   The company is a proprietary company.
                   The day of commencement of registration is the eleventh day of November 2015.
                   Australian Securities and Investments Commission""",
        (
            "958629395",
            "BANKSIA PLUMBING PTY LTD",
            "proprietary company",
            "2015-11-11",
            "South Australia",
            "Australian Securities and Investments Commission",
        ),
    ),
}


@pytest.mark.parametrize("register", PAPERS)
def test_every_register_is_told(register: str) -> None:
    print_, told = PAPERS[register]
    text = typed(*print_.strip().split("\n"))
    assert KIND.evidence(text) > 0.5
    assert tuple(document(KIND, text).text(name) for name in KIND.fields) == told
