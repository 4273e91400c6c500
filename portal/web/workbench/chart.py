"""Charts of the cash flow as numbers for an SVG: bars and a line in a box of 100 by 50, and bars of shares."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from decision.cash_flow import CashFlow

WIDTH, HEIGHT, FOOT = 100.0, 50.0, 6.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    x: float
    y: float
    width: float
    height: float
    kind: str
    """`in` or `out`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowChart:
    bars: tuple[Bar, ...]
    line: str
    """The closing balances, as the points of a polyline; empty when there are none."""
    dots: tuple[tuple[float, float], ...]
    ground: float
    """Where zero is."""
    top: Decimal
    """The value at the upper edge."""


def flow_chart(flow: CashFlow) -> FlowChart | None:
    """None when no month is covered."""
    if not flow.months:
        return None
    balances = [one.closing for one in flow.months]
    values = [value for one in flow.months for value in (one.paid_in, one.paid_out)]
    known = [one for one in balances if one is not None]
    top = max((*values, *known, Decimal(1)))
    low = min((*known, Decimal(0)))
    room = HEIGHT - FOOT

    def height(value: Decimal) -> float:
        return round(float((value - low) / (top - low)) * room, 2)

    step = WIDTH / len(flow.months)
    width = min(step * 0.3, 8.0)
    bars = []
    for index, month in enumerate(flow.months):
        middle, zero = step * (index + 0.5), height(Decimal(0))
        for offset, value, kind in ((-width, month.paid_in, "in"), (0.0, month.paid_out, "out")):
            tall = height(max(value, Decimal(0))) - zero
            x = round(middle + offset, 2)
            bars.append(
                Bar(x=x, y=round(room - zero - tall, 2), width=round(width, 2), height=round(tall, 2), kind=kind)
            )
    dots = tuple(
        (round(step * (index + 0.5), 2), round(room - height(balance), 2))
        for index, balance in enumerate(balances)
        if balance is not None
    )
    line = " ".join(f"{x},{y}" for x, y in dots)
    ground = round(room - height(Decimal(0)), 2)
    return FlowChart(bars=tuple(bars), line=line, dots=dots, ground=ground, top=top)
