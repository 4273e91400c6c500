"""Invoices whose true values stand in an XML file attached to them (ZUGFeRD 1 and 2, Factur-X; UN/CEFACT CII).

Only what the pages print is asked for: a value that the attachment alone knows is no reading. What is printed is told
by one rule for all papers: the value stands in the text of the pages in some form of a date, an amount or a name. An
amount that the pages print only with a minus (a French credit note) is asked for with it. A name over several lines is
part of an address (Herrn, GLN) and not asked for. Papers that were made to be
invalid (fail) and those without an attachment are left out; `python -m bench.truths.zugferd` counts what was.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pikepdf
import pypdfium2

from bench.truth import Collection, Paper
from cases.model import Tier

MONTHS = (
    ("january", "januar", "janvier"), ("february", "februar", "février"), ("march", "märz", "mars"),
    ("april", "april", "avril"), ("may", "mai", "mai"), ("june", "juni", "juin"), ("july", "juli", "juillet"),
    ("august", "august", "août"), ("september", "september", "septembre"), ("october", "oktober", "octobre"),
    ("november", "november", "novembre"), ("december", "dezember", "décembre"),
)  # fmt: skip
PATHS: Mapping[str, tuple[str, ...]] = {
    "invoice_number": ("ExchangedDocument/ID", "HeaderExchangedDocument/ID"),
    "invoice_date": ("ExchangedDocument/IssueDateTime", "HeaderExchangedDocument/IssueDateTime"),
    "due_date": ("SpecifiedTradePaymentTerms/DueDateDateTime",),
    "seller_name": ("SellerTradeParty/Name",),
    "seller_tax_id": ("SellerTradeParty/SpecifiedTaxRegistration/ID[VA]",),
    "buyer_name": ("BuyerTradeParty/Name",),
    "buyer_tax_id": ("BuyerTradeParty/SpecifiedTaxRegistration/ID[VA]",),
    "net_amount": ("SummationTaxBasisTotalAmount",),
    "tax_amount": ("SummationTaxTotalAmount",),
    "total_amount": ("SummationGrandTotalAmount",),
    "currency": ("InvoiceCurrencyCode",),
    "iban": ("PayeePartyCreditorFinancialAccount/IBANID",),
}
"""The last steps of where each value stands; the same in both versions of the format."""
AMOUNTS = ("net_amount", "tax_amount", "total_amount")
SIGNS = {"EUR": "€", "GBP": "£", "USD": "$"}
SCAN_DPI = 200


def papers(folder: Path, tier: Tier) -> Iterator[Paper]:
    """Each invoice as it came (digital), or as the pictures of its pages (scan)."""
    if tier is Tier.PHOTO:
        return
    for path in sorted(folder.glob("*.pdf")):
        stated = _stated(path)
        if stated is None or "fail" in path.name:
            continue
        truth = {name: value for name, value in _printed(stated, _text(path)).items() if value}
        data = path.read_bytes() if tier is Tier.DIGITAL else _pictures(path)
        yield Paper(name=f"{tier}-{path.name}", data=data, kind="invoice", tier=tier, fields=truth)


def _stated(path: Path) -> dict[str, str] | None:
    """The values of the attached XML by field; None when there is no such attachment."""
    with pikepdf.open(path) as pdf:
        files = [one.get_file().read_bytes() for one in pdf.attachments.values()]
    # The files are the bench's own.
    roots = [ET.fromstring(data) for data in files if b"CrossIndustry" in data[:9000]]  # noqa: S314
    if not roots:
        return None
    found: dict[str, str] = {}
    for steps, element in _leaves(roots[0], ""):
        scheme = element.get("schemeID", "")
        where = f"{steps}[{scheme}]" if scheme == "VA" else steps
        for name, ends in PATHS.items():
            if name not in found and any(where.endswith(end) for end in ends) and (element.text or "").strip():
                found[name] = _canonical(name, (element.text or "").strip())
    return found


def _leaves(element: ET.Element, steps: str) -> Iterator[tuple[str, ET.Element]]:
    """Every element without children, with the names of those around it."""
    name = element.tag.rpartition("}")[2]
    here = f"{steps}/{name}"
    if "MonetarySummation" in name:
        here = "/Summation" if "Header" in name or "TradeSettlementMonetary" in name else "/Line"
    children = list(element)
    if name in ("IncludedSupplyChainTradeLineItem", "AssociatedDocumentLineDocument"):
        return
    for child in children:
        yield from _leaves(child, here)
    if not children:
        yield here.replace("/DateTimeString", "").replace("Summation/", "Summation"), element


def _canonical(name: str, value: str) -> str:
    if name.endswith("_date"):
        return f"{value[:4]}-{value[4:6]}-{value[6:8]}" if value[:8].isdigit() else value[:10]
    if name in AMOUNTS:
        try:
            return str(Decimal(value).quantize(Decimal("0.01")))
        except InvalidOperation:
            return ""
    return re.sub(r"\s+", "", value) if name == "iban" else value


def _text(path: Path) -> str:
    """The text of all pages, lower case, without blanks."""
    with pypdfium2.PdfDocument(path) as pdf:
        whole = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    return re.sub(r"\s+", "", whole).casefold()


def _printed(stated: Mapping[str, str], text: str) -> dict[str, str]:
    """The stated values as the pages print them; an empty string for those that they do not."""
    found: dict[str, str] = {}
    for name, value in stated.items():
        if name in AMOUNTS:
            found[name] = _amount_printed(value, text)
        elif name.endswith("_date"):
            found[name] = value if any(form in text for form in _date_forms(value)) else ""
        elif "\n" in value:
            found[name] = ""
        elif name == "currency":
            found[name] = value if value.casefold() in text or SIGNS.get(value, "-none-") in text else ""
        else:
            found[name] = value if re.sub(r"\s+", "", value).casefold() in text else ""
        if name.endswith("_name") and found[name]:
            found[name] = _in_full(value, text)
    return found


def _in_full(name: str, text: str) -> str:
    """A name with the legal form that some page prints right behind it, where the attachment leaves the form out."""
    bare = re.escape(re.sub(r"\s+", "", name).casefold())
    form = re.search(rf"{bare}(gmbh|sarl|limited)", text)
    return f"{name} {form[1]}" if form is not None else name


def _amount_printed(value: str, text: str) -> str:
    whole, _, cents = value.lstrip("-").partition(".")
    groups = f"{int(whole):,}".split(",")
    figure = "[.,'’]?".join(groups)
    signs = [match[1] for match in re.finditer(rf"(?<![\d.,])([-−]?){figure}[.,]{cents}(?!\d)", text)]
    if not signs:
        return ""
    minus = all(signs) or value.startswith("-")
    return f"-{value.lstrip('-')}" if minus and Decimal(value) else value.lstrip("-")


def _date_forms(value: str) -> Iterator[str]:
    try:
        day = dt.date.fromisoformat(value)
    except ValueError:
        return
    for pattern in ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%d.%m.%y", "%d/%m/%y", "%Y/%m/%d"):
        yield day.strftime(pattern)
    yield f"{day.day}.{day.month}.{day.year}"
    for name in MONTHS[day.month - 1]:
        for number in {f"{day.day}", f"{day.day:02}"}:
            yield from (f"{number}{name}{day.year}", f"{number}.{name}{day.year}", f"{name}{number},{day.year}")


def _pictures(path: Path) -> bytes:
    """The pages as a PDF of pictures alone."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [page.render(scale=SCAN_DPI / 72).to_pil().convert("RGB") for page in pdf]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=SCAN_DPI)
    return out.getvalue()


def main(folder: Path = Path("../shared/data/docs/zugferd")) -> None:
    """Prints how many values of each field the pages print and how many the attachment alone knows."""
    asked, skipped = Counter[str](), Counter[str]()
    for path in sorted(folder.glob("*.pdf")):
        stated = _stated(path)
        if stated is None or "fail" in path.name:
            print("left out:", path.name)
            continue
        for name, value in _printed(stated, _text(path)).items():
            (asked if value else skipped)[name] += 1
    for name in PATHS:
        print(f"{name:16} printed {asked[name]:3}  not printed {skipped[name]:3}")


COLLECTION = Collection(
    title="European invoices with their values attached", real=True, papers=papers, folder="zugferd"
)

if __name__ == "__main__":
    main()
