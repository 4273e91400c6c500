"""Which engine this installation reads with. Light: nothing is loaded to know it."""

from __future__ import annotations

from importlib.metadata import version as installed

from cases.model import EngineVersion
from ocr.weights import SHA256

REVISION = "6"
"""Raise it when the same picture would give other words: readings are kept by it."""


def current_version() -> EngineVersion:
    """Name, version and weights of the engine."""
    return EngineVersion(
        name="PaddleOCR PP-OCRv6 small, onnxruntime",
        version=f"{installed('paddleocr')}+{REVISION}",
        models=dict(SHA256),
    )
