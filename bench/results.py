"""Where benches put what they measured."""

from __future__ import annotations

import json
import platform
from collections.abc import Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "results"


def publish(name: str, data: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], **more: Any) -> None:
    """Prints a table and writes the same as JSON, with the data named."""
    from portal.commands.answers import print_table

    print_table(f"{name}: {data}", columns, rows)
    FOLDER.mkdir(exist_ok=True)
    told = {"bench": name, "data": data, "machine": platform.machine(), **more}
    told["rows"] = [dict(zip(columns, row, strict=True)) for row in rows]
    (FOLDER / f"{name}.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
