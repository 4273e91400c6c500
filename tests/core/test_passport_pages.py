"""Passports whose print says more than their zones: names with marks, values on several lines, Chinese months."""

from __future__ import annotations

import pytest

from ocr.identity_names import spelling
from ocr.kinds.passport import KIND
from tests.core.drawn_text import typed

PAPERS: dict[str, tuple[str, dict[str, str]]] = {
    "polish": (
        """PASZPORT   RZECZPOSPOLITA POLSKA
PASSPORT   REPUBLIC OF POLAND
Typ / Type   Kod / Code   Numer paszportu / Passport No.
P            POL          EK1234567
1. Nazwisko / Surname
BRZĘCZYSZCZYKIEWICZ
2. Imiona / Given names
ŁUCJA MAŁGORZATA
3. Obywatelstwo / Nationality      4. Data urodzenia / Date of birth
POLSKIE / POLISH                   12.03.1984
6. Płeć / Sex   7. Miejsce urodzenia / Place of birth
K / F           ŁÓDŹ
8. Data wydania / Date of issue     9. Organ wydający / Authority
05.06.2021                          PREZYDENT M. ST. WARSZAWY
10. Data ważności / Date of expiry
05.06.2031
P<POLBRZECZYSZCZYKIEWICZ<<LUCJA<MALGORZATA<<
EK12345676POL8403124F3106051<<<<<<<<<<<<<<<4""",
        {
            "authority": "PREZYDENT M. ST. WARSZAWY",
            "date_of_issue": "2021-06-05",
            "full_name": "ŁUCJA MAŁGORZATA BRZĘCZYSZCZYKIEWICZ",
            "given_names": "ŁUCJA MAŁGORZATA",
            "place_of_birth": "ŁÓDŹ",
            "surname": "BRZĘCZYSZCZYKIEWICZ",
        },
    ),
    "danish": (
        """PAS  PASSPORT  DANMARK
Efternavn / Surname
SØRENSEN-ÅBY
Fornavne / Given names
ÆGIR BJØRN
Nationalitet / Nationality
DANSK / DANISH
Fødselsdato / Date of birth     Køn / Sex
01 JAN / JAN 1990               M / M
Fødested / Place of birth
AARHUS
Udstedelsesdato / Date of issue
02 MAJ / MAY 2020
Udløbsdato / Date of expiry    Myndighed / Authority
02 MAJ / MAY 2030              AARHUS KOMMUNE
P<DNKSOERENSEN<AABY<<AEGIR<BJOERN<<<<<<<<<<<
2123456788DNK9001011M3005028<<<<<<<<<<<<<<<6""",
        {
            "authority": "AARHUS KOMMUNE",
            "date_of_issue": "2020-05-02",
            "full_name": "ÆGIR BJØRN SØRENSEN-ÅBY",
            "given_names": "ÆGIR BJØRN",
            "place_of_birth": "AARHUS",
            "surname": "SØRENSEN-ÅBY",
        },
    ),
    "french": (
        """PASSEPORT  RÉPUBLIQUE FRANÇAISE
PASSPORT
Type/Type   Code du pays/Code of State   Passeport n°/Passport No
P           FRA                         19AB12345
Nom/Surname (1)
D'ARTAGNAN DE LA FÈRE
Prénoms/Given names (2)
Éloïse, Chloé
Nationalité/Nationality (3)   Sexe/Sex (5)
Française                     F
Date de naissance/Date of birth (4)   Lieu de naissance/Place of birth (6)
14 07 1988                            SAINT-ÉTIENNE
Date de délivrance/Date of issue (7)  Autorité/Authority (9)
12 03 2021                            Préfecture de police
Date d'expiration/Date of expiry (8)
11 03 2031
P<FRADARTAGNAN<DE<LA<FERE<<ELOISE<CHLOE<<<<<
19AB123454FRA8807146F3103119<<<<<<<<<<<<<<<4""",
        {
            "authority": "Préfecture de police",
            "date_of_issue": "2021-03-12",
            "full_name": "Éloïse, Chloé D'ARTAGNAN DE LA FÈRE",
            "given_names": "Éloïse, Chloé",
            "place_of_birth": "SAINT-ÉTIENNE",
            "surname": "D'ARTAGNAN DE LA FÈRE",
        },
    ),
    "swiss": (
        """Schweizerische Eidgenossenschaft   Pass Passeport Passaporto
Name / Nom / Cognome / Surname
Zürcher
Vorname(n) / Prénom(s) / Nome/i / Given name(s)
Jörg Beat
Staatsangehörigkeit / Nationality
Schweiz Suisse Svizzera Svizra
Geburtsdatum / Date of birth      Geschlecht / Sex
12.03.1979                        M
Heimatort / Place of origin
Uster ZH
Ausstellungsdatum / Date of issue     Behörde / Authority
05.06.2021                            Uster ZH
Gültig bis / Date of expiry
04.06.2031
P<CHEZUERCHER<<JOERG<BEAT<<<<<<<<<<<<<<<<<<<
X1234567<7CHE7903122M3106040<<<<<<<<<<<<<<<4""",
        {
            "authority": "Uster ZH",
            "date_of_issue": "2021-06-05",
            "full_name": "Jörg Beat Zürcher",
            "given_names": "Jörg Beat",
            "surname": "Zürcher",
        },
    ),
    "chinese": (
        """中华人民共和国   PEOPLE'S REPUBLIC OF CHINA
护照  PASSPORT
类型/Type  国家码/Country Code  护照号/Passport No.
P          CHN                 E12345678
姓名/Name
张伟
ZHANG, WEI
性别/Sex  国籍/Nationality   出生日期/Date of birth
男/M      中国/CHINESE       12 3月/MAR 1985
出生地点/Place of birth    签发日期/Date of issue
浙江/ZHEJIANG              05 6月/JUN 2021
签发地点/Place of issue    有效期至/Date of expiry
浙江/ZHEJIANG              04 6月/JUN 2031
签发机关/Authority
中华人民共和国国家移民管理局
National Immigration Administration, PRC
P<CHNZHANG<<WEI<<<<<<<<<<<<<<<<<<<<<<<<<<<<<
E123456782CHN8503127M3106040<<<<<<<<<<<<<<<8""",
        {
            "authority": "中华人民共和国国家移民管理局 National Immigration Administration, PRC",
            "date_of_issue": "2021-06-05",
            "full_name": "WEI ZHANG",
            "given_names": "WEI",
            "place_of_birth": "浙江/ZHEJIANG",
            "surname": "ZHANG",
        },
    ),
    "spanish": (
        """PASAPORTE  ESPAÑA  REINO DE ESPAÑA
TIPO/TYPE   PAÍS/COUNTRY   PASAPORTE Nº/PASSPORT No.
P           ESP            PAB123456
1. APELLIDOS/SURNAMES/NOM
MUÑOZ
IBÁÑEZ
2. NOMBRE/GIVEN NAMES/PRÉNOMS
JOSÉ MARÍA
3. NACIONALIDAD/NATIONALITY
ESPAÑOLA
4. FECHA DE NACIMIENTO/DATE OF BIRTH   5. SEXO/SEX
12 03 1985                             M
6. LUGAR DE NACIMIENTO/PLACE OF BIRTH
A CORUÑA
7. FECHA DE EXPEDICIÓN/DATE OF ISSUE
05 06 2021
8. FECHA DE CADUCIDAD/DATE OF EXPIRY
05 06 2031
9. AUTORIDAD/AUTHORITY
28AAA6D1
P<ESPMUNOZ<IBANEZ<<JOSE<MARIA<<<<<<<<<<<<<<<
PAB1234561ESP8503127M3106051<<<<<<<<<<<<<<<4""",
        {
            "authority": "28AAA6D1",
            "date_of_issue": "2021-06-05",
            "full_name": "JOSÉ MARÍA MUÑOZ IBÁÑEZ",
            "given_names": "JOSÉ MARÍA",
            "place_of_birth": "A CORUÑA",
            "surname": "MUÑOZ IBÁÑEZ",
        },
    ),
}
"""What is printed, and what must be read of it."""


@pytest.mark.parametrize("paper", PAPERS)
def test_labels_of_every_state_lead_to_their_values(paper: str) -> None:
    print_, fields = PAPERS[paper]
    text = typed(*print_.split("\n"), letter=0.0075)
    found = KIND.extract(text, "d").fields
    assert {name: found[name].value for name in fields} == fields
    assert KIND.evidence(text) >= 0.7


@pytest.mark.parametrize(
    ("said", "print_", "issuer", "spelt"),
    [
        ("SCHOENING", "SCHÖNING", "D", "SCHÖNING"),
        ("SCHOENING", "SCHONING", "D", "SCHÖNING"),
        ("SOERENSEN", "Sorensen", "DNK", "Sørensen"),
        ("GROSS", "GROB", "D", "GROẞ"),
        ("BOEING", "BOEING", "USA", "BOEING"),
        ("MUNOZ", "MUÑOZ", "ESP", "MUÑOZ"),
        ("MUNXXOZ", "MUÑOZ", "ESP", "MUÑOZ"),
        ("OSULLIVAN", "O'SULLIVAN", "GBR", "O'SULLIVAN"),
        ("VAN DEN BERG", "van den Berg", "NLD", "van den Berg"),
        ("ERIKSSON", "ERIKSON", "SWE", ""),
    ],
)
def test_the_print_is_taken_where_the_zone_would_write_it_so(said: str, print_: str, issuer: str, spelt: str) -> None:
    assert spelling(said, print_, issuer) == spelt
