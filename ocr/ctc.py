"""What a recogniser's output says: characters with their confidence, where they stand, and what else was likely.

The recogniser gives, for every step along a line, a probability for every character and for "none" (connectionist
temporal classification, Graves et al. 2006). Runs of the same best character are one character.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

LIKELY = 0.02
"""A second reading of a character is kept from this probability on."""


@dataclass(frozen=True, slots=True)
class Character:
    text: str
    confidence: float
    """0 to 1."""
    left: float
    """Where it begins and ends along the line, 0 to 1."""
    right: float
    second: str = ""
    """The next best character at its place, when it was likely at all."""


def decode(output: NDArray[Any], alphabet: tuple[str, ...], filled: float) -> tuple[Character, ...]:
    """The characters of one line.

    `output` has a row per step and a column per character of `alphabet` (column 0 is "none"); `filled` is the part of
    the steps that belongs to the line and not to its padding, 0 to 1.
    """
    steps = max(1.0, len(output) * filled)
    best = output.argmax(axis=1)
    peaks = [step for step in range(len(best)) if best[step] and (step == 0 or best[step] != best[step - 1])]
    found = []
    for index, step in enumerate(peaks):
        end = step
        while end + 1 < len(best) and best[end + 1] == best[step]:
            end += 1
        top = step + int(output[step : end + 1, best[step]].argmax())
        before = (peaks[index - 1] + step) / 2 if index else step - 1.0
        after = (end + peaks[index + 1]) / 2 if index + 1 < len(peaks) else end + 1.0
        left = max(before, step - 1.5)
        right = min(after, end + 1.5)
        found.append(
            Character(
                alphabet[best[step]],
                float(output[top, best[step]]),
                min(1.0, max(0.0, (left + 0.5) / steps)),
                min(1.0, max(0.0, (right + 0.5) / steps)),
                _second(output[top], int(best[step]), alphabet),
            )
        )
    return tuple(found)


def _second(chances: NDArray[Any], best: int, alphabet: tuple[str, ...]) -> str:
    if chances[best] > 1 - LIKELY:
        return ""
    two = np.argpartition(chances, -2)[-2:]
    other = int(two[0] if two[1] == best else two[1])
    return alphabet[other] if other and chances[other] >= LIKELY else ""
