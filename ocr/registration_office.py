"""The foot of a Chinese business licence: the office that registered the enterprise, and the day of issue.

The office stands by its label, or below it, partly under a round red seal; the day stands below both, its 年, 月 and 日
pre-printed or not.
"""

from __future__ import annotations

import re

from cases.model import Field
from ocr.chinese_form import Cell
from ocr.chinese_numbers import dates
from ocr.extract import Grid, field_of
from ocr.text import Text, Word

_OFFICE = re.compile(
    r"(?!(?:登记|发照)机关)[\u4e00-\u9fff]{2,28}?(?:市场监督管理(?:局|委员会)|工商行政管理局|市场监管局|工商局|行政审批(?:服务)?局"
    r"|政务服务(?:和大数据|数据)?管理局|数据局|管理委员会)(?:[\u4e00-\u9fff]{1,10}(?:分局|监督管理所|管理所|工商所|支局))?"
)
_CUT_OFFICE = re.compile(r"[\u4e00-\u9fff]{2,20}[市区县旗]市场监督管理")
_FOOT = re.compile(r"(?:登\s*记|发\s*照)\s*机\s*关")


def office(text: Text, cell: Cell | None, document: str) -> dict[str, Field]:
    """The issuing office: beside its label, or wherever print (not the round seal) names one."""
    named = _OFFICE.search(cell.text) if cell is not None else None
    if cell is not None and named:
        return {"authority": field_of("authority", named[0], cell.words, document, raw=cell.text)}
    runs: list[tuple[str, tuple[Word, ...]]] = [(word.text, (word,)) for word in text.words]
    runs += [(re.sub(r"\s", "", cell.text), cell.words) for line in Grid.of(text).lines for cell in line.cells]
    for print_, words in runs:
        match = _OFFICE.search(print_)
        if match:
            return {"authority": field_of("authority", match[0], words, document, raw=print_)}
    for print_, words in runs:
        match = _CUT_OFFICE.fullmatch(print_)
        if match:
            note = f"{print_} read as {print_}局: the seal covers its last character"
            return {"authority": field_of("authority", f"{print_}局", words, document, raw=print_, note=note)}
    return {}


def issued(text: Text, document: str) -> dict[str, Field]:
    """The date at the foot, below the authority; it may stand apart from its 年, 月 and 日, which are pre-printed."""
    foot = text.search(_FOOT)
    if foot is None:
        return {}
    level = foot.box.middle[1]
    below = [line for line in text.lines if line.page == foot.page and line.box.middle[1] > level - 0.005]
    for line in below:
        run = [word for word in line.words if word.box.left > foot.box.left - 0.25]
        print_ = "".join(word.text for word in run)
        days = dates(print_) if not re.search(r"年度|报告", print_) else ()
        if days:
            return {"issued_on": field_of("issued_on", days[-1].isoformat(), run, document, raw=print_)}
    for line in below:
        numbers = [word for word in line.words if re.fullmatch(r"\d{1,4}", word.text)]
        days = dates("-".join(word.text for word in numbers[-3:])) if len(numbers) >= 3 else ()
        if days:
            raw = " ".join(word.text for word in numbers)
            return {"issued_on": field_of("issued_on", days[0].isoformat(), numbers, document, raw=raw)}
    return {}
