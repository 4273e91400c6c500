"""Identity cards of more states without a zone: whole names, labels that hold others, captions of a word or none."""

from __future__ import annotations

import pytest

from ocr.classify import Known, classify
from ocr.identity_captionless import checked
from ocr.kinds.id_card import KIND
from tests.core.drawn_text import typed

PAPERS: dict[str, tuple[str, dict[str, str]]] = {
    "Mexican, the whole name under one label and M for a woman": (
        """MÉXICO   INSTITUTO NACIONAL ELECTORAL
CREDENCIAL PARA VOTAR
NOMBRE                          SEXO M
GÓMEZ
VELÁZQUEZ
MARGARITA
DOMICILIO
C PITAGORAS 1253 INT 9
COL MORELOS 04800
CUAUHTÉMOC, CD MX
CLAVE DE ELECTOR  GMVLMR80070501M100
CURP  GOVM800705MCLMLR01     AÑO DE REGISTRO  2008 01
FECHA DE NACIMIENTO   SECCIÓN   VIGENCIA
05/07/1980            0747      2019 - 2029""",
        {
            "full_name": "GÓMEZ VELÁZQUEZ MARGARITA",
            "date_of_birth": "1980-07-05",
            "document_number": "GMVLMR80070501M100",
            "sex": "F",
            "issuing_country": "MEX",
        },
    ),
    "Swiss, its labels parted by points": (
        """SCHWEIZERISCHE EIDGENOSSENSCHAFT  CONFÉDÉRATION SUISSE
IDENTITÄTSKARTE  CARTE D'IDENTITÉ  CARTA D'IDENTITÀ  CARTA D'IDENTITAD  IDENTITY CARD
Name · Nom · Cognome · Num · Surname
Müller-Rochat
Vorname(n) · Prénom(s) · Nome(i) · Prenum(s) · Given name(s)
Anna Lena
Heimatort · Lieu d'origine · Luogo di attinenza · Lieu d'origin · Place of origin
Bern BE
Geburtsdatum · Date de naissance · Data di nascita · Data da naschientscha · Date of birth
01.08.1985
Geschlecht · Sexe · Sesso · Schlattaina · Sex    Grösse · Taille · Statura · Grondezza · Height
F                                                168 cm
Nr. · N° · N. · Nr. · No.
E1234567
Gültig bis · Valable jusqu'au · Valida fino al · Valaivel enfin · Date of expiry
09.05.2030""",
        {"surname": "Müller-Rochat", "given_names": "Anna Lena", "document_number": "E1234567", "sex": "F"},
    ),
    "Indian, without captions": (
        """GOVERNMENT OF INDIA
Ravi Shankar Prasad
DOB: 12/05/1983
MALE
2345 6789 0124
Unique Identification Authority of India
Address:
S/O Shankar Prasad, 12 Temple Street,
Mylapore, Chennai,
Tamil Nadu - 600004
2345 6789 0124""",
        {
            "full_name": "Ravi Shankar Prasad",
            "document_number": "234567890124",
            "sex": "M",
            "date_of_birth": "1983-05-12",
        },
    ),
    "Indian voter's, the father's name below": (
        """ELECTION COMMISSION OF INDIA
IDENTITY CARD
ABC1234567
Elector's Name : Sunita Devi
Father's Name : Ram Lal
Sex : Female
Date of Birth : 12/05/1983""",
        {"full_name": "Sunita Devi", "document_number": "ABC1234567", "sex": "F"},
    ),
    "South African, with Names for the given ones": (
        """REPUBLIC OF SOUTH AFRICA
NATIONAL IDENTITY CARD
Surname
VAN WYK
Names
JOHANNES PETRUS
Sex
M
Nationality
RSA
Identity Number
8305125009087
Date of Birth
12 MAY 1983
Country of Birth
RSA
Status
CITIZEN""",
        {"surname": "VAN WYK", "given_names": "JOHANNES PETRUS", "document_number": "8305125009087"},
    ),
    "Emirati, the number behind a stroke": (
        """UNITED ARAB EMIRATES
FEDERAL AUTHORITY FOR IDENTITY & CITIZENSHIP
Resident Identity Card
ID Number / 784-1983-1234567-1
Name: Rajesh Kumar Pillai
Date of Birth: 12/05/1983
Nationality: India
Issuing Date: 10/10/2022
Expiry Date: 09/10/2024
Sex: M""",
        {"full_name": "Rajesh Kumar Pillai", "document_number": "784-1983-1234567-1", "date_of_expiry": "2024-10-09"},
    ),
    "Greek, with Surname and Name": (
        """ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ HELLENIC REPUBLIC
ΔΕΛΤΙΟ ΤΑΥΤΟΤΗΤΑΣ IDENTITY CARD
AA 012345
ΕΠΩΝΥΜΟ / SURNAME
PAPADOPOULOS
ΟΝΟΜΑ / NAME
GEORGIOS
ΟΝΟΜΑ ΠΑΤΕΡΑ / FATHER'S NAME
NIKOLAOS
ΗΜΕΡΟΜΗΝΙΑ ΓΕΝΝΗΣΗΣ / DATE OF BIRTH
12/05/1983
ΤΟΠΟΣ ΓΕΝΝΗΣΗΣ / PLACE OF BIRTH
ATHINA""",
        {"surname": "PAPADOPOULOS", "given_names": "GEORGIOS", "place_of_birth": "ATHINA"},
    ),
    "Hungarian, both names under one label": (
        """MAGYARORSZÁG   SZEMÉLYAZONOSÍTÓ IGAZOLVÁNY
Családi és utónév
Nagy Eszter
Nem   Állampolgárság
N     HUN
Születési idő
12.03.1985
Érvényességi idő
05.06.2031
Okmányazonosító
000123AE""",
        {"full_name": "Nagy Eszter", "document_number": "000123AE"},
    ),
    "Brazilian, the parents below": (
        """REPÚBLICA FEDERATIVA DO BRASIL
CARTEIRA DE IDENTIDADE
REGISTRO GERAL 12.345.678-9    DATA DE EXPEDIÇÃO 12/05/2019
NOME
MARIA APARECIDA DA SILVA
FILIAÇÃO
JOSÉ DA SILVA
ANA DE SOUZA
NATURALIDADE            DATA DE NASCIMENTO
SÃO PAULO - SP          23/11/1974
CPF 123.456.789-09""",
        {
            "full_name": "MARIA APARECIDA DA SILVA",
            "document_number": "12.345.678-9",
            "place_of_birth": "SÃO PAULO - SP",
            "date_of_issue": "2019-05-12",
        },
    ),
    "Dutch alone, place before day under one label": (
        """BELGIË
IDENTITEITSKAART
Naam
PEETERS
Voornamen
AN SOFIE
Geboorteplaats en -datum
GENT 12 MEI 1983
Geslacht   Nationaliteit
V          Belg
Kaartnummer        Geldig tot
592-1234567-89     05.06.2031
Rijksregisternummer
83.05.12-004.62""",
        {
            "date_of_birth": "1983-05-12",
            "place_of_birth": "GENT",
            "document_number": "592-1234567-89",
            "personal_number": "83.05.12-004.62",
        },
    ),
    "French of 1988, captions of one word": (
        """RÉPUBLIQUE FRANÇAISE
CARTE NATIONALE D'IDENTITÉ
Nom : MARTIN
Prénoms : Claire, Anne
Nationalité : Française
Née le : 12.05.1983 à : LYON 3E (69)
Sexe : F   Taille : 1,65 m
Valable jusqu'au : 04.06.2031
Délivrée le : 05.06.2016
par : PRÉFECTURE DU RHÔNE (69)
N° : 160669301234""",
        {
            "place_of_birth": "LYON 3E (69)",
            "authority": "PRÉFECTURE DU RHÔNE (69)",
            "document_number": "160669301234",
            "sex": "F",
        },
    ),
    "Spanish, two days close together": (
        """ESPAÑA  DOCUMENTO NACIONAL DE IDENTIDAD
DNI 99999999R
APELLIDOS
ESPAÑOLA
ESPAÑOLA
NOMBRE
CARMEN
SEXO  NACIONALIDAD  FECHA DE NACIMIENTO
F     ESP           01 01 1980
EMISIÓN      VALIDEZ
01 06 2021   01 06 2031
NUM SOPORT
CAA000000""",
        {"date_of_issue": "2021-06-01", "date_of_expiry": "2031-06-01"},
    ),
    "Japanese, a label within the title": (
        """日本国政府  在留カード  RESIDENCE CARD
番号 No. AB12345678CD
氏名 NAME  TURNER ELIZABETH
生年月日 DATE OF BIRTH  1985年12月31日  性別 SEX  女 F.  国籍・地域 NATIONALITY/REGION  米国
住居地 ADDRESS  東京都千代田区霞が関1丁目1番1号
在留資格 STATUS  留学 Student
在留期間(満了日) PERIOD OF STAY (DATE OF EXPIRATION)  4年3月(2028年10月20日)
許可年月日 2024年6月10日  交付年月日 2024年6月10日""",
        {"full_name": "TURNER ELIZABETH", "address": "東京都千代田区霞が関1丁目1番1号"},
    ),
    "of a name we do not know": (
        """CARD OF A STATE NOT KNOWN
Kenninafn / Surname
JÓNSSON
Eiginnafn / Given names
PÁLL
Fæðingardagur / Date of birth   Kyn / Sex
12.05.1983                      M
Ríkisfang / Nationality         Númer / Document number
ÍSLENSKT                        I1234567
Gildir til / Date of expiry
05.06.2031""",
        {"surname": "JÓNSSON", "document_number": "I1234567"},
    ),
    "American, numbered as its licences are": (
        """TEXAS
IDENTIFICATION CARD
4d. ID: 12345678
4a. Iss: 06/03/2023   4b. Exp: 07/04/2029
3. DOB: 07/04/1990
1. SAMPLE
2. JANE MARIE
8. 2120 OLD MAIN STREET
ANYTOWN, TX 12345-0000
15. Sex: F  16. Hgt: 5'-05"  18. Eyes: BLU
5. DD 12345678901234567890""",
        {
            "document_number": "12345678",
            "date_of_birth": "1990-07-04",
            "date_of_issue": "2023-06-03",
            "surname": "SAMPLE",
            "sex": "F",
            "address": "2120 OLD MAIN STREET, ANYTOWN, TX 12345-0000",
        },
    ),
}
"""What is printed, and what must be read of it."""


@pytest.mark.parametrize("paper", PAPERS)
def test_cards_of_other_states_are_cards_and_are_read(paper: str) -> None:
    print_, fields = PAPERS[paper]
    text = typed(*print_.split("\n"), letter=0.0062, step=0.03)
    found = KIND.extract(text, "d").fields
    assert {name: found[name].value for name in fields if name in found} == fields
    known = classify(text)
    assert isinstance(known, Known)
    assert known.kind.name == "id_card"


def test_the_back_of_a_card_alone_gives_no_name_of_the_parents() -> None:
    text = typed("NAZWISKO RODOWE / FAMILY NAME", "KOT", "IMIONA RODZICÓW / PARENTS' GIVEN NAMES", "JERZY, HALINA")
    assert "JERZY, HALINA" not in {field.value for field in KIND.extract(text, "d").fields.values()}


def test_codes_of_characters_are_no_number() -> None:
    text = typed("香港永久性居民身份證", "LOK, Wing Ching", "2867 3057 2532")
    assert "document_number" not in KIND.extract(text, "d").fields


def test_a_check_digit_of_verhoeff() -> None:
    assert [digit for digit in range(10) if checked(f"236{digit}")] == [3]
