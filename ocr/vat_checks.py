"""What China's VAT invoice must agree with in itself: sums, words and figures, rates, the parties' numbers."""

from __future__ import annotations

import re
from decimal import Decimal

from stdnum.cn import uscc
from stdnum.exceptions import ValidationError

from cases.model import Document, Finding, Severity
from ocr.invoice_checks import CENT, broken, fine, line_products, not_run, rows_sum
from ocr.parse import money

EXEMPT = ("免税", "不征税", "零税率")


def check(document: Document) -> tuple[Finding, ...]:
    """All self-checks of a VAT invoice."""
    return (
        net_plus_tax(document),
        rows_sum(document),
        line_products(document),
        tax_rate(document),
        words_equal_figures(document),
        tax_id(document),
    )


def net_plus_tax(document: Document) -> Finding:
    """Net amount plus tax is the total; exempt goods bear none."""
    net, tax, total = (document.money(name) for name in ("net_amount", "tax_amount", "total_amount"))
    exempt = bool(document.rows) and all(row.cells.get("tax_rate") in EXEMPT for row in document.rows)
    if tax is None and exempt:
        tax = Decimal(0)
    if net is None or tax is None or total is None:
        return not_run("net_plus_tax", "Net amount, tax and total were not all read.")
    if net + tax == total:
        return fine("net_plus_tax", "Net amount plus tax is the total.", 3)
    places = [document.fields[name].place for name in ("total_amount", "net_amount")]
    detail = "Net amount plus tax is not the total."
    causes = ("A figure was misread.",)
    return broken("net_plus_tax", detail, seen=3, expected=net + tax, actual=total, places=places, causes=causes)


def tax_rate(document: Document) -> Finding:
    """In each row the rate on the amount gives the tax, to the cents that rounding may cost."""
    seen = 0
    for row in document.rows:
        rate = re.fullmatch(r"(\d{1,2}(?:\.\d)?)%", row.cells.get("tax_rate", ""))
        amount, tax = row.money("net_amount"), row.money("tax_amount")
        if rate is None or amount is None or tax is None:
            continue
        seen += 1
        expected = (amount * Decimal(rate[1]) / 100).quantize(Decimal("0.01"))
        if abs(expected - tax) > CENT:
            detail = f"In row {document.rows.index(row) + 1} the rate on the amount does not give the tax."
            return broken("tax_rate", detail, seen=seen, expected=expected, actual=tax, places=(row.place,))
    if not seen:
        return not_run("tax_rate", "No row with amount, rate and tax was read.")
    return fine("tax_rate", f"The rate on the amount gives the tax in all {seen} rows.", seen)


def words_equal_figures(document: Document) -> Finding:
    """The total in Chinese capital numerals is the total in figures."""
    words, total = document.fields.get("total_in_words"), document.fields.get("total_amount")
    value = money(words.value) if words is not None else None
    if words is None or value is None or total is None:
        return not_run("words_equal_figures", "The total was not read both in words and in figures.")
    if value == Decimal(total.value):
        return fine("words_equal_figures", "The total in words is that in figures.", 2)
    detail = "The total in words is not that in figures."
    return broken(
        "words_equal_figures",
        detail,
        seen=2,
        expected=value,
        actual=total.value,
        places=(words.place, total.place),
        causes=("A character was misread.",),
    )


def tax_id(document: Document) -> Finding:
    """The parties' credit codes have right check characters (GB 32100); older numbers of 15 digits have none."""
    names = ("seller_tax_id", "buyer_tax_id")
    fields = [field for name in names if (field := document.fields.get(name)) is not None and len(field.value) == 18]
    if not fields:
        return not_run("tax_id", "No credit code of 18 characters was read.")
    for field in fields:
        try:
            uscc.validate(field.value)
        except ValidationError:
            return broken(
                "tax_id",
                f"The check character of the {field.name.replace('_', ' ')} is wrong.",
                seen=len(fields),
                expected="a code with a right check character",
                actual=field.value,
                places=(field.place,),
                causes=("A character was misread.", "The invoice is a specimen."),
                severity=Severity.MEDIUM,
            )
    return fine("tax_id", f"The check characters of {len(fields)} credit code(s) are right.", len(fields))
