"""An amount as a person types it, in English or continental writing; what could mean two amounts is refused."""

from __future__ import annotations

import re
from decimal import Decimal

from cases.errors import BadInput

SAID = "An amount is typed as 12500.00, with a minus in front when it is below zero."
_ENGLISH = re.compile(r"\d{1,3}(,\d{3})+(\.\d{1,4})?|\d+(\.\d{1,2}|\.\d{4})?", re.ASCII)
_CONTINENTAL = re.compile(r"\d{1,3}(\.\d{3})+,\d{1,2}|\d{1,3}(\.\d{3}){2,}|\d+,\d{1,2}", re.ASCII)


def typed_amount(text: str) -> Decimal:
    """The amount; in brackets it is below zero. Raises BadInput for what is none or could be two, such as 125.000.

    >>> typed_amount("£12,500.50"), typed_amount("45.000,50"), typed_amount("(300)")
    (Decimal('12500.50'), Decimal('45000.50'), Decimal('-300'))
    """
    bare = re.sub(r"[£$€¥￥\s]", "", text)
    below = bare.startswith("-") or re.fullmatch(r"\(.+\)", bare) is not None
    bare = bare.strip("()").removeprefix("-")
    if _ENGLISH.fullmatch(bare):
        plain = bare.replace(",", "")
    elif _CONTINENTAL.fullmatch(bare):
        plain = bare.replace(".", "").replace(",", ".")
    else:
        raise BadInput(SAID)
    amount = Decimal(plain)
    if amount >= Decimal(10) ** 15:
        raise BadInput(SAID)
    return -amount if below else amount
