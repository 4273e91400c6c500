"""Identity cards without a zone, in the languages and layouts of several states."""

from __future__ import annotations

import pytest

from ocr.kinds.id_card import KIND
from tests.core.drawn_text import typed

PAPERS: dict[str, tuple[str, dict[str, str]]] = {
    "Swedish, its lines close together": (
        """SVERIGE NATIONELLT ID-KORT NATIONAL IDENTITY CARD
Efternamn/Surname
ANDERSSON
Förnamn/Given names
LARS ERIK
Medborgarskap/Nationality    Myndighet/Authority
SVENSK/SWE                   POLISMYNDIGHETEN
Födelsedatum/Date of birth
29 MAJ/MAY 1976
Giltigt till/Date of expiry  Utfärdat/Date of issue
01 02 2027                   01 02 2022""",
        {
            "surname": "ANDERSSON",
            "given_names": "LARS ERIK",
            "nationality": "SVENSK/SWE",
            "authority": "POLISMYNDIGHETEN",
            "date_of_birth": "1976-05-29",
            "date_of_issue": "2022-02-01",
            "date_of_expiry": "2027-02-01",
        },
    ),
    "Dutch, with the values above their labels": (
        """NEDERLAND IDENTITEITSKAART IDENTITY CARD
de Bruijn
naam / surname

Willeke Liselotte
voornamen / given names

10 MAA/MAR 1965                  V/F
geboortedatum / date of birth    geslacht / sex

Specimen                         Nederlandse
geboorteplaats / place of birth  nationaliteit / nationality

02 AUG/AUG 2021                  02 AUG/AUG 2031
datum van afgifte / date of issue  geldig tot / date of expiry""",
        {
            "surname": "de Bruijn",
            "given_names": "Willeke Liselotte",
            "date_of_birth": "1965-03-10",
            "sex": "F",
            "place_of_birth": "Specimen",
            "nationality": "Nederlandse",
            "date_of_issue": "2021-08-02",
            "date_of_expiry": "2031-08-02",
        },
    ),
    "Belgian, with both days under one label": (
        """BELGIË IDENTITEITSKAART IDENTITY CARD
Naam / Name
Van Damme
Voornamen / Given names
Jean Pierre
Geboortedatum / Date of birth    Geslacht / Sex
03 MEI 1980                      M
Geldig van - tot / Valid from - until
02.11.2018 - 02.11.2028""",
        {"surname": "Van Damme", "date_of_issue": "2018-11-02", "date_of_expiry": "2028-11-02"},
    ),
    "Emirati, inline": (
        """UNITED ARAB EMIRATES RESIDENT IDENTITY CARD
Name: Hassan Ahmed Al Mansoori
Nationality: United Arab Emirates
Date of Birth: 14/08/1985
Issuing Date: 21/02/2024
Expiry Date: 20/02/2029""",
        {"date_of_birth": "1985-08-14", "date_of_issue": "2024-02-21", "date_of_expiry": "2029-02-20"},
    ),
    "hk": (
        """香港永久性居民身份證
HONG KONG PERMANENT IDENTITY CARD
樂永晴
LOK, Wing Ching
2867 3057 2532
出生日期 Date of Birth
03-06-1985   女 F
***AZ
簽發日期 Date of Issue
(01-79)   15-09-18
C668668(E)""",
        {
            "date_of_birth": "1985-06-03",
            "date_of_issue": "2018-09-15",
            "document_number": "C668668(E)",
            "full_name": "Wing Ching LOK",
            "given_names": "Wing Ching",
            "issuing_country": "HKG",
            "sex": "F",
            "surname": "LOK",
        },
    ),
    "italiancie": (
        """REPUBBLICA ITALIANA
MINISTERO DELL'INTERNO
CARTA DI IDENTITÀ / IDENTITY CARD        CA12345AA
COMUNE DI / MUNICIPALITY
ROMA
COGNOME / SURNAME
ROSSI
NOME / NAME
MARIA
LUOGO E DATA DI NASCITA / PLACE AND DATE OF BIRTH
ROMA (RM) 30.12.1964
SESSO / SEX   STATURA / HEIGHT   CITTADINANZA / NATIONALITY
F             160              ITA
EMISSIONE / ISSUING     SCADENZA / EXPIRY
30.12.2021              30.12.2031""",
        {
            "authority": "ROMA",
            "date_of_birth": "1964-12-30",
            "date_of_expiry": "2031-12-30",
            "date_of_issue": "2021-12-30",
            "document_number": "CA12345AA",
            "full_name": "MARIA ROSSI",
            "given_names": "MARIA",
            "issuing_country": "ITA",
            "nationality": "ITA",
            "place_of_birth": "ROMA (RM)",
            "sex": "F",
            "surname": "ROSSI",
        },
    ),
    "dni": (
        """ESPAÑA   DOCUMENTO NACIONAL DE IDENTIDAD
DNI 12345678Z
APELLIDOS / SURNAMES
GARCÍA
LÓPEZ
NOMBRE / NAME
CARMEN
SEXO / SEX   NACIONALIDAD / NATIONALITY
F            ESP
FECHA DE NACIMIENTO / DATE OF BIRTH
01 01 1980
NÚM SOPORT   VALIDEZ
BAA000589    01 06 2030""",
        {
            "date_of_birth": "1980-01-01",
            "date_of_expiry": "2030-06-01",
            "document_number": "BAA000589",
            "full_name": "CARMEN GARCÍA LÓPEZ",
            "given_names": "CARMEN",
            "issuing_country": "ESP",
            "nationality": "ESP",
            "personal_number": "12345678Z",
            "sex": "F",
            "surname": "GARCÍA LÓPEZ",
        },
    ),
    "romanian": (
        """ROMÂNIA ROUMANIE ROMANIA
CARTE D'IDENTITE  CARTE DE IDENTITATE  IDENTITY CARD
SERIA RX NR 123456
CNP 1800101221144
Nume/Nom/Last name
POPESCU
Prenume/Prenom/First name
IOANA-ȘTEFANIA
Cetăţenie/Nationalite/Nationality     Sex/Sexe/Sex
Română / ROU                          F
Loc naştere/Lieu de naissance/Place of birth
Jud.IS Mun.Iaşi
Domiciliu/Adresse/Address
Jud.IS Mun.Iaşi
Str.Păcurari nr.12 bl.A ap.4
Emisă de/Delivree par/Issued by      Valabilitate/Validite/Validity
SPCLEP Iaşi                          12.03.20-01.01.2030""",
        {
            "address": "Jud.IS Mun.Iaşi Str.Păcurari nr.12 bl.A ap.4",
            "authority": "SPCLEP Iaşi",
            "date_of_expiry": "2030-01-01",
            "date_of_issue": "2020-03-12",
            "document_number": "RX123456",
            "full_name": "IOANA-ȘTEFANIA POPESCU",
            "given_names": "IOANA-ȘTEFANIA",
            "issuing_country": "ROU",
            "nationality": "Română / ROU",
            "personal_number": "1800101221144",
            "place_of_birth": "Jud.IS Mun.Iaşi",
            "sex": "F",
            "surname": "POPESCU",
        },
    ),
    "polishid": (
        """RZECZPOSPOLITA POLSKA
DOWÓD OSOBISTY / IDENTITY CARD
NAZWISKO / SURNAME
KOWALSKA
IMIONA / GIVEN NAMES
ANNA MARIA
OBYWATELSTWO / NATIONALITY   DATA URODZENIA / DATE OF BIRTH
POLSKIE                      12.03.1985
NUMER DOWODU OSOBISTEGO / IDENTITY CARD NUMBER   PŁEĆ / SEX
ABC523456                                        K
TERMIN WAŻNOŚCI / EXPIRY DATE
05.06.2031""",
        {
            "date_of_birth": "1985-03-12",
            "date_of_expiry": "2031-06-05",
            "document_number": "ABC523456",
            "full_name": "ANNA MARIA KOWALSKA",
            "given_names": "ANNA MARIA",
            "issuing_country": "POL",
            "nationality": "POLSKIE",
            "sex": "F",
            "surname": "KOWALSKA",
        },
    ),
    "belgian": (
        """BELGIË BELGIQUE BELGIEN BELGIUM
IDENTITEITSKAART CARTE D'IDENTITÉ PERSONALAUSWEIS IDENTITY CARD
Naam / Name
Van den Broeck
Voornamen / Given names
Lieve Maria
Geslacht / Sex   Nationaliteit / Nationality
V / F            Belg
Geboortedatum / Date of birth
12 MEI 1985
Rijksregister / National Register
85.05.12-123.45
Kaartnr. / Card No.    Vervalt / Expires
592-1234567-89         05 JUN 2031""",
        {
            "date_of_birth": "1985-05-12",
            "date_of_expiry": "2031-06-05",
            "document_number": "592-1234567-89",
            "full_name": "Lieve Maria Van den Broeck",
            "given_names": "Lieve Maria",
            "issuing_country": "BEL",
            "nationality": "Belg",
            "personal_number": "85.05.12-123.45",
            "sex": "F",
            "surname": "Van den Broeck",
        },
    ),
    "nric": (
        """REPUBLIC OF SINGAPORE
IDENTITY CARD NO. S1234567D
Name
TAN AH KOW
Race
CHINESE
Date of birth   Sex
12-03-1985      M
Country/Place of birth
SINGAPORE""",
        {
            "date_of_birth": "1985-03-12",
            "document_number": "S1234567D",
            "full_name": "TAN AH KOW",
            "issuing_country": "SGP",
            "place_of_birth": "SINGAPORE",
            "sex": "M",
        },
    ),
    "cni": (
        """RÉPUBLIQUE FRANÇAISE   CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD
NOM / Surname
MARTIN
Prénoms / Given names
Maëlis-Gaëlle, Marie
SEXE / Sex   NATIONALITÉ / Nationality   DATE DE NAISS. / Date of birth
F            FRA                        13 07 1990
LIEU DE NAISSANCE / Place of birth
PARIS
NOM D'USAGE / Alternate name
DUBOIS
N° DU DOCUMENT / Document No     DATE D'EXPIR. / Expiry date
X4RTBPFW4                        11 02 2030""",
        {
            "date_of_birth": "1990-07-13",
            "date_of_expiry": "2030-02-11",
            "document_number": "X4RTBPFW4",
            "full_name": "Maëlis-Gaëlle, Marie MARTIN",
            "given_names": "Maëlis-Gaëlle, Marie",
            "issuing_country": "FRA",
            "nationality": "FRA",
            "place_of_birth": "PARIS",
            "sex": "F",
            "surname": "MARTIN",
        },
    ),
    "german_front": (
        """BUNDESREPUBLIK DEUTSCHLAND
PERSONALAUSWEIS  IDENTITY CARD / CARTE D'IDENTITÉ      L01X00T47
[a] Name/Surname/Nom
MUSTERMANN
[b] Geburtsname/Name at birth/Nom de naissance
GABLER
Vornamen/Given names/Prénoms
ERIKA
Geburtstag/Date of birth   Staatsangehörigkeit/Nationality
12.08.1983                 DEUTSCH
Geburtsort/Place of birth/Lieu de naissance
BERLIN
Gültig bis/Date of expiry/Date d'expiration
01.08.2031""",
        {
            "date_of_birth": "1983-08-12",
            "date_of_expiry": "2031-08-01",
            "document_number": "L01X00T47",
            "full_name": "ERIKA MUSTERMANN",
            "given_names": "ERIKA",
            "issuing_country": "DEU",
            "nationality": "DEUTSCH",
            "place_of_birth": "BERLIN",
            "surname": "MUSTERMANN",
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
