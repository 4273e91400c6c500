"""Compiles the `when` of a policy rule: comparisons of features with parameters, and nothing else.

The text is parsed as a Python expression, and only the few forms below are let through; nothing is evaluated
as Python. Whatever is wrong with it is said at once, as advice to the credit officer who wrote it.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from decision.measure import EXACT, Unit

Values = Mapping[str, Decimal]
"""Feature names, and parameter names with `p.` before them, with their values."""

_COMPARE: Mapping[type[ast.cmpop], Callable[[Decimal, Decimal], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
_ARITHMETIC: Mapping[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: EXACT.add,
    ast.Sub: EXACT.subtract,
    ast.Mult: EXACT.multiply,
    ast.Div: EXACT.divide,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    text: str
    features: tuple[str, ...]
    """The features it reads, in alphabetical order."""
    parameters: tuple[str, ...]
    holds: Callable[[Values], bool]
    """Whether it holds for values; raises ArithmeticError for a division by zero."""


class Unreadable(ValueError):
    """The expression cannot be used; the arguments are the sentences that say why."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A part of an expression that has a value; its unit is None when it is a bare number."""

    unit: Unit | None
    value: Callable[[Values], Decimal]


_Condition = Callable[[Values], bool]


def compile_expression(text: str, features: Mapping[str, Unit], parameters: Mapping[str, Unit]) -> Expression:
    """The expression that `text` writes. Raises Unreadable with everything that is wrong with it."""
    try:
        tree = ast.parse(text.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        where = f", column {error.offset}" if isinstance(error, SyntaxError) else ""
        message = error.msg if isinstance(error, SyntaxError) else "not an expression"
        raise Unreadable(f'cannot read "{text}" ({message}{where})') from None
    compiler = _Compiler(features, parameters)
    condition = compiler.condition(tree.body)
    if compiler.advice:
        raise Unreadable(*dict.fromkeys(compiler.advice))
    if not compiler.features:
        raise Unreadable(f'"{text}" reads no feature, so it would always give the same answer')
    return Expression(
        text=text,
        features=tuple(sorted(compiler.features)),
        parameters=tuple(sorted(compiler.parameters)),
        holds=condition,
    )


class _Compiler:
    """Turns the tree into closures and collects advice on the way, so that one load tells all of it."""

    def __init__(self, features: Mapping[str, Unit], parameters: Mapping[str, Unit]) -> None:
        self._known_features = features
        self._known_parameters = parameters
        self.features: set[str] = set()
        self.parameters: set[str] = set()
        self.advice: list[str] = []

    def condition(self, node: ast.expr) -> _Condition:
        match node:
            case ast.BoolOp(op=op, values=values):
                parts = tuple(self.condition(value) for value in values)
                if isinstance(op, ast.And):
                    return lambda seen: all(part(seen) for part in parts)
                return lambda seen: any(part(seen) for part in parts)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                inner = self.condition(operand)
                return lambda seen: not inner(seen)
            case ast.Compare():
                return self._comparison(node)
            case ast.Name():
                number = self.number(node)
                if number.unit not in (Unit.YES_NO, None):
                    self.advice.append(f'"{node.id}" is no yes/no feature; compare it with something')
                return lambda seen: number.value(seen) != 0
        self.advice.append(f'"{ast.unparse(node)}" is not a condition')
        return lambda seen: False

    def _comparison(self, node: ast.Compare) -> _Condition:
        numbers = [self.number(part) for part in (node.left, *node.comparators)]
        parts = []
        for left, op, right in zip(numbers, node.ops, numbers[1:], strict=False):
            compare = _COMPARE.get(type(op))
            if compare is None:
                self.advice.append(f"{type(op).__name__} is not allowed; compare with <, <=, >, >=, == or !=")
                continue
            self._like_with_like(left.unit, right.unit, ast.unparse(node))
            parts.append((compare, left.value, right.value))
        return lambda seen: all(compare(left(seen), right(seen)) for compare, left, right in parts)

    def number(self, node: ast.expr) -> _Number:
        match node:
            case ast.Constant(value=value) if isinstance(value, int | float) and not isinstance(value, bool):
                constant = Decimal(repr(value))
                return _Number(None, lambda seen: constant)
            case ast.Name(id=name):
                return self._named(name, name, self._known_features, self.features, "feature")
            case ast.Attribute(value=ast.Name(id="p"), attr=name):
                return self._named(name, f"p.{name}", self._known_parameters, self.parameters, "parameter")
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                inner = self.number(operand)
                return _Number(inner.unit, lambda seen: -inner.value(seen))
            case ast.BinOp(op=op, left=left, right=right) if type(op) in _ARITHMETIC:
                return self._calculation(node, _ARITHMETIC[type(op)], self.number(left), self.number(right))
        self.advice.append(f'"{ast.unparse(node)}" is not allowed; use features, p.parameters and numbers')
        return _Number(None, lambda seen: Decimal(0))

    def _named(self, name: str, key: str, known: Mapping[str, Unit], used: set[str], what: str) -> _Number:
        if name not in known:
            near = get_close_matches(name, known, 1)
            self.advice.append(f'unknown {what} "{name}"' + (f', did you mean "{near[0]}"?' if near else ""))
            return _Number(None, lambda seen: Decimal(0))
        used.add(name)
        return _Number(known[name], lambda seen: seen[key])

    def _calculation(
        self, node: ast.BinOp, calculate: Callable[[Decimal, Decimal], Decimal], left: _Number, right: _Number
    ) -> _Number:
        if isinstance(node.op, ast.Add | ast.Sub):
            self._like_with_like(left.unit, right.unit, ast.unparse(node))
            unit = left.unit or right.unit
        elif isinstance(node.op, ast.Mult) and None in (left.unit, right.unit):
            unit = left.unit or right.unit
        else:
            # A product or quotient of two measures has a unit of its own, which nothing here is declared in.
            unit = None
        return _Number(unit, lambda seen: calculate(left.value(seen), right.value(seen)))

    def _like_with_like(self, left: Unit | None, right: Unit | None, text: str) -> None:
        if Unit.YES_NO in (left, right):
            self.advice.append(f'"{text}" compares a yes/no feature; write it alone, or with "not" before it')
        elif left and right and left is not right:
            self.advice.append(f'"{text}" compares {left} with {right}')
