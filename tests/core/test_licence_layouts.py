"""Driving licences of many states, each with its own way to number, name and place the items."""

from __future__ import annotations

import pytest

from ocr.kinds.driving_licence import KIND
from tests.core.drawn_text import typed

CARDS: dict[str, tuple[str, dict[str, str]]] = {
    "texas": (
        """TEXAS    DRIVER LICENSE
4d DL: 12345678     9 Class: C
4a Iss: 03/04/2021   4b Exp: 07/28/2029
3 DOB: 07/28/1990
1. SAMPLE
2. JANICE ANN
8. 2120 OLD MAIN STREET
   ANYTOWN, TX 78701
12. Restrictions: NONE   9a End: NONE
16. Hgt: 5'-06"  15. Sex: F  18. Eyes: BRO
5. DD: 12345678901234567890""",
        {
            "address": "2120 OLD MAIN STREET, ANYTOWN, TX 78701",
            "date_of_birth": "1990-07-28",
            "date_of_expiry": "2029-07-28",
            "date_of_issue": "2021-03-04",
            "document_number": "12345678",
            "given_names": "JANICE ANN",
            "issuing_country": "USA",
            "region": "Texas",
            "sex": "F",
            "surname": "SAMPLE",
            "vehicle_classes": "C",
        },
    ),
    "florida": (
        """Florida    DRIVER LICENSE
4d S514-172-80-844-0     9 CLASS E
1 SAMPLE
2 NICK
8 12 MAIN STREET
  TALLAHASSEE, FL 32399-0500
3 DOB 10/10/1980 15 SEX M
4b EXP 10/10/2031 16 HGT 5'-08"
4a ISS 01/02/2023
5 DD A132009190001
SAFE DRIVER""",
        {
            "address": "12 MAIN STREET, TALLAHASSEE, FL 32399-0500",
            "date_of_birth": "1980-10-10",
            "date_of_expiry": "2031-10-10",
            "date_of_issue": "2023-01-02",
            "document_number": "S514-172-80-844-0",
            "given_names": "NICK",
            "issuing_country": "USA",
            "region": "Florida",
            "sex": "M",
            "surname": "SAMPLE",
            "vehicle_classes": "E",
        },
    ),
    "newyork": (
        """NEW YORK STATE     USA
DRIVER LICENSE
ID: 123 456 789     CLASS D
DOCUMENT
SAMPLE A
2345 ANYPLACE AVE
ANYTOWN NY 12345
DOB: 06/09/1985
SEX: F EYES: BR HT: 5-09
E: NONE R: NONE
ISSUED: 09/30/2018 EXPIRES: 06/09/2026""",
        {
            "address": "2345 ANYPLACE AVE, ANYTOWN NY 12345",
            "date_of_birth": "1985-06-09",
            "date_of_expiry": "2026-06-09",
            "date_of_issue": "2018-09-30",
            "document_number": "123456789",
            "given_names": "SAMPLE A",
            "issuing_country": "USA",
            "region": "New York",
            "sex": "F",
            "surname": "DOCUMENT",
            "vehicle_classes": "D",
        },
    ),
    "above": (
        """STATE OF NEVADA    DRIVER LICENSE
DL NO        CLASS     ISS          EXP
1700012345   C         03/04/2021   07/28/2029
LN            FN
RIVERA        MARISOL ANN
DOB           SEX
07/28/1990    F
ADDRESS
55 DESERT ROSE WAY
RENO, NV 89501""",
        {
            "address": "55 DESERT ROSE WAY, RENO, NV 89501",
            "date_of_birth": "1990-07-28",
            "date_of_expiry": "2029-07-28",
            "date_of_issue": "2021-03-04",
            "document_number": "1700012345",
            "given_names": "MARISOL ANN",
            "issuing_country": "USA",
            "region": "Nevada",
            "sex": "F",
            "surname": "RIVERA",
            "vehicle_classes": "C",
        },
    ),
    "pa": (
        """PENNSYLVANIA    DRIVER'S LICENSE
4d DLN: 99 999 999   DUPS: 00
3 DOB: 01/07/1973
4b EXP: 01/08/2027   4a ISS: 01/07/2023
1 SAMPLE
2 ANDREW JASON
8 123 MAIN STREET
APT. 1
HARRISBURG, PA 17101-0000
15 SEX: M   18 EYES: BRO
16 HGT: 6'-00"
9 CLASS: C   9a END: NONE   12 RESTR: *""",
        {
            "address": "123 MAIN STREET, APT. 1, HARRISBURG, PA 17101-0000",
            "date_of_birth": "1973-01-07",
            "date_of_expiry": "2027-01-08",
            "date_of_issue": "2023-01-07",
            "document_number": "99999999",
            "given_names": "ANDREW JASON",
            "issuing_country": "USA",
            "region": "Pennsylvania",
            "sex": "M",
            "surname": "SAMPLE",
            "vehicle_classes": "C",
        },
    ),
    "wash": (
        """WASHINGTON   DRIVER LICENSE
4d LIC# WDLABCD456DG
1 NGUYEN
2 LINH MAI
3 DOB 03/15/1988   4a ISS 02/10/2022
15 SEX F   18 EYES BRO
16 HGT 5'-04"  17 WGT 130 lb
9 CLASS    9a END NONE
12 RESTRICTIONS B
8 9 1ST AVE NE
SEATTLE, WA 98101
4b EXP 03/15/2030
REV 11/12/2019""",
        {
            "address": "9 1ST AVE NE, SEATTLE, WA 98101",
            "date_of_birth": "1988-03-15",
            "date_of_expiry": "2030-03-15",
            "date_of_issue": "2022-02-10",
            "document_number": "WDLABCD456DG",
            "given_names": "LINH MAI",
            "issuing_country": "USA",
            "region": "Washington",
            "sex": "F",
            "surname": "NGUYEN",
        },
    ),
    "french": (
        """PERMIS DE CONDUIRE   RÉPUBLIQUE FRANÇAISE
F
1. MARTIN
2. Paul, Jean
3. 14.07.1981 PARIS
4a. 01.09.2015   4c. Préfecture de police
4b. 01.09.2030
5. 13AA00002
7.
9. AM/B1/B""",
        {
            "authority": "Préfecture de police",
            "date_of_birth": "1981-07-14",
            "date_of_expiry": "2030-09-01",
            "date_of_issue": "2015-09-01",
            "document_number": "13AA00002",
            "given_names": "Paul, Jean",
            "issuing_country": "F",
            "surname": "MARTIN",
            "vehicle_classes": "AM/B1/B",
        },
    ),
    "irish": (
        """CEADÚNAS TIOMÁNA   DRIVING LICENCE   ÉIRE / IRELAND
IRL
1. MURPHY
2. AOIFE
3. 02.02.79   IRELAND
4a. 12.01.2016   4b. 11.01.2026
4c. NDLS
5. 100123456
8. 12 MAIN STREET, NAVAN,
   CO. MEATH
9. AM/B/W""",
        {
            "address": "12 MAIN STREET, NAVAN, CO. MEATH",
            "authority": "NDLS",
            "date_of_birth": "1979-02-02",
            "date_of_expiry": "2026-01-11",
            "date_of_issue": "2016-01-12",
            "document_number": "100123456",
            "given_names": "AOIFE",
            "issuing_country": "IRL",
            "surname": "MURPHY",
            "vehicle_classes": "AM/B/W",
        },
    ),
    "glued": (
        """PERMISDECONDUIRE   REPUBLIQUE FRANCAISE
1.MARTIN
2.Paul
3.14.07.1981PARIS
4a.01.09.2015   4c.Prefecture de police
4b01.09.2030
5.13AA00002
9.AM/B1/B""",
        {
            "authority": "Prefecture de police",
            "date_of_birth": "1981-07-14",
            "date_of_expiry": "2030-09-01",
            "date_of_issue": "2015-09-01",
            "document_number": "13AA00002",
            "given_names": "Paul",
            "issuing_country": "F",
            "surname": "MARTIN",
            "vehicle_classes": "AM/B1/B",
        },
    ),
    "spain": (
        """PERMISO DE CONDUCCIÓN   REINO DE ESPAÑA
E
1. GARCÍA LÓPEZ
2. MARÍA DEL CARMEN
3. 05/11/1979 MADRID
4a. 01/06/2019   4b. 01/06/2029
4c. 28/01
4d. 12345678Z
5. 12345678Z
9. AM/B""",
        {
            "authority": "28/01",
            "date_of_birth": "1979-11-05",
            "date_of_expiry": "2029-06-01",
            "date_of_issue": "2019-06-01",
            "document_number": "12345678Z",
            "given_names": "MARÍA DEL CARMEN",
            "issuing_country": "E",
            "surname": "GARCÍA LÓPEZ",
            "vehicle_classes": "AM/B",
        },
    ),
    "nl": (
        """RIJBEWIJS   KONINKRIJK DER NEDERLANDEN
NL
1. de Vries - van den Berg
2. Anna Maria
3. 17.04.1985 Utrecht
4a. 20.03.2020   4b. 20.03.2030
4c. Gemeente Utrecht   4d. 123456782
5. 5123456789
9. AM B BE""",
        {
            "authority": "Gemeente Utrecht",
            "date_of_birth": "1985-04-17",
            "date_of_expiry": "2030-03-20",
            "date_of_issue": "2020-03-20",
            "document_number": "5123456789",
            "given_names": "Anna Maria",
            "issuing_country": "NL",
            "surname": "de Vries - van den Berg",
            "vehicle_classes": "AM B BE",
        },
    ),
    "ukprov": (
        """DRIVING LICENCE   UK
PROVISIONAL
1. O'CONNOR-SMITH
2. MR LIAM JOHN
3. 09.12.2001 ENGLAND
4a. 03.02.2020 4b. 02.02.2030
4c. DVLA
5. OCONN012091LJ9AB 12
8. FLAT 2, 14 HIGH STREET, LEEDS,
LS1 4AB
9. AM/B/F""",
        {
            "address": "FLAT 2, 14 HIGH STREET, LEEDS, LS1 4AB",
            "authority": "DVLA",
            "date_of_birth": "2001-12-09",
            "date_of_expiry": "2030-02-02",
            "date_of_issue": "2020-02-03",
            "document_number": "OCONN012091LJ9AB",
            "given_names": "LIAM JOHN",
            "issuing_country": "UK",
            "surname": "O'CONNOR-SMITH",
            "vehicle_classes": "AM/B/F",
        },
    ),
    "canada": (
        """ONTARIO  CANADA   DRIVER'S LICENCE  PERMIS DE CONDUIRE
1,2 NAME/NOM
SAMPLE,
JANE MARIE
8 ADDRESS/ADRESSE
12 KING ST W
TORONTO, ON, M5V 1A1
4d NUMBER/NUMÉRO D6101-40706-60905
4a ISS/DÉL 2021/03/04   4b EXP/EXP 2026/03/04
3 DOB/DDN 1976/09/05
15 SEX/SEXE F   9 CLASS/CATÉG G""",
        {
            "address": "12 KING ST W, TORONTO, ON, M5V 1A1",
            "date_of_birth": "1976-09-05",
            "date_of_expiry": "2026-03-04",
            "date_of_issue": "2021-03-04",
            "document_number": "D6101-40706-60905",
            "given_names": "JANE MARIE",
            "issuing_country": "CAN",
            "region": "Ontario",
            "sex": "F",
            "surname": "SAMPLE",
            "vehicle_classes": "G",
        },
    ),
}
"""What is printed, and what must be read of it."""


@pytest.mark.parametrize("card", CARDS)
def test_every_way_to_print_a_licence_is_read(card: str) -> None:
    print_, fields = CARDS[card]
    text = typed(*print_.split("\n"))
    found = KIND.extract(text, "d").fields
    assert {name: field.value for name, field in found.items() if name != "full_name"} == fields
    assert KIND.evidence(text) >= 0.9
