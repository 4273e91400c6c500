"""A case as a folder on the disk."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cases.case_folder import MOST_FILES, open_case_folder
from cases.errors import BadInput

FORM = """
[business]
legal_name = "Acme Ltd"
country = "GB"
[request]
product = "sme_term_loan"
amount = 120000
currency = "GBP"
term_months = 36
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    case = tmp_path / "case"
    (case / "documents").mkdir(parents=True)
    (case / "application.toml").write_text(FORM, encoding="utf-8")
    for name in ("b.pdf", "a.jpg", "报表.pdf", "报\u3000表\u202f1.pdf", ".hidden"):
        (case / "documents" / name).write_bytes(b"x")
    return case


def test_a_folder_gives_its_application_and_files_by_name(folder: Path) -> None:
    case = open_case_folder(folder)
    assert case.application.business.legal_name == "Acme Ltd"
    assert [path.name for path in case.files] == ["a.jpg", "b.pdf", "报\u3000表\u202f1.pdf", "报表.pdf"]
    assert case.path == folder
    assert open_case_folder(str(folder)) == case


def test_a_link_within_the_folder_is_a_file(folder: Path) -> None:
    (folder / "documents" / "c.pdf").symlink_to("b.pdf")
    assert len(open_case_folder(folder).files) == 5


def test_a_form_with_a_byte_order_mark_is_read(folder: Path) -> None:
    (folder / "application.toml").write_text(FORM, encoding="utf-8-sig")
    assert open_case_folder(folder).application.request.term_months == 36


def _no_documents(folder: Path) -> None:
    (folder / "documents").rename(folder / "papers")


def _empty(folder: Path) -> None:
    for path in (folder / "documents").iterdir():
        path.unlink()


def _too_many(folder: Path) -> None:
    for number in range(MOST_FILES):
        (folder / "documents" / f"{number}.pdf").touch()


def _no_form(folder: Path) -> None:
    (folder / "application.toml").unlink()


def _big_form(folder: Path) -> None:
    (folder / "application.toml").write_text("#" * 2_000_000)


def _latin_form(folder: Path) -> None:
    (folder / "application.toml").write_bytes(FORM.replace("Acme", "Caf\u00e9").encode("latin-1"))


def _folder_inside(folder: Path) -> None:
    (folder / "documents" / "more").mkdir()


def _pipe(folder: Path) -> None:
    os.mkfifo(folder / "documents" / "pipe.pdf")


def _link_outside(folder: Path) -> None:
    (folder / "documents" / "z.pdf").symlink_to("/etc/hostname")


def _documents_is_a_link_to_a_file(folder: Path) -> None:
    _no_documents(folder)
    (folder / "documents").symlink_to(folder / "application.toml")


def _documents_is_a_link_outside(folder: Path) -> None:
    elsewhere = folder.parent / "elsewhere"
    (folder / "documents").rename(elsewhere)
    (folder / "documents").symlink_to(elsewhere)


def _circle(folder: Path) -> None:
    (folder / "documents" / "z.pdf").symlink_to("z.pdf")


def _unprintable_name(folder: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder / "documents") + b"/caf\xe9.pdf")).touch()


def _name_of_two_lines(folder: Path) -> None:
    (folder / "documents" / "a\nb.pdf").touch()


def _dangling_link(folder: Path) -> None:
    (folder / "documents" / "z.pdf").symlink_to("gone.pdf")


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (_no_documents, "has no folder documents/"),
        (_documents_is_a_link_to_a_file, "has no folder documents/"),
        (_empty, "holds no files"),
        (_too_many, f"a case may have {MOST_FILES}"),
        (_no_form, "There is no file"),
        (_big_form, "larger than 1000 kB"),
        (_latin_form, "not written in UTF-8"),
        (_folder_inside, "documents/more is a folder"),
        (_pipe, "not a file that can be read"),
        (_link_outside, "documents/z.pdf is a link that leaves the folder"),
        (_documents_is_a_link_outside, "is a link that leaves the case folder"),
        (_circle, "documents/z.pdf is a link that leaves the folder"),
        (_unprintable_name, "rename it"),
        (_name_of_two_lines, "rename it"),
        (_dangling_link, "not a file that can be read"),
    ],
)
def test_what_is_wrong_with_a_folder_is_said_in_one_sentence(
    folder: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoil(folder)
    with pytest.raises(BadInput) as caught:
        open_case_folder(folder)
    assert said in str(caught.value)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_what_is_no_folder_is_said_so(folder: Path) -> None:
    with pytest.raises(BadInput, match="There is no folder"):
        open_case_folder(folder / "nowhere")
    with pytest.raises(BadInput, match="is a file; give the case folder"):
        open_case_folder(folder / "application.toml")
