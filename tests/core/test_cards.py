"""Driving licences of several countries, from their numbered items, their labels and their codes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cases.model import Box, CheckResult, Document
from ocr.classify import Known, classify
from ocr.kind import Kind
from ocr.kinds import cn_id_card, driving_licence, visa
from ocr.text import Barcode, Text
from tests.core.drawn_text import page, typed, word

BRITISH = (
    "DRIVING LICENCE   UK",
    "1. MORGAN",
    "2. MISS SARAH MEREDYTH",
    "3. 11.03.1976 UNITED KINGDOM",
    "4a. 19.01.2013   4c. DVLA",
    "4b. 18.01.2023",
    "5. MORGA753116SM9IJ 35",
    "8. 122 BURNS CRESCENT, EDINBURGH,",
    "   EH1 9GP",
    "9. AM/A/B1/B/f/k/l/n/p/q",
)
GERMAN = (
    "FÜHRERSCHEIN   BUNDESREPUBLIK DEUTSCHLAND",
    "1. Mustermann",
    "2. Erika",
    "3. 12.08.64 Berlin",
    "4a. 01.03.20   4c. Stadt Köln",
    "4b. 28.02.35",
    "5. J010000SD51",
    "9. AM/B/L",
)
CALIFORNIAN = (
    "CALIFORNIA   DRIVER LICENSE",
    "DL I1234562",
    "EXP 08/31/2029   CLASS C",
    "LN CARDHOLDER",
    "FN IMA",
    "DOB 08/31/1977",
    "SEX F   HAIR BRN",
    "ISS 08/31/2024",
)
AAMVA = (
    "@\n\x1e\rANSI 636000100002DL00410278ZV03190008DLDAQT64235789\nDCSSAMPLE\nDDEN\nDACMICHAEL\nDDFN\nDADJOHN\n"
    "DCAD\nDBD08242015\nDBB01311970\nDBA01312035\nDBC1\nDAU069 in\nDAG2300 WEST BROAD STREET\nDAIRICHMOND\nDAJVA\n"
    "DAK232690000  \nDCF2424244747474786102204\nDCGUSA\n\r"
)


def read(kind: Kind, text: Text) -> dict[str, str]:
    return {name: field.value for name, field in kind.extract(text, "d").fields.items()}


def document(kind: Kind, text: Text) -> Document:
    return Document(
        id="d", file="f", sha256="0" * 64, kind=kind.name, strength=1.0, fields=kind.extract(text, "d").fields
    )


def kind_of(text: Text) -> str:
    found = classify(text)
    return found.kind.name if isinstance(found, Known) else ""


def test_a_british_licence_is_read_by_its_numbers() -> None:
    text = typed(*BRITISH)
    assert kind_of(text) == "driving_licence"
    found = read(driving_licence.KIND, text)
    assert found["document_number"] == "MORGA753116SM9IJ"
    assert found["surname"] == "MORGAN"
    assert found["date_of_birth"] == "1976-03-11"
    assert (found["date_of_issue"], found["date_of_expiry"]) == ("2013-01-19", "2023-01-18")
    assert found["authority"] == "DVLA"
    assert found["address"] == "122 BURNS CRESCENT, EDINBURGH, EH1 9GP"
    assert found["vehicle_classes"] == "AM/A/B1/B/f/k/l/n/p/q"
    assert found["issuing_country"] == "UK"


def test_the_british_number_must_tell_the_printed_birth() -> None:
    (sound, *_) = driving_licence.KIND.check(document(driving_licence.KIND, typed(*BRITISH)))
    assert sound.result is CheckResult.NOT_FOUND
    forged = typed(*(line.replace("11.03.1976", "12.03.1976") for line in BRITISH))
    (found, *_) = driving_licence.KIND.check(document(driving_licence.KIND, forged))
    assert (found.result, found.expected) == (CheckResult.FOUND, "1976-03-12")


def test_a_german_licence_has_years_of_two_digits() -> None:
    text = typed(*GERMAN)
    assert kind_of(text) == "driving_licence"
    found = read(driving_licence.KIND, text)
    assert found["document_number"] == "J010000SD51"
    assert found["date_of_birth"] == "1964-08-12"
    assert (found["date_of_issue"], found["date_of_expiry"]) == ("2020-03-01", "2035-02-28")
    assert (found["authority"], found["issuing_country"]) == ("Stadt Köln", "D")


def test_an_american_licence_is_read_by_its_labels() -> None:
    text = typed(*CALIFORNIAN)
    assert kind_of(text) == "driving_licence"
    found = read(driving_licence.KIND, text)
    assert (found["document_number"], found["surname"], found["given_names"]) == ("I1234562", "CARDHOLDER", "IMA")
    assert (found["date_of_birth"], found["date_of_issue"]) == ("1977-08-31", "2024-08-31")
    assert (found["date_of_expiry"], found["sex"], found["vehicle_classes"]) == ("2029-08-31", "F", "C")
    assert (found["region"], found["issuing_country"]) == ("California", "USA")


def test_the_record_in_the_code_comes_first() -> None:
    (drawn,) = page(word("VIRGINIA", 0.1, 0.1)).pages
    text = Text((replace(drawn, barcodes=(Barcode(AAMVA, "PDF417", Box(0.1, 0.5, 0.9, 0.8)),)),))
    assert kind_of(text) == "driving_licence"
    fields = driving_licence.KIND.extract(text, "d").fields
    assert {name: field.value for name, field in fields.items()} == {
        "document_number": "T64235789",
        "surname": "SAMPLE",
        "given_names": "MICHAEL JOHN",
        "full_name": "MICHAEL JOHN SAMPLE",
        "address": "2300 WEST BROAD STREET, RICHMOND VA 23269",
        "date_of_birth": "1970-01-31",
        "date_of_issue": "2015-08-24",
        "date_of_expiry": "2035-01-31",
        "sex": "M",
        "vehicle_classes": "D",
        "issuing_country": "USA",
        "region": "Virginia",
    }
    assert {field.origin.value for field in fields.values()} == {"barcode"}


CHINESE_FRONT = (
    "姓名  张 伟",
    "性别  男  民族  汉",
    "出生  1986 年 4 月 12 日",
    "住址  杭州市西湖区文三路",
    "      100号2幢",
    "公民身份号码  330106198604121230",
)
CHINESE_BACK = ("中华人民共和国", "居民身份证", "签发机关  杭州市公安局西湖分局", "有效期限  2016.05.03-2036.05.03")


def test_both_sides_of_a_chinese_card_are_read() -> None:
    front, back = typed(*CHINESE_FRONT), typed(*CHINESE_BACK)
    assert kind_of(front) == kind_of(back) == "cn_id_card"
    one, other = read(cn_id_card.KIND, front), read(cn_id_card.KIND, back)
    assert one["full_name"] == "张伟"
    assert (one["sex"], one["ethnicity"], one["date_of_birth"]) == ("M", "汉", "1986-04-12")
    assert one["address"] == "杭州市西湖区文三路100号2幢"
    assert (one["document_number"], one["side"]) == ("330106198604121230", "front")
    assert (other["authority"], other["side"]) == ("杭州市公安局西湖分局", "back")
    assert (other["date_of_issue"], other["date_of_expiry"]) == ("2016-05-03", "2036-05-03")


def test_the_citizens_number_is_checked_against_the_print() -> None:
    forged = typed(*(line.replace("4 月 12", "4 月 13").replace("男", "女") for line in CHINESE_FRONT))
    found = {one.check: one for one in cn_id_card.KIND.check(document(cn_id_card.KIND, forged))}
    assert found["number_encodes_birth"].result is CheckResult.FOUND
    assert "date of birth and sex" in found["number_encodes_birth"].detail
    assert found["card_validity"].result is CheckResult.COULD_NOT_RUN


@pytest.mark.parametrize("kind", [driving_licence.KIND, cn_id_card.KIND, visa.KIND], ids=lambda kind: kind.name)
@settings(max_examples=500, deadline=None)
@given(lines=st.lists(st.text(alphabet="1234589abc.:/ AKDL年月日姓名性别有效期限DOBEXP-", max_size=40), max_size=8))
def test_no_text_makes_a_kind_fail(kind: Kind, lines: list[str]) -> None:
    text = typed(*lines)
    assert 0.0 <= kind.evidence(text) <= 1.0
    kind.check(document(kind, text))


def test_a_date_written_beside_the_copy_is_no_birth() -> None:
    text = typed(
        "借款人身份证复印件    经办日期：2026年3月2日",
        "姓名  王建国",
        "性别  男    民族  蒙古",
        "出生  1981年10月9日",
        "住址  内蒙古自治区锡林郭勒盟西乌珠穆沁旗第二村民组14号",
        "公民身份号码  320506198110093815",
    )
    assert cn_id_card.KIND.extract(text, "d").fields["date_of_birth"].value == "1981-10-09"


def test_the_number_tells_birth_and_sex_that_could_not_be_read() -> None:
    text = typed(
        "姓名  王建国",
        "住址  内蒙古自治区锡林郭勒盟第二村民组",
        "公民身份号码  320506198110093815",
        "日期 2026年3月2日",
    )
    found = cn_id_card.KIND.extract(text, "d").fields
    assert (found["date_of_birth"].value, found["sex"].value) == ("1981-10-09", "M")


def test_a_visa_was_issued_on_the_day_behind_its_place_not_when_it_begins() -> None:
    text = typed(
        "VISUM",
        "VOM / FROM    BIS / UNTIL",
        "01-04-26      30-06-26",
        "AUSGESTELLT IN / ISSUED IN    AM / ON",
        "ANKARA                        20-03-26",
        "V<DEUYILMAZ<<MEHMET<CAN<<<<<<<<<<<<<",
        "D123456785TUR8704027M2606303<<<<<<<<",
    )
    assert visa.KIND.extract(text, "d").fields["date_of_issue"].value == "2026-03-20"
