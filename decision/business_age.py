"""When the business was registered, by its papers."""

from __future__ import annotations

import datetime as dt

from cases.model import Place
from decision.dossier import REGISTRATION, Dossier, places

_DATES = ("established_on", "incorporated_on")


def registered_on(dossier: Dossier) -> tuple[dt.date, tuple[Place, ...]] | None:
    """The latest of the dates that registration papers give, which is the careful one; None without any."""
    dated = [
        (day, places(paper, name))
        for paper in dossier.of(*REGISTRATION)
        for name in _DATES
        if (day := paper.day(name)) is not None
    ]
    return max(dated, key=lambda one: one[0], default=None)
