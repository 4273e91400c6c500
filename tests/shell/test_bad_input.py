"""Bad input through every door: one clear sentence, exit 2, nothing half-written."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.shell.bad_files import BAD, write_all
from tests.shell.drawn_case import APPLICATION
from tests.shell.installation import Installation, install


@pytest.fixture(scope="module")
def bad_files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return write_all(tmp_path_factory.mktemp("bad"))


@pytest.fixture
def alone(tmp_path: Path) -> Installation:
    """An installation without a Prefect server."""
    return install(tmp_path / "vouch", VOUCH_READERS="1")


def sentences(done: subprocess.CompletedProcess[str]) -> list[str]:
    """What a command complained of, each checked to be one whole sentence for a person."""
    said = done.stderr.strip().splitlines()
    for sentence in said:
        assert sentence.startswith("vouch: ")
        assert sentence.endswith((".", "?"))
        assert "Traceback" not in sentence
        assert "Error" not in sentence
    return said


def expect_refused(done: subprocess.CompletedProcess[str], mention: str) -> None:
    """Exit 2, nothing on standard output, one sentence that names what is wrong."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    said = sentences(done)
    assert len(said) == 1
    assert mention in said[0]


def expect_nothing_written(installation: Installation) -> None:
    with installation.store() as store:
        assert store.cases() == ()
        assert store.events() == ()
    assert not [path for path in installation.settings.blob_dir.rglob("*") if path.is_file()]
    assert not (installation.settings.data_dir / "letters").exists()


def test_read_refuses_each_bad_file_and_reads_the_good_one(
    alone: Installation, bad_files: dict[str, Path], drawn_case: Path
) -> None:
    good = drawn_case / "documents" / "certificate.pdf"
    done = alone.vouch("read", *bad_files.values(), alone.folder / "absent.pdf", good, "--json")
    assert done.returncode == 2
    said = sentences(done)
    names = [*BAD, "absent.pdf"]
    assert len(said) == len(names)
    assert all(any(name in sentence for sentence in said) for name in names)
    files = {one["file"]: one for one in json.loads(done.stdout)["files"]}
    assert all(files[name]["problems"] and not files[name]["documents"] for name in names)
    assert not files["certificate.pdf"]["problems"]
    assert files["certificate.pdf"]["documents"][0]["kind"] == "certificate_of_incorporation"


@pytest.mark.parametrize("door", ["decide", "submit"])
@pytest.mark.parametrize("name", BAD)
def test_a_case_with_a_bad_file_is_refused(
    alone: Installation, bad_files: dict[str, Path], drawn_case: Path, tmp_path: Path, door: str, name: str
) -> None:
    folder = shutil.copytree(drawn_case, tmp_path / "case")
    shutil.copy(bad_files[name], folder / "documents")
    expect_refused(alone.vouch(door, folder, "--json"), name)
    expect_nothing_written(alone)


@pytest.mark.parametrize("door", ["decide", "submit"])
@pytest.mark.parametrize(
    ("right", "wrong", "mention"),
    [
        ("legal_name", "legal_nmae", "did you mean 'legal_name'?"),
        ('product = "sme_term_loan"', 'product = "sme_term_laon"', 'did you mean "sme_term_loan"?'),
        ("amount = 40000", 'amount = "a lot"', "amount"),
        ("[request]", "[request", "not valid TOML"),
    ],
)
def test_a_form_with_a_mistake_is_refused(
    alone: Installation, drawn_case: Path, tmp_path: Path, door: str, right: str, wrong: str, mention: str
) -> None:
    folder = shutil.copytree(drawn_case, tmp_path / "case")
    (folder / "application.toml").write_text(APPLICATION.replace(right, wrong), encoding="utf-8")
    expect_refused(alone.vouch(door, folder, "--json"), mention)
    expect_nothing_written(alone)


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        (("decide", "nowhere"), "nowhere"),
        (("submit", "nowhere"), "nowhere"),
        (("decide", "nowhere", "--as-of", "tomorrow"), "tomorrow"),
        (("status", "VCH-NONE"), "VCH-NONE"),
        (("replay", "VCH-NONE"), "VCH-NONE"),
        (("replay",), "--policy"),
        (("replay", "--policy", "nowhere.yaml"), "nowhere.yaml"),
        (("settle", "VCH-NONE", "--outcome", "approve", "--by", "u1"), "VCH-NONE"),
        (("settle", "VCH-NONE", "--outcome", "maybe", "--by", "u1"), "maybe"),
        (("settle", "VCH-NONE", "--outcome", "decline", "--by", "u1"), "reason"),
        (("demo", "--samples", "nowhere"), "nowhere"),
        (("bench", "nothing"), "nothing"),
        (("train", "--data", "nowhere.arff"), "nowhere.arff"),
    ],
)
def test_a_command_that_cannot_be_done_says_so(alone: Installation, arguments: tuple[str, ...], mention: str) -> None:
    expect_refused(alone.vouch(*arguments), mention)


def test_a_setting_with_a_mistake_is_refused(tmp_path: Path) -> None:
    wrong = install(tmp_path, VOUCH_LEASE_SECONDS="soon")
    expect_refused(wrong.vouch("status"), "VOUCH_LEASE_SECONDS")


@pytest.mark.parametrize(
    ("arguments", "mention"),
    [
        (("read",), "files"),
        (("nonsense",), "nonsense"),
        (("status", "--jsn"), "--json"),
        (("settle", "X"), "--outcome"),
    ],
)
def test_a_command_line_with_a_mistake_is_refused(
    alone: Installation, arguments: tuple[str, ...], mention: str
) -> None:
    expect_refused(alone.vouch(*arguments), mention)
