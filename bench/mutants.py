"""Files broken on purpose: a seeded mutator for the fuzz bench and its test."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

NUMBER = re.compile(rb"\d+")
EXTREMES = (b"0", b"-1", b"65536", b"2147483647", b"99999999999", b"1e308", b"")
TOKENS = (
    b"endobj",
    b"stream",
    b"<<",
    b">>",
    b"[",
    b"null",
    b"/Kids [1 0 R]",
    b"startxref",
    b"%%EOF",
    b"\xff\xd8",
    b"\x00" * 16,
)


def mutant(seed_file: bytes, seed: int) -> bytes:
    """The file with one to six kinds of harm done to it; the same seed does the same harm."""
    draw = random.Random(seed)
    data = seed_file
    for _ in range(draw.randint(1, 6)):
        data = draw.choice(HARMS)(data, draw) or seed_file[:1]
    return data


def _flip(data: bytes, draw: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(draw.randint(1, 40)):
        out[draw.randrange(len(out))] ^= 1 << draw.randrange(8)
    return bytes(out)


def _cut(data: bytes, draw: random.Random) -> bytes:
    return data[: draw.randrange(1, len(data) + 1)]


def _lose(data: bytes, draw: random.Random) -> bytes:
    start = draw.randrange(len(data))
    return data[:start] + data[start + draw.randint(1, 2000) :]


def _double(data: bytes, draw: random.Random) -> bytes:
    start = draw.randrange(len(data))
    part = data[start : start + draw.randint(1, 3000)]
    at = draw.randrange(len(data))
    return data[:at] + part * draw.randint(1, 4) + data[at:]


def _number(data: bytes, draw: random.Random) -> bytes:
    """A number of the file's own grammar, such as a length, made extreme."""
    found = list(NUMBER.finditer(data[: 1 << 20]))
    if not found:
        return data
    one = draw.choice(found)
    return data[: one.start()] + draw.choice(EXTREMES) + data[one.end() :]


def _token(data: bytes, draw: random.Random) -> bytes:
    at = draw.randrange(len(data))
    return data[:at] + draw.choice(TOKENS) + data[at:]


HARMS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_flip, _cut, _lose, _double, _number, _number, _token)
