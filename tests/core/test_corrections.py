"""An underwriter's corrections stand in the place of what was read, for the decision only."""

from __future__ import annotations

import pytest

from cases.model import WHOLE_PAGE, Correction, Origin, Outcome
from decision import corrected, decide
from tests.core import paperwork
from tests.core.paperwork import TODAY, application, income_statement, papers, readings


def correct(document: str, field: str, value: str) -> Correction:
    return Correction(document=document, field=field, value=value)


def test_without_corrections_the_readings_are_what_they_were() -> None:
    sent = readings(*papers())
    assert corrected(sent, ()) == sent


def test_a_corrected_field_keeps_its_place_and_what_was_read() -> None:
    paper = income_statement()
    read = paper.fields["revenue"]
    sent = readings(paper)
    seen = corrected(sent, (correct(paper.id, "revenue", "123456.00"),))[0].documents[0].fields["revenue"]
    assert (seen.value, seen.raw, seen.place) == ("123456.00", read.raw, read.place)
    assert (seen.origin, seen.confidence, seen.alternatives) == (Origin.TYPED, 1.0, (read.value,))
    assert read.value in seen.note
    assert sent[0].documents[0].fields["revenue"] == read, "the reading itself stays"


def test_the_last_correction_of_a_field_counts() -> None:
    paper = income_statement()
    twice = (correct(paper.id, "revenue", "1.00"), correct(paper.id, "revenue", "2.00"))
    assert corrected(readings(paper), twice)[0].documents[0].text("revenue") == "2.00"


def test_a_field_that_was_not_found_stands_for_the_whole_page() -> None:
    paper = paperwork.without(income_statement(), "revenue")
    seen = corrected(readings(paper), (correct(paper.id, "revenue", "9.00"),))[0].documents[0].fields["revenue"]
    assert seen.place.box == WHOLE_PAGE
    assert seen.alternatives == ()


def test_other_documents_stay_and_unknown_ones_change_nothing() -> None:
    sent = readings(*papers())
    assert corrected(sent, (correct("0" * 12 + "-1", "revenue", "9.00"),)) == sent
    paper = next(one for one in papers() if one.kind == "income_statement")
    changed = corrected(sent, (correct(paper.id, "revenue", "9.00"),))
    assert [one for one, other in zip(sent, changed, strict=True) if one != other] == [
        one for one in sent if one.documents[0].id == paper.id
    ]


def test_a_corrected_figure_changes_the_decision_and_the_right_one_restores_it() -> None:
    sent = readings(*papers())
    paper = next(one for one in papers() if one.kind == "income_statement")
    read = paper.fields["revenue"].value

    def outcome(value: str) -> Outcome:
        seen = corrected(sent, (correct(paper.id, "revenue", value),))
        return decide(application(), seen, paperwork.book(), TODAY, "recorded/1", "test").outcome

    assert outcome(read) is Outcome.APPROVE
    assert outcome("1000.00") is not Outcome.APPROVE


@pytest.mark.parametrize("empty", ["document", "field", "value"])
def test_a_correction_names_document_field_and_value(empty: str) -> None:
    with pytest.raises(ValueError, match="a correction names"):
        Correction(**{"document": "a", "field": "b", "value": "c", empty: ""})
