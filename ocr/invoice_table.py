"""The positions of an invoice: a heading tells the columns, each line with an amount below it is a position."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from cases.model import Box, Place, Row
from ocr.extract import Grid, GridLine
from ocr.invoice_sum_words import sum_of
from ocr.layout import Cell, shared_width
from ocr.parse import money
from ocr.statement_figures import Figure
from ocr.text import Word
from ocr.wording import Wording

HEADINGS: Mapping[str, Wording] = {
    "description": Wording.of(
        *("description", "item", "item description", "product", "details", "service", "services", "particulars"),
        *("beschreibung", "bezeichnung", "artikel", "artikelbezeichnung", "artikelbeschreibung", "leistung"),
        *("produkt", "position", "text", "désignation", "libellé", "article", "prestation", "descripción"),
        *("concepto", "artículo", "descrizione", "omschrijving", "prodotto", "prestazione", "dienst"),
        *("artikelomschrijving", "bene", "produkt beschreibung", "material/beschreibung", "goods", "item name"),
        *("work description", "activity", "item & description", "description of goods", "description of services"),
        *("service description", "work carried out", "work done", "work", "product description", "product/service"),
        *("task", "job", "goods description", "commodity", "commodity & specification", "leistungsbeschreibung"),
        *("warenbezeichnung", "leistungen", "dienstleistung", "tätigkeit", "gegenstand", "désignation des produits"),
        *("description des prestations", "nature", "intitulé", "produit", "prestations", "concepto/descripción"),
        *("producto", "servicio", "trabajos", "servizio", "articolo", "货物名称", "品名", "商品名称", "项目"),
        *("货物描述", "品名规格"),
    ),
    "quantity": Wording.of(
        *("qty", "quantity", "units", "hours", "menge", "anzahl", "stück", "std", "quantité", "qté", "cantidad"),
        *("quantità", "q.tà", "q tà", "qtà", "aantal", "uren", "ore", "cant", "uds", "unidades", "qte", "hrs"),
        *("menge einheit", "qnty", "no of units", "quant", "days", "no", "pcs", "nos", "pieces", "q ty"),
        *("einheiten", "tage", "stunden", "anz", "jours", "nombre", "nb", "heures", "nbre", "horas", "cdad", "ud"),
        *("und", "pz", "pezzi", "aant", "dagen", "stuks", "数量", "件数"),
    ),
    "unit_price": Wording.of(
        *("unit price", "price", "rate", "unit cost", "price each", "einzelpreis", "preis", "e preis", "einzel"),
        *("nettopreis", "stückpreis", "prix unitaire", "prix", "pu", "p u", "pu ht", "prix unitaire ht", "precio"),
        *("prezzo unitario", "prezzo", "prijs", "stukprijs", "eenheidsprijs", "prijs per stuk", "tarief"),
        *("precio unitario", "p unit", "precio unidad", "cost", "preis einheit", "unit rate", "item price", "each"),
        *("price per unit", "unit", "hourly rate", "day rate", "list price", "satz", "stundensatz", "e-preis", "ep"),
        *("ep netto", "vk preis", "preis/einheit", "einheitspreis", "stk preis", "einzelpreis netto", "tarif"),
        *("prix unit", "prix u", "tarif ht", "taux", "p u h t", "precio ud", "precio u", "precio/ud", "tarifa"),
        *("p unitario", "prezzo un", "prezzo netto", "per stuk", "prijs excl", "单价"),
    ),
    "net_amount": Wording.of(
        *("amount", "line total", "total", "net amount", "total price", "net", "subtotal", "net price"),
        *("line amount", "gesamt", "gesamtpreis", "betrag", "summe", "nettobetrag", "gesamtbetrag", "netto"),
        *("positionsbetrag", "importo", "totaal", "bedrag", "totale", "net value", "value", "ext price", "extended"),
        *("entgelt", "montant", "montant ht", "total ht", "prix ht", "importe", "total line", "g preis"),
        *("netto eur", "net total", "ext amount", "extended price", "extension", "line value", "line net", "sum"),
        *("total value", "total amount", "amount due", "gp", "g-preis", "gesamtpreis netto", "gesamt netto"),
        *("summe netto", "wert", "zeilensumme", "total net", "total eur", "montant net", "prix total", "total h t"),
        *("montant h t", "importe neto", "total neto", "valor", "importo netto", "prezzo totale", "totale riga"),
        *("totaalprijs", "totaal excl", "regeltotaal", "金额", "总价", "总金额"),
    ),
}
_OTHER = Wording.of(
    *("btw", "btw %", "iva %", "vat", "vat %", "tax", "ust", "mwst", "tva", "iva", "steuersatz", "steuer"),
    *("rem", "discount", "pos", "#", "discount %", "disc", "disc %", "vat rate", "tax rate", "gst", "gst %"),
    *("tax %", "remise", "% tva", "tva %", "taux tva", "rabatt", "ust %", "mwst %", "einheit"),
    *("unit of measure", "uom", "me", "dto", "sconto", "btw bedrag", "aliquota", "% iva", "code", "item code"),
    *("sku", "date", "date of service", "réf", "ref", "art nr", "artikelnr", "art no", "codice", "marks & nos"),
    *("税率",),
)
_QUANTITY = re.compile(r"^-?\d{1,9}(?:[.,]\d{1,4})?(?=\s|$|[^\W\d_])")


@dataclass(frozen=True, slots=True)
class Heading:
    """Where the columns of a table stand."""

    index: int
    columns: Mapping[str, Box]
    page: int


def headings(lines: Sequence[tuple[GridLine, tuple[Figure, ...]]]) -> Iterator[Heading]:
    """Every heading: three of the columns' labels on a line, or on it and the lines next to it."""
    for index, (line, figures) in enumerate(lines):
        if sum(figure.strict for figure in figures):
            continue
        near = [line.cells]
        for other, _ in (*lines[max(0, index - 2) : index], *lines[index + 1 : index + 3]):
            if other.page == line.page and abs(other.line.box.top - line.line.box.top) < 3.2 * line.line.box.height:
                near.append(other.cells)
        own = _columns(near[:1])
        taxed = (
            "description" in own and "net_amount" in own and any(_OTHER.after(c.text) is not None for c in line.cells)
        )
        if not taxed and (len(own) < 2 or ("quantity" not in _columns(near) and len(own) < 3)):
            continue
        every = {**_columns(near), **own}
        if (len(every) >= 3 or taxed) and "net_amount" in every:
            yield Heading(index, every, line.page)


def listed(grid: Grid) -> bool:
    """Whether a line heads positions with a quantity, a price for one and an amount."""
    wanted = {"quantity", "unit_price", "net_amount"}
    return any(wanted <= set(_columns([line.cells])) for line in grid.lines if not re.search(r"\d", line.text))


def _columns(lines: Sequence[Sequence[Cell]]) -> dict[str, Box]:
    """The columns that cells name; of several for one column the rightmost amount, else the first."""
    found: dict[str, Box] = {}
    for cells in lines:
        for cell in cells:
            for name, label in HEADINGS.items():
                match = label.search(cell.text)
                if match is None or len(cell.text) > 40 or (match.start() > 6 and name != "net_amount"):
                    continue
                if name not in found or name == "net_amount":
                    if name in ("description", "unit_price", "quantity") and cell.box in found.values():
                        continue
                    found[name] = cell.box
                    break
    return found


def rows_of(lines: Sequence[tuple[GridLine, tuple[Figure, ...]]], mark: str, document: str) -> tuple[Row, ...]:
    """The positions below each heading, up to the sums."""
    heads = list(headings(lines))
    rows: list[Row] = []
    done = -1
    for number, head in enumerate(heads):
        if head.index <= done:
            continue
        stop = next((other.index for other in heads[number + 1 :] if other.index > head.index + 2), len(lines))
        for index in range(head.index + 1, stop):
            line, figures = lines[index]
            if _ends(line, figures, head):
                done = index
                break
            row = _row(line, lines[index + 1 : index + 2], figures, head, mark, document)
            if row is not None:
                rows.append(row)
                done = index
    return tuple(rows)


def _ends(line: GridLine, figures: Sequence[Figure], head: Heading) -> bool:
    """Whether the sums begin here."""
    if not figures:
        words = [cell for cell in line.cells if sum_of(cell.text) is not None]
        return len(words) >= 3 and line.line.box.top > head.columns["net_amount"].top + 0.03
    label = " ".join(cell.text for cell in line.cells if cell.box.left < figures[0].box.left)
    label = re.sub(r"[\d.,%€$£]+", " ", label)
    told = sum_of(label)
    return told is not None and len(label.split()) <= 6


def _row(
    line: GridLine,
    following: Sequence[tuple[GridLine, tuple[Figure, ...]]],
    figures: Sequence[Figure],
    head: Heading,
    mark: str,
    document: str,
) -> Row | None:
    """A line with an amount in the amounts' column, and a description or a quantity."""
    amount = _in_column(figures, head.columns["net_amount"], strict=True)
    last = head.columns["net_amount"].right >= max(box.right for box in head.columns.values())
    if amount is None and last and figures and figures[-1].strict and len(figures) > 1:
        amount = figures[-1]
    if amount is None:
        return None
    cells: dict[str, str] = {"net_amount": f"{amount.value:.2f}"}
    used: set[Word] = set(amount.words)
    price = _in_column([one for one in figures if one is not amount], head.columns.get("unit_price"), strict=False)
    if price is not None:
        cells["unit_price"] = str(price.value)
        used |= set(price.words)
    quantity = _quantity(line, head, used, mark)
    if quantity is not None:
        cells["quantity"] = str(quantity[0])
        used |= set(quantity[1])
    description = _description(line, head, used)
    if description is not None:
        cells["description"] = description
    if len(cells) < 2 or ("description" not in cells and "quantity" not in cells):
        return None
    words = line.line.words
    place = Place(document, line.page, Box.around(word.box for word in words))
    return Row(cells=cells, place=place, confidence=min(word.confidence for word in words))


def _in_column(figures: Sequence[Figure], column: Box | None, *, strict: bool) -> Figure | None:
    """The figure of a column: that which overlaps its heading most, or ends where it ends."""
    if column is None:
        return None
    near = [
        (max(shared_width(one.box, column), 1 - abs(one.box.right - column.right) / 0.05), one)
        for one in figures
        if one.strict or not strict
    ]
    best = max(near, key=lambda one: one[0], default=None)
    return best[1] if best is not None and best[0] > 0.2 else None


def _quantity(line: GridLine, head: Heading, used: set[Word], mark: str) -> tuple[Decimal, tuple[Word, ...]] | None:
    column = head.columns.get("quantity")
    if column is None:
        return None
    for cell in line.cells:
        words = tuple(word for word in cell.words if word not in used)
        for word in words:
            near = shared_width(word.box, column) > 0.2 or abs(word.box.middle[0] - column.middle[0]) < 0.04
            match = _QUANTITY.match(word.text) if near else None
            if match is not None:
                value = money(match[0], decimal_mark=mark or ".")
                if value is None:
                    value = _fraction(match[0])
                if value is not None:
                    return value, (word,)
    return None


def _fraction(text: str) -> Decimal | None:
    """A quantity with three or four decimals, which money has not."""
    plain = text.replace(",", ".")
    return Decimal(plain) if re.fullmatch(r"-?\d+\.\d{3,4}", plain) else None


def _description(line: GridLine, head: Heading, used: set[Word]) -> str | None:
    """The words of the description's column: those between its left edge and the next column's words."""
    column = head.columns.get("description")
    left = column.left - 0.02 if column is not None else 0.0
    others = [box.left for name, box in head.columns.items() if name != "description" and box.left > left + 0.03]
    right = min(others, default=1.0)
    words = [
        word
        for word in line.line.words
        if word not in used and left <= word.box.left < right - 0.002 and re.search(r"\w", word.text)
    ]
    text = " ".join(word.text for word in words).strip()
    return text if re.search(r"[^\W\d_]{2}", text) else None
