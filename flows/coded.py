"""Errors on their way to Prefect: a code, never a text, because Prefect keeps what it is told."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from cases.errors import Unavailable, VouchError

LOG = logging.getLogger("vouch.worker")


PASSING = {Unavailable.code, "reader_died"}
"""Codes of what may pass: a store or a server that is away, a reader that died."""


class Coded(VouchError):
    """An error of which only the code is left; where an unexpected one came from stands in the worker's log."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@contextmanager
def coded() -> Iterator[None]:
    """Whatever is raised inside leaves as its code; the cause is cut off, or Prefect would print it."""
    try:
        yield
    except Coded:
        raise
    except VouchError as fault:
        raise Coded(fault.code) from None
    except Exception as fault:
        LOG.error("unexpected %s at %s", type(fault).__name__, where(fault))
        raise Coded(f"unexpected_{type(fault).__name__}") from None


def where(fault: BaseException) -> str:
    """The innermost places in the code that an error came through, without its text, which may quote people's data."""
    frames = traceback.extract_tb(fault.__traceback__)[-4:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in reversed(frames))


async def may_pass(_task: Any, _run: Any, state: Any) -> bool:
    """Whether a failed task may be tried again: only for what is unavailable now, never for bad input."""
    fault = await state.aresult(raise_on_failure=False)
    return getattr(fault, "code", "") in PASSING
