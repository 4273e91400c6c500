"""Policies: read, drafted, checked, compared, tried, and put in force by two people without a restart."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cases.errors import BadInput, IllegalMove
from cases.store import Store
from flows.current_book import CurrentBook
from portal.web.office.cards import rendered
from portal.web.office.difference import compared
from portal.web.roles import Role
from tests.shell.cases_at_hand import START, after
from tests.shell.portal.decided_case import decide_case, stated
from tests.shell.portal.site_at_hand import Browser, SiteAtHand, site_at

PRODUCT = "sme_term_loan"
SHIPPED = Path("decision/policies/sme_term_loan.yaml").read_text(encoding="utf-8")
STRICTER = (
    SHIPPED.replace('version: "2026.1"', 'version: "2026.2"')
    .replace("from: {2020-01-01: 0.30}}", "from: {2020-01-01: 0.05}}")
    .replace(
        "{fires: [{amount_to_revenue: 0.31}], clear: [{amount_to_revenue: 0.30}]}",
        "{fires: [{amount_to_revenue: 0.06}], clear: [{amount_to_revenue: 0.05}]}",
    )
)
"""Lends up to a twentieth of the revenue."""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[SiteAtHand]:
    with site_at(tmp_path / "site") as found:
        yield found


def draft(browser: Browser, text: str = STRICTER) -> str:
    """The path of a draft with a text."""
    browser.get("/office/policies")
    path = str(browser.post(f"/office/policies/{PRODUCT}/drafts").headers["location"])
    save(browser, path, text)
    return path


def save(browser: Browser, path: str, text: str) -> int:
    return browser.post(path, text=text.replace("\n", "\r\n"), seen=seen(browser, path)).status_code


def seen(browser: Browser, path: str) -> str:
    page = browser.get(path).text
    return page.split('name="seen" value="')[1].split('"')[0]


def test_the_policy_in_force_is_shown_with_owners_and_examples(here: SiteAtHand) -> None:
    for role in (Role.CREDIT_OFFICER, Role.SENIOR, Role.AUDITOR):
        text = here.signed_in(role).get(f"/office/policies/{PRODUCT}").text
        policy = here.site.book.policies[PRODUCT]
        assert all(f"<code>{rule.id}</code>" in text for rule in policy.rules)
        assert all(f"<code>{name}</code>" in text for name in policy.parameters)
        assert "£500,000.00" in text
        assert "30%" in text
        assert ("Begin a draft" in text) is (role is Role.CREDIT_OFFICER)
    assert here.signed_in(Role.AUDITOR).get("/office/policies/none").status_code == 422


def test_model_cards_are_shown_and_run_nothing(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.CREDIT_OFFICER)
    assert "<h2>Performance</h2>" in browser.get("/office/cards/statement").text
    assert browser.get("/office/cards/..%2fpolicies").status_code == 404
    assert browser.get("/office/cards/none").status_code == 404
    made = rendered("# A <script>alert(1)</script>\n\n[x](javascript:alert(1))\n\n|a|b|\n|---|--:|\n|<b>|1|\n")
    assert "<script" not in made
    assert "href" not in made
    assert "style=" not in made


def test_a_draft_is_checked_line_by_line_and_loses_nothing(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.CREDIT_OFFICER)
    broken = SHIPPED.replace("min_dscr: {unit: ratio", "min_dscr: {unit: ratoi").replace(
        "action: decline", "action: no"
    )
    path = draft(browser, broken)
    page = browser.get(path).text
    assert "What is wrong with it" in page
    assert page.count("<li>") >= 2
    assert "min_dscr: {unit: ratoi" in page
    assert browser.post(f"{path}/propose", seen=seen(browser, path)).status_code in {404, 422}
    assert save(browser, path, "not: [yaml") == 303
    assert "not: [yaml" in browser.get(path).text
    assert save(browser, path, SHIPPED) == 303
    assert "has been in force before" in browser.get(path).text, "a version names one text"


def test_two_who_write_do_not_write_over_each_other(here: SiteAtHand) -> None:
    one, other = here.signed_in(Role.CREDIT_OFFICER), here.signed_in(Role.CREDIT_OFFICER)
    path = draft(one)
    old = seen(other, path)
    save(one, path, STRICTER + "\n# one\n")
    answer = other.post(path, text=STRICTER + "\n# other\n", seen=old)
    assert answer.status_code == 409
    assert "# other" in answer.text, "what was typed is still there"
    assert "# other" not in one.get(path).text


def test_a_file_may_be_sent_instead(here: SiteAtHand) -> None:
    browser = here.signed_in(Role.CREDIT_OFFICER)
    path = draft(browser)
    digest = seen(browser, path)
    files = {"file": ("draft.yaml", STRICTER.replace("Product sheet", "Blatt 7 – 产品").encode())}
    form = {"form_token": browser.token, "seen": digest, "text": "left as it was"}
    assert browser.client.post(path, data=form, files=files).status_code == 303
    assert "Blatt 7 – 产品" in browser.get(path).text
    form["seen"] = seen(browser, path)
    files = {"file": ("draft.yaml", b"\xff\xfe\x00bad")}
    assert browser.client.post(path, data=form, files=files).status_code == 422


def test_a_draft_is_tried_on_past_cases(here: SiteAtHand) -> None:
    here.store.add_case("c1", stated(), [], here.clock.now, "applicant")
    assert decide_case(here, "c1") == "approved"
    browser = here.signed_in(Role.CREDIT_OFFICER)
    path = draft(browser)
    text = browser.post(f"{path}/replay").text
    assert "1 of 1 cases would come out differently" in text
    assert "c1</a>: Approve → Counter-offer" in text
    assert "500" in text
    assert here.store.get("c1").status == "approved", "nothing is changed by trying"


def test_two_people_put_a_policy_in_force_and_the_next_case_is_judged_by_it(here: SiteAtHand) -> None:
    worker = CurrentBook(here.settings.policies_dir)
    writer, second = here.signed_in(Role.CREDIT_OFFICER), here.signed_in(Role.CREDIT_OFFICER)
    path = draft(writer)
    assert second.post(f"{path}/publish", seen=seen(second, path)).status_code == 409, "nobody asked for it"
    digest = seen(writer, path)
    assert writer.post(f"{path}/propose", seen=digest).status_code == 303
    assert "Sign and put in force" not in writer.get(path).text
    assert writer.post(f"{path}/publish", seen=digest).status_code == 409, "not the writer"
    assert "Sign and put in force" in second.get(path).text
    assert second.post(f"{path}/publish", seen="0" * 64).status_code == 409, "not another text than was seen"
    assert second.post(f"{path}/publish", seen=digest).status_code == 303
    assert here.site.book.policies[PRODUCT].version == "2026.2"
    assert worker.now().policies[PRODUCT].version == "2026.2", "another process sees it without a restart"
    assert worker.text(PRODUCT) == STRICTER
    (one,) = here.store.policies.published()
    assert (one.version, one.digest, one.text) == ("2026.2", here.site.book.policies[PRODUCT].digest, STRICTER)
    assert one.proposed_by != one.seconded_by
    assert second.get(path).status_code == 404, "the draft is done"
    assert "2026.2" in second.get("/office/policies").text
    assert sorted(here.settings.policies_dir.iterdir()) == [here.settings.policies_dir / f"{PRODUCT}.yaml"]


def test_whoever_has_written_in_it_does_not_sign_it(here: SiteAtHand) -> None:
    one, other, third = (here.signed_in(Role.CREDIT_OFFICER) for _ in range(3))
    path = draft(one)
    save(other, path, STRICTER + "\n# mine\n")
    digest = seen(third, path)
    assert third.post(f"{path}/propose", seen=digest).status_code == 303
    for browser in (one, other, third):
        browser.get(path)
        assert browser.post(f"{path}/publish", seen=digest).status_code == 409
    save(one, path, STRICTER)
    assert here.store.policies.drafts()[0].proposed_by is None, "another text is another proposal"
    one.get(path)
    assert one.post(f"{path}/drop").status_code == 303
    assert here.store.policies.drafts() == ()


def test_looking_whether_policies_changed_costs_little(here: SiteAtHand) -> None:
    here.site.current.put(PRODUCT, STRICTER)
    here.site.book.policy(PRODUCT)
    began = time.perf_counter()
    for _ in range(100):
        here.site.book.policy(PRODUCT)
    assert (time.perf_counter() - began) / 100 < 0.02


def test_a_broken_file_in_the_folder_leaves_the_last_good_book(here: SiteAtHand) -> None:
    here.site.current.put(PRODUCT, STRICTER)
    assert here.site.book.policies[PRODUCT].version == "2026.2"
    (here.settings.policies_dir / f"{PRODUCT}.yaml").write_text("nonsense", encoding="utf-8")
    assert here.site.book.policies[PRODUCT].version == "2026.2"
    here.site.current.put(PRODUCT, SHIPPED)
    assert here.site.book.policies[PRODUCT].version == "2026.1"


def test_what_cannot_be_put_in_force_is_not_published(store: Store) -> None:
    policies = store.policies
    number = policies.begin(PRODUCT, "text", "jo", START)
    digest = policies.draft(number).digest
    policies.propose(number, digest, "jo", after(1))

    def full(_: str) -> None:
        raise OSError("no space left")

    with pytest.raises(OSError, match="no space"):
        policies.publish(number, digest, "1", "kim", after(2), full)
    assert policies.published() == ()
    assert policies.draft(number).proposed_by == "jo"
    with pytest.raises(IllegalMove):
        policies.publish(number, digest, "1", "jo", after(2), full)
    with pytest.raises(BadInput):
        policies.begin("../up", "text", "jo", START)
    with pytest.raises(BadInput):
        policies.begin(PRODUCT, "x" * 500_001, "jo", START)


def test_texts_are_compared_line_by_line_and_word_by_word() -> None:
    before = "\n".join(f"line {number}" for number in range(20))
    assert compared(before, before) == []
    after_ = before.replace("line 10", "line <b>11</b>") + "\nnew"
    rows = compared(before, after_)
    kinds = [row.kind for row in rows]
    assert kinds.count("changed") == 1
    assert kinds.count("added") == 1
    assert kinds.count("gap") == 2
    changed = next(row for row in rows if row.kind == "changed")
    assert changed.before_number == changed.after_number == 11
    assert "<b>" not in changed.after
    assert "&lt;b&gt;" in changed.after
