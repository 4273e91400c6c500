"""The book of the house: every product's policy and every scorecard, loaded and checked together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from cases.errors import BadInput, BrokenInstallation
from cases.model import Feature, Score
from decision.policy import Policy, PolicyError
from decision.policy_file import parse_policy

FOLDER = Path(__file__).parent
_MOST_NAMES = 10


class Card(Protocol):
    """A scorecard as decisions use it."""

    def score(self, features: Mapping[str, Feature]) -> Score:
        """Points and risk, or why there are none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvedCard:
    """A scorecard and the label of the file that it came from: `statement@1+0a1b2c3d`."""

    label: str
    card: Card
    features: tuple[str, ...] = ()
    """What it looks at; the policy must have a reason for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    policies: Mapping[str, Policy]
    """By product."""
    scorecards: Mapping[str, ShelvedCard]
    """By name."""

    def policy(self, product: str) -> Policy:
        """The policy of a product. Raises BadInput with the nearest names when there is none."""
        found = self.policies.get(product)
        if found is not None:
            return found
        near = get_close_matches(product, self.policies, 1, cutoff=0.4)
        if near:
            raise BadInput(f'There is no product "{product}"; did you mean "{near[0]}"?')
        known = ", ".join(sorted(self.policies)[:_MOST_NAMES]) or "none"
        raise BadInput(f'There is no product "{product}"; there are: {known}.')

    def with_policy(self, draft: Policy) -> Book:
        """The same book with a draft in the place of its product's policy, to see what it would change.

        Raises PolicyError when the draft has no words for something that its scorecard looks at.
        """
        _can_explain(draft, self.scorecards.get(draft.scorecard))
        return Book(policies=MappingProxyType({**self.policies, draft.product: draft}), scorecards=self.scorecards)


def load_book(
    policies: Path = FOLDER / "policies", scorecards: Path = FOLDER / "scorecards", *, own: Path | None = None
) -> Book:
    """The book of two folders; the lender's `own` policies stand in the place of those for the same product.

    Raises PolicyError for a policy that cannot be used.
    """
    files = {path.stem: path for folder in (policies, own) if folder for path in sorted(folder.glob("*.yaml"))}
    found: dict[str, Policy] = {}
    for path in files.values():
        policy = load_policy(path)
        if policy.product != path.stem:
            raise PolicyError(path.name, (f'it is the policy of "{policy.product}"; name the file after it',))
        found[policy.product] = policy
    cards = _cards(scorecards)
    for policy in found.values():
        _can_explain(policy, cards.get(policy.scorecard))
    return Book(policies=MappingProxyType(found), scorecards=MappingProxyType(cards))


def _can_explain(policy: Policy, shelved: ShelvedCard | None) -> None:
    """Raises PolicyError when the policy has no words for something that its scorecard looks at."""
    silent = [name for name in (shelved.features if shelved else ()) if policy.score_reason(name) is None]
    if silent:
        named = ", ".join(silent)
        advice = f"no reason has {named} of the scorecard {policy.scorecard} among its features"
        raise PolicyError(policy.product, (advice,))


def load_policy(path: Path) -> Policy:
    """The policy in a file. Raises PolicyError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PolicyError(path.name, (f"it cannot be read: {error}",)) from None
    return parse_policy(text, path.name)


def _cards(folder: Path) -> dict[str, ShelvedCard]:
    found = {}
    for path in sorted(folder.glob("*.json")):
        # Scorecards bring scikit-learn's relatives along; a book without one need not wait for them.
        from decision.scorecard import Scorecard

        try:
            card = Scorecard.load(path)
        except (OSError, ValueError) as error:
            raise BrokenInstallation(f"The scorecard {path.name} cannot be read: {error}") from None
        digest = sha256(path.read_bytes()).hexdigest()
        found[path.stem] = ShelvedCard(
            label=f"{path.stem}@{card.version}+{digest[:8]}",
            card=card,
            features=tuple(one.name for one in card.characteristics),
        )
    return found
