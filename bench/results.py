"""Where benches put what they measured."""

from __future__ import annotations

import datetime as dt
import json
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "results"


def publish(name: str, data: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], **more: Any) -> None:
    """Prints a table and writes the same as JSON, with the data named."""
    from portal.commands.answers import print_table

    print_table(f"{name}: {data}", columns, rows)
    FOLDER.mkdir(exist_ok=True)
    told = {"bench": name, "data": data, "machine": platform.machine(), "on": _today(), "command": _command(), **more}
    told["rows"] = [dict(zip(columns, row, strict=True)) for row in rows]
    (FOLDER / f"{name}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _today() -> str:
    return dt.datetime.now(dt.UTC).date().isoformat()


def _command() -> str:
    """The command that prints the table; folders stand as FOLDER, since they differ from machine to machine."""
    given = ["FOLDER" if "/" in one else one for one in sys.argv[1:]]
    spec = getattr(sys.modules["__main__"], "__spec__", None)
    module = spec.name if spec else sys.argv[0]
    return " ".join(["python -m", module.removesuffix(".__main__"), *given])
