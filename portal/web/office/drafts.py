"""Drafts of policies: written, checked, compared, tried on past cases, and published by a second credit officer."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response, UploadFile
from fastapi.responses import RedirectResponse

from cases.errors import BadInput, IllegalMove
from cases.store.policies import MOST_CHARACTERS, Draft
from decision import Policy, PolicyError, parse_policy
from flows.replaying import Replay, replay_policy
from portal.web import brakes
from portal.web.form_token import from_our_pages
from portal.web.office.difference import compared
from portal.web.office.status_words import OUTCOME_WORDS
from portal.web.pages import page
from portal.web.roles import READS_POLICIES, Role
from portal.web.sessions import Staff, needs
from portal.web.site import Site, site

router = APIRouter(prefix="/office", dependencies=[Depends(from_our_pages)])
Here = Annotated[Site, Depends(site)]
Officer = Annotated[Staff, Depends(needs(Role.CREDIT_OFFICER))]
Reader = Annotated[Staff, Depends(needs(*READS_POLICIES))]
Seen = Annotated[str, Form(max_length=64)]
"""The digest of the text that was on the page."""
MOST_REPLAYED = 500
"""Past cases that a draft is tried on in one go, the newest."""
UNSAVED = "Somebody has changed this draft meanwhile; your text was not saved over theirs."


@dataclass(frozen=True, slots=True)
class Checked:
    """What strict reading makes of a draft."""

    policy: Policy | None
    advice: tuple[str, ...]


@router.post("/policies/{product}/drafts")
def begin(here: Here, who: Officer, product: str) -> Response:
    """A draft that begins as the policy in force."""
    number = here.store.policies.begin(product, here.current.text(product), who.id, here.now)
    return _to(number)


@router.get("/drafts/{number}")
def show(request: Request, here: Here, who: Reader, number: int) -> Response:
    return _page(request, here, who, here.store.policies.draft(number))


@router.post("/drafts/{number}")
def write(
    request: Request,
    here: Here,
    who: Officer,
    number: int,
    seen: Seen,
    text: Annotated[str, Form(max_length=MOST_CHARACTERS)] = "",
    file: UploadFile | None = None,
) -> Response:
    """Saves what was typed, or the file that was chosen instead. What somebody else wrote meanwhile is not lost."""
    wanted = _uploaded(file) if file is not None and file.filename else text
    wanted = wanted.replace("\r\n", "\n")
    try:
        here.store.policies.write(number, wanted, seen, who.id, here.now)
    except IllegalMove:
        return _page(request, here, who, here.store.policies.draft(number), typed=wanted, wrong=UNSAVED)
    return _to(number)


@router.post("/drafts/{number}/replay")
def replay(request: Request, here: Here, who: Officer, number: int) -> Response:
    """What the newest past cases would come to."""
    here.brakes.check(brakes.REPLAYS, who.id)
    draft = here.store.policies.draft(number)
    found = checked(here, draft)
    tried = replay_policy(here.store, found.policy, here.book, MOST_REPLAYED) if found.policy else None
    return _page(request, here, who, draft, tried=tried)


@router.post("/drafts/{number}/propose")
def propose(here: Here, who: Officer, number: int, seen: Seen) -> Response:
    """Asks a second credit officer to publish. Raises BadInput while anything is wrong with it."""
    _usable(here, here.store.policies.draft(number))
    here.store.policies.propose(number, seen, who.id, here.now)
    return _to(number)


@router.post("/drafts/{number}/publish")
def publish(here: Here, who: Officer, number: int, seen: Seen) -> Response:
    """The second signature, which puts the draft in force. Raises IllegalMove for those who wrote or proposed it."""
    policy = _usable(here, here.store.policies.draft(number))

    def put(text: str) -> None:
        here.current.put(policy.product, text)

    here.store.policies.publish(number, seen, policy.version, who.id, here.now, put)
    return RedirectResponse(f"/office/policies/{policy.product}", status_code=303)


@router.post("/drafts/{number}/drop")
def drop(here: Here, _: Officer, number: int) -> Response:
    here.store.policies.drop(number, here.now)
    return RedirectResponse("/office/policies", status_code=303)


def checked(here: Site, draft: Draft) -> Checked:
    """Everything that is wrong with a draft, or the policy that it writes."""
    try:
        policy = parse_policy(draft.text, f"{draft.product}.yaml")
        here.book.with_policy(policy)
    except PolicyError as fault:
        return Checked(None, fault.advice)
    advice = []
    if policy.product != draft.product:
        advice.append(f'it is the policy of "{policy.product}"; this draft is for "{draft.product}"')
    used = {one.version for one in here.store.policies.published(draft.product)}
    if policy.version in used | {here.book.policy(draft.product).version}:
        advice.append(f'the version "{policy.version}" has been in force before; give this one another')
    return Checked(None if advice else policy, tuple(advice))


def _usable(here: Site, draft: Draft) -> Policy:
    found = checked(here, draft)
    if found.policy is None:
        raise BadInput("This draft cannot be published as it is; see what is wrong with it on its page.")
    return found.policy


def _uploaded(file: UploadFile) -> str:
    content = file.file.read(MOST_CHARACTERS * 4 + 1)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("The file is not written in UTF-8; save it again in that encoding.") from None


def _page(
    request: Request,
    here: Site,
    who: Staff,
    draft: Draft,
    *,
    typed: str | None = None,
    wrong: str = "",
    tried: tuple[Replay, ...] | None = None,
) -> Response:
    return page(
        request,
        "office_draft",
        status=409 if wrong else 200,
        draft=draft,
        text=draft.text if typed is None else typed,
        wrong=wrong,
        checked=checked(here, draft),
        rows=compared(here.current.text(draft.product), draft.text),
        replayed=None if tried is None else _counted(tried),
        most=MOST_REPLAYED,
        outcome_words=OUTCOME_WORDS,
        may_write=who.may(Role.CREDIT_OFFICER),
        may_publish=who.id not in {*draft.editors, draft.proposed_by},
    )


def _counted(tried: tuple[Replay, ...]) -> dict[str, Any]:
    changed = [one for one in tried if one.before is not one.after]
    moves = Counter((one.before, one.after) for one in changed)
    # Every decision names the policy that made it; that alone is no change.
    same = sum(one.before is one.after and set(one.differs) != {"versions"} for one in tried)
    return {"cases": len(tried), "changed": changed, "moves": moves.most_common(), "otherwise": same}


def _to(number: int) -> Response:
    return RedirectResponse(f"/office/drafts/{number}", status_code=303)
