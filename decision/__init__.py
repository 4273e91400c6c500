"""Facts in, a decision with reasons out. The whole interface is here; everything behind it is pure."""

from __future__ import annotations

from decision.book import Book, load_book, load_policy
from decision.corrections import corrected
from decision.decide import decide
from decision.policy import Policy, PolicyError
from decision.policy_file import parse_policy
from decision.settle import settle

__all__ = ["Book", "Policy", "PolicyError", "corrected", "decide", "load_book", "load_policy", "parse_policy", "settle"]
