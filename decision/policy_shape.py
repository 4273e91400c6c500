"""The form of a policy file: which keys it has and what stands in them. The meaning is in `policy_file.py`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from cases.model import Outcome
from decision.measure import Unit
from decision.policy import OnMissing
from decision.requirement import Per


def _exact(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueError("must be a plain number, without quotation marks")
    return Decimal(value)


def _figure(value: object) -> Decimal:
    return Decimal(int(value)) if isinstance(value, bool) else _exact(value)


Number = Annotated[Decimal, BeforeValidator(_exact)]
Figure = Annotated[Decimal, BeforeValidator(_figure)]
"""A number, or true and false for yes/no features."""
Words = Annotated[str, Field(min_length=1, strict=True)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ParameterShape(_Shape):
    unit: Unit
    owner: Words
    reference: Words
    from_: Annotated[dict[dt.date, Number | dict[Words, Number]], Field(alias="from", min_length=1)]


class ExamplesShape(_Shape):
    fires: Annotated[list[dict[Words, Figure]], Field(min_length=1)]
    clear: Annotated[list[dict[Words, Figure]], Field(min_length=1)]


class RuleShape(_Shape):
    id: Words
    name: Words
    when: Words
    action: Outcome
    reason: Words
    on_missing: OnMissing
    examples: ExamplesShape


class ReasonShape(_Shape):
    text: Words
    checks: list[Words] = []
    features: list[Words] = []


class RequirementShape(_Shape):
    id: Words
    title: Words
    per: Per
    kinds: Annotated[dict[Words, list[Words]], Field(min_length=1)]
    roles: list[Words] = []
    dated: str = ""
    oldest: str = ""


class PriceShape(_Shape):
    pd_up_to: Number
    rate: Number


class PolicyShape(_Shape):
    policy: Words
    version: Words
    title: Words
    effective_from: dt.date
    scorecard: Words
    parameters: dict[Words, ParameterShape]
    requires: Annotated[list[RequirementShape], Field(min_length=1)]
    tenors: Annotated[list[int], Field(min_length=1)]
    prices: Annotated[list[PriceShape], Field(min_length=1)]
    conditions: list[Words] = []
    rules: Annotated[list[RuleShape], Field(min_length=1)]
    reasons: dict[Words, ReasonShape]


_FIELDS: Mapping[str, type[BaseModel]] = {
    "parameters": ParameterShape,
    "requires": RequirementShape,
    "prices": PriceShape,
    "rules": RuleShape,
    "reasons": ReasonShape,
    "examples": ExamplesShape,
}


def shape_of(content: Any) -> tuple[PolicyShape | None, tuple[str, ...]]:
    """The file's content in its form; or none, and every fault of form as a sentence."""
    if not isinstance(content, dict):
        return None, ("it must be a table of keys and values",)
    try:
        return PolicyShape.model_validate(content), ()
    except ValidationError as error:
        return None, tuple(
            dict.fromkeys(
                _said(fault["loc"], fault["type"], fault["msg"], content)
                for fault in error.errors()
                if not any(str(part).startswith("dict[") for part in fault["loc"])
            )
        )


def _said(where: tuple[int | str, ...], kind: str, message: str, content: Any) -> str:
    path = _path(where, content)
    key = str(where[-1])
    match kind:
        case "too_short" | "string_too_short":
            return f"{path} must not be empty"
        case "extra_forbidden":
            near = get_close_matches(key, _known(where[:-1]), 1)
            return f"{path} is unknown{f', did you mean {near[0]!r}?' if near else ''}"
        case "missing":
            return f"{path} is missing"
        case "enum":
            given = _given(where, content)
            near = get_close_matches(str(given), _words(message), 1)
            hint = f", did you mean {near[0]!r}?" if near else ""
            return f"{path} cannot be {given!r}{hint or ': ' + message[0].lower() + message[1:]}"
    return f"{path}: {message.removeprefix('Value error, ')}"


def _path(where: tuple[int | str, ...], content: Any) -> str:
    """Where it is, with rules by their id: `rule K03, when`."""
    parts = [str(part) for part in where if not str(part).startswith(("function-", "datetime."))]
    if len(where) >= 2 and where[0] in ("rules", "requires") and isinstance(where[1], int):
        item = _given(where[:2], content)
        named = item.get("id") if isinstance(item, dict) else None
        title = f"{'rule' if where[0] == 'rules' else 'requirement'} {named or 'no. ' + str(where[1] + 1)}"
        return ", ".join([title, *parts[2:]])
    return ", ".join(parts)


def _known(where: tuple[int | str, ...]) -> list[str]:
    names = [part for part in where if isinstance(part, str) and part in _FIELDS]
    model = _FIELDS[names[-1]] if names else PolicyShape
    return [field.alias or name for name, field in model.model_fields.items()]


def _given(where: tuple[int | str, ...], content: Any) -> Any:
    for part in where:
        try:
            content = content[part]
        except (KeyError, IndexError, TypeError):
            return None
    return content


def _words(message: str) -> list[str]:
    return message.replace("'", " ").replace(",", " ").split()
