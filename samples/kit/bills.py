"""What every utility bill states."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal


def stated(provider: str, holder: str, home: Iterable[str], billed: dt.date, due: Decimal) -> dict[str, str]:
    """The fields of a bill; `home` is its address by lines."""
    return {
        "provider": provider,
        "account_holder": holder,
        "address": ", ".join(line for line in home if line),
        "bill_date": billed.isoformat(),
        "amount_due": f"{due:.2f}",
    }
