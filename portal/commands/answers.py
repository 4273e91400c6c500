"""How commands speak: JSON on standard output, tables for people, sentences and progress on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

DONE, FAILED, BAD_INPUT = 0, 1, 2
WIDTH = 120
"""Of tables that go into a file or a pipe, in characters."""


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def complain(sentences: Iterable[str]) -> None:
    """Sentences on standard error, each on its line."""
    for sentence in sentences:
        print(f"vouch: {sentence}", file=sys.stderr)


def print_table(
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    caption: str = "",
    wrapped: Collection[str] = (),
    right: Collection[str] = (),
    spaced: bool = False,
) -> None:
    """A table for people; cells may be rich renderables. Only columns named in `wrapped` go over several lines."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDTH)
    table = Table(
        title=title,
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        caption=caption,
        caption_justify="left",
        pad_edge=False,
        leading=1 if spaced else 0,
    )
    for column in columns:
        table.add_column(column, no_wrap=column not in wrapped, justify="right" if column in right else "left")
    for row in rows:
        table.add_row(*(str(cell) if isinstance(cell, str | int | float) else cell for cell in row))
    console.print(table)


@contextmanager
def progress(text: str, total: int | None = None, *, logged: bool = False) -> Iterator[Callable[..., None]]:
    """A progress bar on standard error while a terminal looks on; gives a function that advances it.

    Where none looks on, `logged` prints a line for each step instead, so that a long work is seen to go on.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    counted = () if total is None else (BarColumn(), MofNCompleteColumn())
    columns = (SpinnerColumn(), TextColumn("{task.description}"), *counted, TimeElapsedColumn())
    console = Console(stderr=True)
    lines = logged and not console.is_terminal
    if lines:
        print(f"{text} …", file=sys.stderr, flush=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(text, total=total)

        def advance(words: str = "") -> None:
            bar.update(task, advance=1, description=words or text)
            if lines:
                print(f"  {words}", file=sys.stderr, flush=True)

        yield advance
