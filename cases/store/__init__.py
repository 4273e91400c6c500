"""The case store (SQLAlchemy Core on SQLite or PostgreSQL). Import from here; the modules are its inside."""

from cases.store.records import (
    AnswerRecord,
    CaseFile,
    CaseRecord,
    ChainReport,
    Claim,
    DecisionRecord,
    Event,
    LetterRecord,
)
from cases.store.store import Store

__all__ = [
    "AnswerRecord",
    "CaseFile",
    "CaseRecord",
    "ChainReport",
    "Claim",
    "DecisionRecord",
    "Event",
    "LetterRecord",
    "Store",
]
