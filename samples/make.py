"""Draws the sample cases: `python -m samples.make [NAME …]`. The same seeds give the same files.

Each case folder holds what Vouch is given (application.toml, documents/), what the story is (story.md), what must come
of it (expected.json) and what the papers state (truth.json, for the benches).
"""

from __future__ import annotations

import datetime as dt
import json
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cases.drop_in import gather
from samples import stories
from samples.quality import photos, scan, too_blurred
from samples.sheet import draw_pdf, printed
from samples.story import Finish, Paper, Story

FOLDER = Path(__file__).parent


def make(name: str, story: Story) -> Path:
    """Draws one case anew; its golden letter stays."""
    folder = FOLDER / name
    documents = folder / "documents"
    shutil.rmtree(documents, ignore_errors=True)
    documents.mkdir(parents=True)
    for number, paper in enumerate(story.papers):
        for file, content in draw(paper, story.seed * 1000 + number):
            (documents / file).write_bytes(content)
    (folder / "application.toml").write_text(toml(story.application), encoding="utf-8")
    (folder / "story.md").write_text(f"# {story.title}\n\n{story.words.strip()}\n", encoding="utf-8")
    expected = {"outcome": story.outcome, "reasons": list(story.reasons)}
    (folder / "expected.json").write_text(json.dumps(expected, indent=1) + "\n", encoding="utf-8")
    truth = {
        paper.name: {
            "kind": paper.kind,
            "finish": paper.finish.value,
            "states": printed(paper.kind, paper.layout, paper.truth),
        }
        for paper in story.papers
    }
    (folder / "truth.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return folder


def draw(paper: Paper, seed: int) -> list[tuple[str, bytes]]:
    """A paper as the files that are sent: one PDF, or a picture for each of its pages."""
    pdf = draw_pdf(paper.kind, paper.layout, paper.truth)
    match paper.finish:
        case Finish.DIGITAL:
            return [(f"{paper.name}.pdf", pdf)]
        case Finish.SCAN:
            return [(f"{paper.name}.pdf", scan(pdf, seed))]
        case Finish.BLURRED_PHOTO:
            return [(f"{paper.name}.jpg", too_blurred(pdf, seed))]
    turned, thumb = paper.finish is Finish.TURNED_PHOTO, paper.finish is Finish.THUMB_PHOTO
    pictures = photos(pdf, seed, rotate_exif=turned, thumb=thumb)
    if len(pictures) == 1:
        return [(f"{paper.name}.jpg", pictures[0])]
    return [(f"{paper.name}-{number}.jpg", picture) for number, picture in enumerate(pictures, 1)]


def toml(tables: Mapping[str, Any]) -> str:
    """The application's tables as TOML."""
    parts = []
    for name, table in tables.items():
        for one in table if isinstance(table, list) else [table]:
            head = f"[[{name}]]" if isinstance(table, list) else f"[{name}]"
            parts.append("\n".join([head, *(f"{key} = {_value(value)}" for key, value in one.items() if value != "")]))
    return "\n\n".join(parts) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def main(names: list[str]) -> None:
    """Draws the named cases, or all."""
    for module, story in gather(stories, "STORY", Story).items():
        name = module.removeprefix("s").replace("_", "-")
        if not names or name in names:
            print(make(name, story))


if __name__ == "__main__":
    main(sys.argv[1:])
