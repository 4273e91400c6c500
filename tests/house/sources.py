"""The project's own Python files, as the house tests see them."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@cache
def tracked() -> tuple[Path, ...]:
    """Every file that git tracks or would track."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(ROOT / name for name in sorted(listed.stdout.splitlines()) if (ROOT / name).is_file())


def python_files(*folders: str) -> tuple[Path, ...]:
    """The Python files, of some top-level folders only when they are named."""
    chosen = (path for path in tracked() if path.suffix == ".py")
    return tuple(path for path in chosen if not folders or path.relative_to(ROOT).parts[0] in folders)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))
