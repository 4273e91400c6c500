"""Commands for maintainers: train the scorecard, run a bench."""

from __future__ import annotations

import importlib.util
import runpy
import sys
from collections.abc import Sequence
from pathlib import Path

from cases.errors import NotFound
from portal.commands.answers import DONE, print_json


def run_train(data: Path, out: Path | None, *, as_json: bool) -> int:
    """Fits the card on a public file, prints its validation, and writes both files when a folder is given."""
    if not data.is_file():
        raise NotFound(f"There is no file {data}.")
    from decision.train import train_card

    trained = train_card(data.read_bytes())
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        (out / "statement.json").write_text(trained.card_json, encoding="utf-8")
        (out / "statement.md").write_text(trained.model_card, encoding="utf-8")
    if as_json:
        print_json(trained.report)
    else:
        print(trained.model_card)
    return DONE


def run_bench(name: str, arguments: Sequence[str]) -> int:
    """Runs `bench/<name>.py` with the arguments that follow."""
    if not name.isidentifier() or importlib.util.find_spec(f"bench.{name}") is None:
        raise NotFound(f"There is no bench '{name}'; look into bench/.")
    sys.argv = [f"bench.{name}", *arguments]
    runpy.run_module(f"bench.{name}", run_name="__main__")
    return DONE
