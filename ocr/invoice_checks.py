"""What an invoice must agree with in itself: its sums, its rows, the rate of tax, account and tax numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from stdnum import iban as iban_number
from stdnum.exceptions import ValidationError

from cases.model import CheckResult, Document, Field, Finding, Place, Severity
from ocr.invoice_tax_ids import numbers, valid

CENT = Decimal("0.02")
_MISREAD = ("A figure was misread.", "The sums were rounded per line.")


def not_run(check: str, reason: str) -> Finding:
    """The answer of a check that had nothing to look at."""
    return Finding(check=check, result=CheckResult.COULD_NOT_RUN, reason=reason)


def fine(check: str, detail: str, seen: int) -> Finding:
    """The answer of a check that looked and found no trouble."""
    return Finding(check=check, result=CheckResult.NOT_FOUND, detail=detail, items_seen=seen)


def broken(
    check: str,
    detail: str,
    *,
    seen: int,
    expected: object,
    actual: object,
    places: Sequence[Place],
    causes: tuple[str, ...] = _MISREAD,
    severity: Severity = Severity.HIGH,
) -> Finding:
    """The answer of a check that found trouble, with the place of the first."""
    return Finding(
        check=check,
        result=CheckResult.FOUND,
        severity=severity,
        detail=detail,
        items_seen=seen,
        expected=str(expected),
        actual=str(actual),
        places=tuple(places),
        innocent_causes=causes,
        action="Compare the figures with the page; ask the seller for the original where they stand so.",
    )


def net_plus_tax(document: Document) -> Finding:
    """Net amount plus tax is the total, but for what the paper says it was rounded by."""
    net, tax, total = (document.money(name) for name in ("net_amount", "tax_amount", "total_amount"))
    if net is None or tax is None or total is None:
        return not_run("net_plus_tax", "The invoice does not print net amount, tax and total, or they were not read.")
    total -= document.money("rounding_amount") or Decimal(0)
    if abs(net + tax - total) <= CENT / 2:
        return fine("net_plus_tax", "Net amount plus tax is the total.", 3)
    places = [document.fields[name].place for name in ("total_amount", "net_amount", "tax_amount")]
    causes = ("A figure was misread.", "A discount, a deposit or charges stand between net amount and total.")
    detail = "Net amount plus tax is not the total."
    return broken("net_plus_tax", detail, seen=3, expected=net + tax, actual=total, places=places, causes=causes)


def rows_sum(document: Document) -> Finding:
    """The rows' amounts add up to the net amount, to the total where rows bear their tax, or to the sum of the goods
    that is printed above discounts and charges."""
    amounts = [amount for row in document.rows if (amount := row.money("net_amount")) is not None]
    net, total = document.money("net_amount"), document.money("total_amount")
    if not amounts:
        return not_run("rows_sum", "No rows with amounts were read from the invoice.")
    if net is None and total is None:
        return not_run("rows_sum", "The invoice gives no net amount or total to compare the rows with.")
    whole = sum(amounts, Decimal(0))
    sums = (net, total, document.money("goods_amount"))
    if any(one is not None and abs(abs(whole) - abs(one)) <= CENT / 2 for one in sums):
        return fine("rows_sum", f"The {len(amounts)} rows add up to the sum.", len(amounts))
    field = document.fields["net_amount" if net is not None else "total_amount"]
    causes = ("A row was misread or not read.", "A discount, freight or other charges stand below the rows.")
    return broken(
        "rows_sum",
        "The rows do not add up to the net amount.",
        seen=len(amounts),
        expected=whole,
        actual=field.value,
        places=(field.place,),
        causes=causes,
        severity=Severity.MEDIUM,
    )


def line_products(document: Document) -> Finding:
    """Quantity by unit price is the amount of each row, to the cent that prices are rounded to."""
    seen = 0
    for row in document.rows:
        quantity, price, amount = (row.money(name) for name in ("quantity", "unit_price", "net_amount"))
        if quantity is None or price is None or amount is None:
            continue
        seen += 1
        # A price is printed to a digit; half of it by the quantity is what rounding may come to.
        slack = CENT / 2 + abs(quantity) * Decimal(1).scaleb(int(price.as_tuple().exponent)) / 2
        if abs(abs(quantity * price) - abs(amount)) > slack:
            return broken(
                "line_products",
                f"Quantity by price is not the amount in row {document.rows.index(row) + 1}.",
                seen=seen,
                expected=quantity * price,
                actual=amount,
                places=(row.place,),
                causes=("A figure was misread.", "The row has a discount.", "The price is for more than one unit."),
                severity=Severity.MEDIUM,
            )
    if not seen:
        return not_run("line_products", "No row with quantity, price and amount was read.")
    return fine("line_products", f"Quantity by price is the amount in all {seen} rows.", seen)


def tax_rate(document: Document) -> Finding:
    """Each rate that the invoice names, on its base, gives its tax."""
    stated = document.fields.get("tax_lines")
    net, tax = document.money("net_amount"), document.money("tax_amount")
    if stated is None:
        return not_run("tax_rate", "The invoice names no rate of tax that belongs to one amount.")
    seen = 0
    for one in stated.value.split():
        rate, base, due = (Decimal(part) for part in one.split("/"))
        seen += 1
        if abs(base * rate / 100 - due) > CENT:
            expected = (base * rate / 100).quantize(Decimal("0.01"))
            detail = f"{rate} % of {base} is not the tax that is printed."
            return broken("tax_rate", detail, seen=seen, expected=expected, actual=due, places=(stated.place,))
    if tax is not None and net is not None and seen > 1:
        total = sum((Decimal(one.split("/")[2]) for one in stated.value.split()), Decimal(0))
        if abs(total - tax) > CENT:
            detail = "The taxes of all rates are not the tax that is printed."
            return broken("tax_rate", detail, seen=seen, expected=total, actual=tax, places=(stated.place,))
    return fine("tax_rate", f"The tax of {seen} rate(s) follows from rate and base.", seen)


def iban(document: Document) -> Finding:
    """The account number's check digits are right (ISO 13616, mod 97)."""
    field = document.fields.get("iban")
    if field is None:
        return not_run("iban", "The invoice names no IBAN, or none was read.")
    try:
        iban_number.validate(field.value)
    except ValidationError:
        return broken(
            "iban",
            "The check digits of the IBAN are wrong.",
            seen=1,
            expected="a remainder of 1 by 97",
            actual=field.value,
            places=(field.place,),
            causes=("A character was misread.", "The invoice is a specimen."),
        )
    return fine("iban", "The check digits of the IBAN are right.", 1)


def tax_id(document: Document) -> Finding:
    """The tax numbers' check digits are right."""
    fields: Sequence[Field] = numbers([document.fields.get(name) for name in ("seller_tax_id", "buyer_tax_id")])
    if not fields:
        return not_run("tax_id", "No tax number with check digits was read.")
    for field in fields:
        if not valid(field.value):
            return broken(
                "tax_id",
                f"The check digits of the {field.name.replace('_', ' ')} are wrong.",
                seen=len(fields),
                expected="a number with right check digits",
                actual=field.value,
                places=(field.place,),
                causes=("A character was misread.", "The invoice is a specimen."),
                severity=Severity.MEDIUM,
            )
    return fine("tax_id", f"The check digits of {len(fields)} tax number(s) are right.", len(fields))


def check(document: Document) -> tuple[Finding, ...]:
    """All self-checks of an invoice."""
    return (
        net_plus_tax(document),
        rows_sum(document),
        line_products(document),
        tax_rate(document),
        iban(document),
        tax_id(document),
    )
