"""The formats of machine-readable zones: where each part stands, and what its check digits protect.

Source: ICAO Doc 9303, eighth edition, part 4 (TD3 passports), part 5 (TD1 cards), part 6 (TD2 cards), part 7
(visas MRV-A and MRV-B). France's national identity card of 1988 to 2021 has two lines of 36 in a layout of its own
(decree 55-1397); it is the format `FRA`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Slice = tuple[int, int, int]
"""Line (from 0), first character, character after the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """Where each part stands, and what characters may stand at each place.

    `classes` has one string per line: `A` letter or filler, `D` digit, `F` digit or filler, `S` the letter of a
    sex or filler, `X` any of them.
    """

    name: str
    codes: str
    """The letters that the document code may begin with."""
    classes: tuple[str, ...]
    parts: Mapping[str, Slice]
    checks: Mapping[str, tuple[Slice, ...]]
    """What each check digit is computed over; the digit itself is the part `<name>_check`."""

    @property
    def width(self) -> int:
        return len(self.classes[0])


_TD3_CORE = {
    "code": (0, 0, 2),
    "issuer": (0, 2, 5),
    "number": (1, 0, 9),
    "number_check": (1, 9, 10),
    "nationality": (1, 10, 13),
    "birth": (1, 13, 19),
    "birth_check": (1, 19, 20),
    "sex": (1, 20, 21),
    "expiry": (1, 21, 27),
    "expiry_check": (1, 27, 28),
}
_CORE_CHECKS: dict[str, tuple[Slice, ...]] = {
    "number": ((1, 0, 9),),
    "birth": ((1, 13, 19),),
    "expiry": ((1, 21, 27),),
}
_CORE_CLASSES = "XXXXXXXXXFAAAFFFFFFDSFFFFFFD"

TD3 = Format(
    name="TD3",
    codes="P",
    classes=("A" * 44, _CORE_CLASSES + "X" * 14 + "FD"),
    parts={
        **_TD3_CORE,
        "names": (0, 5, 44),
        "personal": (1, 28, 42),
        "personal_check": (1, 42, 43),
        "composite_check": (1, 43, 44),
    },
    checks={
        **_CORE_CHECKS,
        "personal": ((1, 28, 42),),
        "composite": ((1, 0, 10), (1, 13, 20), (1, 21, 43)),
    },
)
TD2 = Format(
    name="TD2",
    codes="IACP",
    classes=("A" * 36, _CORE_CLASSES + "X" * 7 + "D"),
    parts={**_TD3_CORE, "names": (0, 5, 36), "optional": (1, 28, 35), "composite_check": (1, 35, 36)},
    checks={**_CORE_CHECKS, "composite": ((1, 0, 10), (1, 13, 20), (1, 21, 35))},
)
TD1 = Format(
    name="TD1",
    codes="IACP",
    classes=("AXAAA" + "X" * 9 + "F" + "X" * 15, "FFFFFFDSFFFFFFDAAA" + "X" * 11 + "D", "A" * 30),
    parts={
        "code": (0, 0, 2),
        "issuer": (0, 2, 5),
        "number": (0, 5, 14),
        "number_check": (0, 14, 15),
        "optional": (0, 15, 30),
        "birth": (1, 0, 6),
        "birth_check": (1, 6, 7),
        "sex": (1, 7, 8),
        "expiry": (1, 8, 14),
        "expiry_check": (1, 14, 15),
        "nationality": (1, 15, 18),
        "optional_2": (1, 18, 29),
        "composite_check": (1, 29, 30),
        "names": (2, 0, 30),
    },
    checks={
        "number": ((0, 5, 14),),
        "birth": ((1, 0, 6),),
        "expiry": ((1, 8, 14),),
        "composite": ((0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)),
    },
)
MRV_A = Format(
    name="MRV-A",
    codes="V",
    classes=("A" * 44, _CORE_CLASSES + "X" * 16),
    parts={**_TD3_CORE, "names": (0, 5, 44), "optional": (1, 28, 44)},
    checks=_CORE_CHECKS,
)
MRV_B = Format(
    name="MRV-B",
    codes="V",
    classes=("A" * 36, _CORE_CLASSES + "X" * 8),
    parts={**_TD3_CORE, "names": (0, 5, 36), "optional": (1, 28, 36)},
    checks=_CORE_CHECKS,
)
FRA = Format(
    name="FRA",
    codes="I",
    classes=("A" * 30 + "X" * 6, "X" * 12 + "D" + "A" * 14 + "FFFFFFDSD"),
    parts={
        "code": (0, 0, 2),
        "issuer": (0, 2, 5),
        "surname": (0, 5, 30),
        "office": (0, 30, 36),
        "number": (1, 0, 12),
        "number_check": (1, 12, 13),
        "given_names": (1, 13, 27),
        "birth": (1, 27, 33),
        "birth_check": (1, 33, 34),
        "sex": (1, 34, 35),
        "composite_check": (1, 35, 36),
    },
    checks={"number": ((1, 0, 12),), "birth": ((1, 27, 33),), "composite": ((0, 0, 36), (1, 0, 35))},
)
FORMATS = (TD3, MRV_A, TD1, FRA, TD2, MRV_B)
"""In the order to try them; where two have the same width, the more particular stands first."""
