"""The JSON of `vouch read`: values are strings, boxes are page fractions, pages count from 1."""

from __future__ import annotations

from typing import Any

from cases.model import Box, Document, EngineVersion, Field, FileReading, Finding, Problem, Row
from ocr.reading import PageReading


def reading_json(reading: FileReading, seconds: float) -> dict[str, Any]:
    """One file of the answer."""
    return {
        "file": reading.file,
        "sha256": reading.sha256,
        "seconds": round(seconds, 3),
        "quality": {
            "tier": reading.quality.tier.value,
            "problems": [_problem(problem) for problem in reading.quality.problems],
        },
        "documents": [document_json(document) for document in reading.documents],
        "problems": [_problem(problem) for problem in reading.problems],
    }


def document_json(document: Document) -> dict[str, Any]:
    return {
        "kind": document.kind,
        "strength": round(document.strength, 3),
        "runner_up": document.runner_up or None,
        "pages": list(document.pages),
        "country": document.country or None,
        "fields": {name: _field(field) for name, field in document.fields.items()},
        "rows": [_row(row) for row in document.rows],
        "checks": [finding_json(finding) for finding in document.findings],
    }


def finding_json(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.check,
        "result": finding.result.value,
        "items_seen": finding.items_seen,
        "severity": finding.severity.value,
        "detail": finding.detail or finding.reason,
        "reason": finding.reason,
        "expected": finding.expected,
        "actual": finding.actual,
        "places": [{"document": one.document, "page": one.page, "box": box_json(one.box)} for one in finding.places],
        "innocent_causes": list(finding.innocent_causes),
        "action": finding.action,
    }


def words_json(pages: list[PageReading]) -> list[dict[str, Any]]:
    """Every word where it stands on the page as it was sent."""
    return [
        {
            "text": word.text,
            "page": page.number,
            "box": box_json(page.as_sent(word.box)),
            "confidence": round(word.confidence, 4),
            "origin": word.origin.value,
        }
        for page in pages
        for word in page.text.words
    ]


def engine_json(version: EngineVersion) -> dict[str, Any]:
    return {"name": version.name, "version": version.version, "models": dict(version.models)}


def box_json(box: Box) -> list[float]:
    return [box.left, box.top, box.right, box.bottom]


def _field(field: Field) -> dict[str, Any]:
    told: dict[str, Any] = {
        "value": field.value,
        "raw": field.raw,
        "page": field.place.page,
        "box": box_json(field.place.box),
        "confidence": round(field.confidence, 4),
        "origin": field.origin.value,
    }
    if field.note:
        told["note"] = field.note
    if field.alternatives:
        told["alternatives"] = list(field.alternatives)
    return told


def _row(row: Row) -> dict[str, Any]:
    return {**row.cells, "page": row.place.page, "box": box_json(row.place.box), "confidence": round(row.confidence, 4)}


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "page": problem.page,
        "advice": problem.advice,
        "severity": problem.severity.value,
        "box": box_json(problem.box) if problem.box else None,
    }
