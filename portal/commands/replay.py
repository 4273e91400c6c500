"""`vouch replay`: past cases decided again."""

from __future__ import annotations

from pathlib import Path

from cases.codec import plain
from cases.errors import BadInput, NotFound
from cases.settings import Settings
from decision import load_book, load_policy
from flows.replaying import Replay, replay_case, replay_policy
from portal.commands.answers import DONE, FAILED, print_json, print_table
from portal.commands.cases import opened_store


def run_replay(case_id: str, policy: Path | None, *, as_json: bool) -> int:
    if bool(case_id) == bool(policy):
        raise BadInput("Give either a case to replay or --policy with a draft to try on all past cases.")
    settings = Settings.from_env()
    with opened_store(settings) as store:
        if case_id:
            return _one(replay_case(store, case_id, load_book(own=settings.policies_dir)), as_json=as_json)
        if policy is None or not policy.is_file():
            raise NotFound(f"There is no policy file {policy}.")
        return _all(replay_policy(store, load_policy(policy), load_book(own=settings.policies_dir)), as_json=as_json)


def _one(replay: Replay, *, as_json: bool) -> int:
    """0 when the decision came out the same to the byte, 1 when it did not."""
    if as_json:
        print_json(plain(replay))
    elif replay.identical:
        print(f"{replay.case_id}: {replay.after.value}, identical to the byte.")
    else:
        print(
            f"{replay.case_id}: {replay.before.value} → {replay.after.value}; differs in {', '.join(replay.differs)}."
        )
    return DONE if replay.identical else FAILED


def _all(replays: tuple[Replay, ...], *, as_json: bool) -> int:
    changed = [one for one in replays if one.before is not one.after]
    if as_json:
        print_json({"cases": len(replays), "changed": len(changed), "replays": plain(replays)})
        return DONE
    rows = [(one.case_id, one.before.value, one.after.value) for one in changed]
    title = f"{len(changed)} of {len(replays)} past cases would be decided differently"
    print_table(title, ("case", "was", "would be"), rows)
    return DONE
