"""Where on a page something stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page in fractions of its width and height: 0 to 1, origin top-left.

    Raises ValueError when it is inverted or leaves the page.
    """

    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        if not (0.0 <= self.left <= self.right <= 1.0 and 0.0 <= self.top <= self.bottom <= 1.0):
            raise ValueError(f"not a box on a page: {self.left}, {self.top}, {self.right}, {self.bottom}")

    @classmethod
    def within(cls, left: float, top: float, right: float, bottom: float) -> Box:
        """The part of a rectangle that lies on the page; corners may come in any order."""
        xs, ys = sorted((left, right)), sorted((top, bottom))
        left, right = (min(1.0, max(0.0, x)) for x in xs)
        top, bottom = (min(1.0, max(0.0, y)) for y in ys)
        return cls(round(left, 5), round(top, 5), round(right, 5), round(bottom, 5))

    @classmethod
    def around(cls, boxes: Iterable[Box]) -> Box:
        """The smallest box that holds all of them; ValueError for none."""
        every = list(boxes)
        if not every:
            raise ValueError("no boxes to enclose")
        return cls(
            min(box.left for box in every),
            min(box.top for box in every),
            max(box.right for box in every),
            max(box.bottom for box in every),
        )

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The centre, as (x, y)."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


WHOLE_PAGE = Box(0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Place:
    """A box on one page (counted from 1 within the file) of one document (`Document.id`)."""

    document: str
    page: int
    box: Box
