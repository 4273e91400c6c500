"""What we say: a decision in, a letter out."""

from templates.letter import Letter, LetterFacts, write
from templates.pdf import to_pdf

__all__ = ["Letter", "LetterFacts", "to_pdf", "write"]
