"""How commands speak: JSON on standard output, tables for people, sentences and progress on standard error."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

DONE, FAILED, BAD_INPUT = 0, 1, 2


def print_json(value: Any) -> None:
    """One JSON document on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1))


def complain(sentences: Iterable[str]) -> None:
    """Sentences on standard error, each on its line."""
    for sentence in sentences:
        print(f"vouch: {sentence}", file=sys.stderr)


def print_table(title: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], *, caption: str = "") -> None:
    """A table for people; cells may be rich renderables."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD, caption=caption, caption_justify="left")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(cell if not isinstance(cell, str | int | float) else str(cell) for cell in row))
    Console().print(table)


@contextmanager
def progress(text: str, total: int | None = None) -> Iterator[Any]:
    """A progress bar on standard error while a terminal looks on; gives a function that advances it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(text, total=total)

        def advance(now: str = "") -> None:
            bar.update(task, advance=1, description=now or text)

        yield advance
