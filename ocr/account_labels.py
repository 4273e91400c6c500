"""How the lines of accounts are called, in English (British, American, IFRS) and Chinese, as data.

A label is compared after `folded`: lower case, without blanks, numbering and punctuation. The first line item whose
pattern fits the whole label wins, so special names stand before general ones. Names that begin with an underscore
are lines that help the arithmetic and are not fields of a document.
"""

from __future__ import annotations

import re

BALANCE: tuple[tuple[str, str], ...] = (
    ("total_assets", r"totalassets|assetstotal|资产总[计额]|资产合计"),
    ("_total_assets_less_current", r"totalassetslesscurrentliabilities"),
    ("_net_current", r"netcurrent(?:assets|liabilities|assetsliabilities|assetsorliabilities)|workingcapital"),
    ("_sum_of_claims", r"total(?:liabilitiesand|equityand|capitaland).*|负债(?:和|及|与)?.*(?:权益|股东).*[总合]计"),
    ("current_assets", r"(?:total)?currentassets(?:total)?|流动资产[合总]计"),
    (
        "current_liabilities",
        r"(?:total)?currentliabilities(?:total)?|creditors(?:amounts?)?(?:falling)?due(?:(?:with)?in|before)(?:one|1)year"
        r"|流动负债[合总]计",
    ),
    (
        "_noncurrent_liabilities",
        r"(?:total)?(?:noncurrent|longterm)liabilities(?:total)?"
        r"|creditors(?:amounts?)?(?:falling)?dueafter(?:morethan)?(?:one|1)year|非流动负债[合总]计|长期负债[合总]计",
    ),
    ("_provisions", r"provisions(?:forliabilities)?(?:andcharges)?|accrualsanddeferredincome|deferredtax(?:ation)?"),
    ("total_liabilities", r"totalliabilities|liabilitiestotal|负债[合总]计"),
    ("_noncurrent_assets", r"(?:total)?(?:noncurrent|longterm)assets|非流动资产[合总]计"),
    (
        "fixed_assets",
        r"(?:total)?fixedassets(?:net)?|property(?:plant)?andequipment(?:net)?"
        r"|property(?:plant)?equipment.*|固定资产(?:净值|净额|合计|账面价值)?",
    ),
    ("_investments", r"investments|fixedassetinvestments|investmentproperty"),
    ("_tangible_assets", r"(?:total)?tangible(?:fixed)?assets"),
    ("_intangible_assets", r"(?:total)?intangible(?:fixed)?assets(?:net)?|goodwill|无形资产"),
    (
        "cash",
        r"cash(?:atbank|inhand)?(?:and(?:inhand|atbank))?|cashandcashequivalents|cashatbank(?:andonhand)?|cashandbank(?:balances)?"
        r"|bank(?:and)?cash|货币资金|现金及现金等价物",
    ),
    (
        "receivables",
        r"(?:total)?debtors|(?:trade|accounts?)(?:andother)?(?:receivables?|debtors)(?:net.*)?|receivables(?:net)?"
        r"|应收(?:票据及应收)?账款(?:净额)?",
    ),
    ("inventory", r"stocks?|inventor(?:y|ies)(?:net)?|stocksandworkinprogress|存货(?:净额)?"),
    ("payables", r"(?:trade|accounts?)(?:andother)?(?:payables?|creditors)|应付(?:票据及应付)?账款"),
    (
        "short_term_debt",
        r"currentportionof.*|shortterm(?:debt|borrowings|loans?|bankloans?)|notespayable(?:current)?|lineofcredit"
        r"|bankoverdrafts?|bankloansandoverdrafts?(?:within.*)?|短期借款",
    ),
    (
        "long_term_debt",
        r"longterm(?:debt|borrowings|loans?|bankloans?)(?:net.*|less.*)?|notespayable(?:longterm|noncurrent)|长期借款",
    ),
    ("_bank_loans", r"bankloans?|loans?(?:payable)?|borrowings|bankborrowings|bankloansandoverdrafts?"),
    (
        "_capital",
        r"(?:called?up)?share?capital|commonstock|(?:paidin|issued)capital|sharecapital.*|(?:实收资本|股本).*",
    ),
    (
        "retained_earnings",
        r"(?:profitandloss|incomeandexpenditure)(?:account|reserve)|retained(?:earnings|profits?)|accumulateddeficit"
        r"|未分配利润",
    ),
    ("net_assets", r"(?:total)?netassets(?:liabilities)?|净资产"),
    (
        "equity",
        r"(?:total)?(?:share|stock)holders?(?:funds|equity)(?:deficit)?|(?:total)?(?:equity|capitalandreserves)"
        r"|members(?:funds|equity)|equityshareholdersfunds|(?:所有者权益|股东权益).*[合总]计",
    ),
)

INCOME: tuple[tuple[str, str], ...] = (
    (
        "revenue",
        r"turnover|(?:total|net)?(?:revenues?|sales)(?:net)?|netsalesrevenue|salesrevenue|营业(?:总)?收入|主营业务收入",
    ),
    ("cost_of_sales", r"costof(?:goods)?(?:sales|sold|revenues?)|costofgoodssold|营业(?:总)?成本|主营业务成本"),
    ("gross_profit", r"gross(?:profit|loss|margin|profitloss)|毛利润?|销售毛利"),
    (
        "operating_expenses",
        r"(?:total)?(?:operating|administrative|administration|sellinggeneralandadministrative|generalandadministrative)"
        r"(?:expenses|costs)|sgaexpenses?|overheads|期间费用(?:合计)?",
    ),
    ("_selling", r"(?:distribution|selling)(?:costs|expenses)|销售费用"),
    ("_management", r"管理费用"),
    ("_taxes_and_dues", r"(?:营业)?税金及附加"),
    ("_other_income", r"otheroperatingincome|其他(?:业务)?收入|其他收益|投资收益"),
    ("operating_profit", r"operating(?:profit|loss|income|profitloss)|incomefromoperations|营业利润"),
    (
        "depreciation",
        r"depreciation(?:and)?(?:amorti[sz]ation)?(?:expense)?|depreciationof.*|(?:固定资产)?折旧费?(?:用)?",
    ),
    (
        "interest",
        r"interestpayable(?:and)?.*|interestexpenses?(?:net)?|financ(?:e|ial)(?:costs|expenses)|财务费用|利息(?:费用|支出)",
    ),
    (
        "profit_before_tax",
        r"(?:profit|loss|income|earnings|profitloss)(?:onordinaryactivities)?before(?:income)?tax(?:es|ation)?"
        r"|利润总额",
    ),
    (
        "tax",
        r"tax(?:ation)?(?:on)?(?:theprofit|profit|profitonordinaryactivities|loss|profitloss)?|(?:provisionfor)?incometax(?:es)?"
        r"(?:expenses?)?|corporationtax|所得税(?:费用)?",
    ),
    (
        "net_profit",
        r"net(?:profit|loss|income|earnings|incomeloss)|(?:profit|loss|profitloss)(?:for)?(?:the)?(?:financial)?(?:year|period)"
        r"|(?:profit|loss)aftertax(?:ation)?|profit|profitloss|lossprofit|净利润",
    ),
)

WITHIN_A_YEAR = re.compile(r"creditors.*within(?:one|1)year|currentliabilities|流动负债")
AFTER_A_YEAR = re.compile(
    r"creditors.*aftermorethan(?:one|1)year|(?:noncurrent|longterm)liabilities|非流动负债|长期负债"
)
_JUNK = re.compile(r"[^a-z\u4e00-\u9fff0-9]")
_NUMBERING = re.compile(
    r"^(?:[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）]|\d{1,2}[.)、]\s*|[加减]\s*[:：]|其中\s*[:：])"
)
_COMPILED = {
    "balance": [(name, re.compile(pattern)) for name, pattern in BALANCE],
    "income": [(name, re.compile(pattern)) for name, pattern in INCOME],
}


def folded(label: str) -> str:
    """A label without case, blanks, numbering and punctuation; what stands in brackets goes too.

    >>> folded("一、营业 收入"), folded("Creditors: amounts falling due within one year")
    ('营业收入', 'creditorsamountsfallingduewithinoneyear')
    """
    plain = _NUMBERING.sub("", label.strip())
    plain = re.sub(r"[(（][^)）]*[)）]|[(（].*$", "", plain) or plain
    return _JUNK.sub("", plain.lower().replace("&", "and"))


def line_item(label: str) -> tuple[str, str] | None:
    """Which statement (`balance`, `income`) and line item a label names; None for any other text."""
    plain = folded(label)
    if not plain or len(plain) > 80:
        return None
    for statement, items in _COMPILED.items():
        for name, pattern in items:
            if pattern.fullmatch(plain):
                return statement, name
    return None
