"""Papers: ticked off, looked at, refused with a sentence, sent in parts, and nobody else's business."""

from __future__ import annotations

import hashlib
import io
import zipfile

import pikepdf
import pytest

from cases.settings import Settings
from cases.store import Store
from portal.web.applicant.incoming import label_of
from tests.shell.portal.applicant.site_at_hand import SAMPLES, Visitor

HEARTH = SAMPLES / "01-hearth-clean-digital" / "documents"
PASSPORT = (HEARTH / "passport.pdf").read_bytes()
PHOTO = (SAMPLES / "11-fernley-blurred-photo" / "documents" / "statement-2026-02.jpg").read_bytes()


def test_papers_are_read_ahead_and_ticked_off(visitor: Visitor, store: Store) -> None:
    visitor.begin().tell("01-hearth-clean-digital")
    assert visitor.get("/apply/papers").count("Still to come") == 7
    visitor.send("06-hearth-expired-passport", "passport.pdf").send("01-hearth-clean-digital", "statement-2026-02.pdf")
    told = visitor.wait_until_read()
    assert "was valid until" in told
    assert told.count("Still to come") == 5
    assert "No longer valid" in told
    visitor.post("/apply/papers/1/anyway")
    assert "sent anyway" in visitor.get("/apply/papers")
    crop = visitor.client.get("/apply/papers/1/trouble/0")
    assert (crop.headers["content-type"], crop.content[:2]) == ("image/jpeg", b"\xff\xd8")
    visitor.post("/apply/papers/1/remove")
    assert [file.name for file in visitor.intake(store).files] == ["statement-2026-02.pdf"]


def test_a_paper_that_is_not_on_the_list_or_of_somebody_else_is_told(visitor: Visitor) -> None:
    visitor.begin().tell("01-hearth-clean-digital").send("04-fernley-asks-too-much", "passport.pdf")
    assert "who is not among the people that you named" in visitor.wait_until_read()


def _zip_behind(data: bytes) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.html", "<script>1</script>")
    return data + archive.getvalue()


def _locked() -> bytes:
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(PASSPORT)) as document:
        document.save(made, encryption=pikepdf.Encryption(owner="a", user="b"))
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        (
            "drawing.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
            "no paper that we can open",
        ),
        ("page.pdf", b"<!doctype html><script>1</script>", "no paper that we can open"),
        ("both.pdf", b"<html><script>1</script>" + PASSPORT, "two kinds of file in one"),
        ("both.jpg", _zip_behind(PHOTO), "two kinds of file in one"),
        ("locked.pdf", _locked(), "protected by a password"),
        ("half.jpg", PHOTO[:2000], "damaged or not complete"),
        ("nothing.pdf", b"", "is empty"),
    ],
)
def test_what_is_no_paper_is_refused_with_a_sentence(
    visitor: Visitor, store: Store, name: str, data: bytes, sentence: str
) -> None:
    visitor.begin()
    told = visitor.post("/apply/papers", files=[(name, data)], status=422).text
    assert sentence in told
    assert name in told
    assert visitor.intake(store).files == ()


def test_names_are_labels_and_never_paths(visitor: Visitor, store: Store, portal_settings: Settings) -> None:
    assert label_of("../../etc/passwd") == "passwd"
    assert label_of("C:\\scans\\a\x00b\u202egpj.exe") == "abgpj.exe"
    assert label_of("x" * 300 + ".pdf") == "x" * 116 + ".pdf"
    assert label_of("../..") == "paper"
    visitor.begin().post("/apply/papers", files=[("../../../<b>evil</b>.pdf", PASSPORT)])
    (file,) = visitor.intake(store).files
    assert "/" not in file.name
    assert "<b>evil" not in visitor.get("/apply/papers")
    lying = [path.name for path in portal_settings.data_dir.rglob("*") if "evil" in path.name]
    assert lying == []
    assert list((portal_settings.data_dir / "incoming").glob("[0-9a-f]" * 32)) == []


def test_a_lost_connection_loses_nothing(visitor: Visitor, stranger: Visitor, store: Store) -> None:
    visitor.begin()
    begun = visitor.ask("POST", "/apply/uploads", data={"name": "passport.pdf", "size": str(len(PASSPORT))})
    place = f"/apply/uploads/{begun.json()['id']}"
    first = visitor.ask("PATCH", place, content=PASSPORT[:1000], headers={"upload-offset": "0"})
    assert first.json() == {"offset": 1000}
    twice = visitor.ask("PATCH", place, content=PASSPORT[:1000], headers={"upload-offset": "0"})
    assert (twice.status_code, twice.json()) == (409, {"offset": 1000})
    assert visitor.client.head(place).headers["upload-offset"] == "1000"
    assert stranger.client.head(place).status_code == 404
    assert stranger.ask("PATCH", place, content=b"x", headers={"upload-offset": "1000"}).status_code == 404
    done = visitor.ask("PATCH", place, content=PASSPORT[1000:], headers={"upload-offset": "1000"})
    assert done.json() == {"refused": []}
    (file,) = visitor.intake(store).files
    assert (file.name, file.sha256) == ("passport.pdf", hashlib.sha256(PASSPORT).hexdigest())
    assert visitor.client.head(place).status_code == 404


@pytest.mark.parametrize("size", ["0", "50000001"])
def test_an_upload_of_no_or_too_many_bytes_does_not_begin(visitor: Visitor, size: str) -> None:
    visitor.begin()
    told = visitor.ask("POST", "/apply/uploads", data={"name": "a.pdf", "size": size}).json()
    assert told["refused"]
    assert visitor.ask("POST", "/apply/uploads", data={"name": "a.pdf", "size": "-1"}).status_code == 422
    assert visitor.ask("POST", "/apply/uploads", data={"name": "a.pdf", "size": "10"}).status_code == 201


def test_nobody_sees_or_touches_the_papers_of_others(visitor: Visitor, stranger: Visitor, store: Store) -> None:
    visitor.begin().send("01-hearth-clean-digital", "passport.pdf")
    assert visitor.client.get("/apply/papers/1/page/1").status_code == 200
    for path in ("page/1", "trouble/0", "field/0/full_name"):
        assert stranger.client.get(f"/apply/papers/1/{path}").status_code == 404
    stranger.post("/apply/papers/1/remove", status=404)
    stranger.post("/apply/papers/1/anyway", status=404)
    forged = visitor.client.post("/apply/papers", files=[("papers", ("a.pdf", PASSPORT))])
    assert forged.status_code == 403
    assert len(visitor.intake(store).files) == 1
    assert visitor.client.get("/apply/papers/1/page/9").status_code == 404
    assert visitor.client.get("/apply/papers/7/page/1").status_code == 404


def test_what_was_read_is_confirmed_or_disputed_and_stays_as_it_was(visitor: Visitor, store: Store) -> None:
    visitor.begin().tell("01-hearth-clean-digital").send("01-hearth-clean-digital", "passport.pdf")
    visitor.wait_until_read()
    assert 'value="536817294"' in visitor.get("/apply/read")
    assert visitor.client.get("/apply/papers/1/field/0/document_number").status_code == 200
    visitor.post("/apply/read/1/0", {"document_number": "536817295"})
    told = visitor.get("/apply/read")
    assert "You say “536817295”; we read “536817294”" in told
    assert "looked at" in told
    (dispute,) = visitor.intake(store).form["disputes"]
    assert (dispute["said"], dispute["read"]) == ("536817295", "536817294")
    visitor.post("/apply/read/1/0", {"document_number": "536817294"})
    assert visitor.intake(store).form["disputes"] == []
    visitor.post("/apply/read/1/5", {}, status=404)
