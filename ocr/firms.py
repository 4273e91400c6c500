"""How firms are named: the legal forms of many countries, and Chinese firms by their endings."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ocr.layout import Cell
from ocr.text import Word
from ocr.wording import words_of

LEGAL = (
    r"(?<![^\W_])(?:ltd|limited|plc|llp|lp|inc|incorporated|llc|l\.l\.c|p\.c|pllc|corp|corporation|company|"
    r"co(?=[.,]|$)|& co|pty|pte|cic|dac|clg|ulc|unlimited|gmbh|ggmbh|mbh|g\.m\.b\.h|mbb|partg|a\. ?g|ag|kg|kgaa|ohg|"
    r"e\.? ?k|e\.? ?kfm|ug|gbr|se|eg|e\.? ?v|sarl|s\.a\.r\.l|s[aà]rl|sas|s\.a\.s|sasu|eurl|eirl|s\.a|sa|snc|s\.n\.c|"
    r"sci|scop|s\.?l\.?u?|s\.l\.l|s\.coop|srl|srls|s\.r\.l|s\.?p\.?a|b\.?v|n\.?v|v\.?o\.?f|bvba|c\.v|aps|a/s|oy|oyj|"
    r"spółka z o\.o|sp\. ?z ?o\. ?o|s\.r\.o|kft|lda|ltda|bhd|cooperative|co-op|"
    r"s\.?a\.?u|sp\. ?[jk]|s\.c|d\.o\.o|a\.s|k\.s|zrt|a\.ş|ltd\. ?şti|ltée|pvt|e\.u|"
    r"(?-i:AB|AS|ASA|HB|SIA|UAB|OÜ|ApS))\.?(?![^\W_])"
)
"""A legal form as a word of its own, for patterns that ignore case."""
FORM = re.compile(rf"(?i){LEGAL}|(?<![^\W_])(?:group|council|trust|university|hospital)(?![^\W_])|有限公司|公司|集团")
CHINESE_FIRM = re.compile(
    r"[\u4e00-\u9fff（）()·]{2,30}?(?:有限责任公司|股份有限公司|有限公司|分公司|供电公司|集团公司|公司|供电局|水务局|"
    r"供电所|自来水厂|水厂|热力站|集团|事务所|合作社|商行|门市部)(?![\u4e00-\u9fff（）()]{0,7}(?:有限|分公司|公司))"
)


def legal_name(brand: str, cells: Iterable[Cell]) -> tuple[str, tuple[Word, ...]] | None:
    """The legal name that a page prints besides a trade name: the same words with a legal form behind
    them, at most three words between (Quillstack · Quillstack Labs, Inc.)."""
    plain = brand.strip(" ,.;")
    if re.search(LEGAL, plain, re.IGNORECASE) or re.search(r"公司$", plain) or not plain:
        return None
    between = r"(?: (?!and |und |et |on |[-–—] )[^\s,]+){0,3}?"
    form = re.compile(
        rf"(?:^|(?<=[.·|:] ))(?P<firm>{re.escape(plain)}{between},? {LEGAL}(?:,? {LEGAL})*)", re.IGNORECASE
    )
    for cell in cells:
        match = form.search(cell.text)
        if match is not None:
            return match["firm"].strip(" ,;"), words_of(cell, match.start(), match.end())
    return None
