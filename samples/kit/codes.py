"""Barcodes that can be read: QR codes and the PDF417 on the back of American driving licences."""

from __future__ import annotations

import base64

import zxingcpp
from markupsafe import Markup


def qr_code(text: str, size: float) -> Markup:
    """A QR code as a picture of so many millimetres."""
    return _picture(zxingcpp.create_barcode(text, zxingcpp.QRCode), size, size)


def pdf417(text: str, width: float, height: float) -> Markup:
    return _picture(zxingcpp.create_barcode(text, zxingcpp.PDF417), width, height)


def licence_data(issuer: str, elements: dict[str, str]) -> str:
    """What the standard of American licences (AAMVA, version 9) writes into the barcode: one element a line."""
    part = "DL" + "\n".join(f"{name}{value}" for name, value in elements.items()) + "\r"
    head = f"@\n\x1e\rANSI {issuer}090001DL"
    return f"{head}{len(head) + 8:04d}{len(part):04d}{part}"


def _picture(barcode: zxingcpp.Barcode, width: float, height: float) -> Markup:
    data = base64.b64encode(barcode.to_svg().encode()).decode()
    return Markup(f'<img src="data:image/svg+xml;base64,{data}" style="width: {width}mm; height: {height}mm">')  # noqa: S704
