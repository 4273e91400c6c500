"""How the lines of an income statement are called, in English, German and Chinese, as data.

The rules are those of `account_balance_labels`. A name with a question mark is taken only where no better line of that
name is printed.
"""

from __future__ import annotations

_P1 = r"(?:(?:net|total)?(?:profits?|loss(?:es)?|incomes?|earnings?|surplus(?:es)?|deficits?|results?)(?:and|or)?)"
_P = rf"{_P1}{{1,3}}"
_YEAR = r"(?:(?:the)?(?:current)?(?:financial|fiscal|accounting)?(?:year|period|quarter|month|months)(?:ended.*)?)"
_FOR = rf"(?:for|of){_YEAR}"
_COST = r"(?:expenses?|costs?|charges?|overheads?)"
_TAX = r"(?:(?:income|corporation|corporate|federal|state|profits?|foreign|and)*tax(?:es|ation)?)"
_ORDINARY = r"(?:(?:on|from)(?:ordinary|continuing|all)?(?:activities|operations))?"

INCOME: tuple[tuple[str, str], ...] = (
    (
        "_equity_move",
        r"(?:retainedearnings|balance|accumulateddeficit)(?:at)?(?:the)?(?:beginning|end|start|close)(?:of.*)?"
        r"|dividends?(?:paid|declared)?.*|distributions?(?:to.*|paid.*)?",
    ),
    (
        "revenue",
        r"(?:group)?turnover(?:net)?|(?:total|net)+(?:operating)?(?:revenues?|sales|turnover|fees"
        r"|salesrevenues?)(?:net)?(?:ofreturns.*|ofdiscounts.*)?"
        r"|(?:total)?(?:operating|sales|trading|service|contract)revenues?(?:net)?|revenues?(?:net)?|salesnet"
        r"|total(?:trading|sales|ordinary|operating|gross)?(?:income|receipts)"
        r"|revenues?from(?:contracts?withcustomers?|sales|services|operations|ordinaryactivities"
        r"|continuingoperations|contracts|saleofgoods).*"
        r"|(?:一)?营业(?:总)?收入|主营业务收入(?:净额)?|營業(?:額|收入)|收(?:入|益)總額|收益|收入|umsatzerl(?:oe|o)?se",
    ),
    (
        "revenue?",
        r"(?:gross)?sales(?:ofgoods|ofproducts?|income)?|(?:service|fee|fees|trading|consulting"
        r"|contract|sales)(?:income|fees)|income|grossreceipts",
    ),
    (
        "_all_costs",
        r"营业总成本|(?:total)?costsandexpenses|total(?:operating)?costsand(?:operating)?expenses"
        r"|totalcosts?ofsalesandexpenses",
    ),
    (
        "cost_of_sales",
        r"(?:total(?:for|of)?)?(?:costs?of(?:goods|products?|merchandise|services?|and|the|sales|revenues?"
        r"|turnover|contracts?|services?rendered|inventor(?:y|ies))+(?:sales|sold|provided|rendered|andservices)?"
        r"|cogs|costofsalesandservices|directcosts?|directexpenses|costs?of(?:sales|revenues?"
        r"|turnover).*services)(?:total)?(?:excluding.*|exclusive.*)?"
        r"|营业成本|主营业务成本|銷售成本|營業成本|已售存貨成本|(?:total)?materialaufwand|herstellungskosten(?:der.*)?|umsatzkosten",
    ),
    (
        "gross_profit",
        r"(?:total)?gross(?:profits?|loss(?:es)?|margin|income|earnings|surplus)(?:and|or)?(?:loss|profit"
        r"|deficit)?(?:onsales)?|毛利(?:润|额|潤)?|销售毛利|roh(?:ergebnis|ertrag|gewinn)(?:vom.*)?|bruttoergebnis(?:vom.*)?",
    ),
    (
        "operating_expenses",
        rf"(?:total(?:for|of)?)(?:other)?(?:operating|indirect)?{_COST}(?:total)?|(?:operating"
        rf"|overhead){_COST}(?:total|net)?|overheads|(?:less)?operating{_COST}"
        r"|期间费用(?:合计|总计)?|(?:經營|營運|營業)(?:費用|開支|支出)(?:總額|合計)?",
    ),
    (
        "_sga",
        rf"(?:total)?selling(?:and)?(?:general|marketing"
        rf"|distribution)?(?:and)?(?:general)?(?:and)?administrat(?:ive|ion){_COST}?|(?:total)?sganda?{_COST}?"
        rf"|(?:total)?sga{_COST}?"
        rf"|sellinggeneraland(?:admin|administration){_COST}?",
    ),
    (
        "_administrative",
        rf"(?:total)?(?:other)?(?:general|office|establishment)?(?:and|other)*(?:administrative|administration"
        rf"|admin){_COST}|generaland(?:administrative|administration|admin)"
        rf"|(?:total)?general{_COST}|行政(?:開支|費用|及其他(?:營運)?(?:開支|費用))|管理费用|管理費用|(?:allgemeine)?verwaltungskosten",
    ),
    (
        "_selling",
        rf"(?:total)?(?:selling|distribution|marketing|sales|advertising)(?:(?:and)(?:selling|distribution"
        rf"|marketing|advertising|promotion))?(?:{_COST}|(?<=selling)|(?<=marketing))"
        r"|(?:销售|营业|经营)费用|(?:銷售|分銷|銷售及分銷)(?:費用|開支|成本|及分銷費用)|vertriebskosten",
    ),
    ("_research", rf"研发费用|研發費用|researchanddevelopment{_COST}?"),
    ("_taxes_and_dues", r"(?:营业|主营业务)?税金及附加"),
    ("_other_operating", rf"other(?:operating)?{_COST}|sonstigebetrieblicheaufwendungen"),
    (
        "_other_income",
        r"(?:total)?other(?:operating)?(?:income|gains?|revenues?)(?:andgains?)?|其他(?:业务)?收入|其他收益|其他收入(?:及收益)?"
        r"|grantincome|governmentgrants?|sonstigebetrieblicheertr(?:ae|a)?ge",
    ),
    (
        "operating_profit",
        rf"(?:total)?(?:net)?(?:operating|trading)(?:profits?|loss(?:es)?|income|result|earnings|surplus"
        rf"|deficit)(?:(?:and|or)?(?:profits?|loss(?:es)?|income|deficit))?(?:{_FOR})?"
        rf"|{_P}from(?:continuing)?(?:operations|operatingactivities|trading)|netordinaryincome"
        rf"|(?:net)?operatingincome(?:loss)?|{_P}beforeinterestand(?:income)?tax(?:es|ation)?|ebit"
        rf"|{_P}before(?:net)?financ(?:e|ing)(?:costs?|income|items|expenses?)(?:andtax(?:ation|es)?"
        rf"|andincometax(?:es)?)?|{_P}beforeotherincome.*|营业利润|經營(?:溢利|利潤|盈利|虧損)|betriebsergebnis|ergebnisderbetrieblichent(?:ae|a)?tigkeit",
    ),
    (
        "depreciation",
        rf"(?:total)?depreciation(?:(?:and)?(?:amorti[sz]ation|impairment"
        rf"|otheramountswrittenoff(?:tangibleandintangible)?(?:fixed)?assets|depletion)+)?(?:{_COST})?(?:{_FOR})?"
        rf"|amorti[sz]ationanddepreciation(?:{_COST})?|depreciation(?:{_COST})?(?:of|on|owned"
        rf"|tangible)(?!.*(?:costs?$)).*|折旧(?:费|费用|与摊销|和摊销|及摊销)?|固定资产折旧(?:费)?|折舊(?:及攤銷)?|abschreibungen.*",
    ),
    (
        "_interest_received",
        r"(?:bank)?interest(?:income|receivable|received|earned)(?:and.*)?|financ(?:e|ial)income|利息收入"
        r"|otherinterestreceivable.*|(?:sonstige)?zinsenund(?:ae|a)?hnlicheertr(?:ae|a)?ge|dividendincome|interestanddividendincome",
    ),
    (
        "interest",
        rf"(?:total)?(?:bank|loan|mortgage|net|other)*interest(?:(?:payable|paid|expenses?|charges?|costs?"
        rf"|on(?=bank|loan|borrow|debt|lease|overdr|notes?|mortgage))(?:paid|payable)?)(?:and.*|on.*|net.*"
        rf"|tobanks?.*|(?<=on).*)?|(?:net)?interest{_COST}"
        rf"|(?:net)?financ(?:e|ing|ial)(?:costs?|charges?|expenses?)(?:net)?|interestandfinanc(?:e|ing"
        rf"|ial){_COST}|interestandsimilar{_COST}|利息(?:费用|支出)|(?:財務|融資)(?:成本|費用)|利息(?:費用|開支)"
        r"|zinsenund(?:ae|a)?hnlicheaufwendungen",
    ),
    ("interest?", r"财务费用|netinterest|interest"),
    (
        "profit_before_tax",
        rf"{_P}{_ORDINARY}(?:{_FOR})?before(?:provision(?:s)?for|the|minorityinterestsand)?{_TAX}(?:{_COST}"
        rf"|provision|benefit|credit)*{_ORDINARY}(?:{_FOR})?|pretax{_P}|profitsbeforetaxes"
        r"|(?:三)?利润总额|税前利润|除[稅税]前(?:溢利|利潤|盈利|虧損)|稅前(?:溢利|利潤|盈利|虧損)|ergebnisvor(?:ertrag)?steuern"
        r"|ergebnisdergew(?:oe|o)?hnlichengesch(?:ae|a)?ftst(?:ae|a)?tigkeit",
    ),
    (
        "tax",
        rf"(?:total)?(?:less)?(?:provision(?:for|of)?|(?:current|estimated))?{_TAX}(?:{_COST}|credits?"
        rf"|benefits?|provisions?|refunds?|relief)*(?:net)?(?:(?:and|or)(?:credits?|benefits?))?(?:current)?"
        rf"(?:(?:on|for)(?:the)?(?:{_P}(?:{_ORDINARY})?|{_YEAR}|ordinaryactivities).*)?|{_TAX}(?:on"
        rf"|for)(?:{_P}.*|{_YEAR})|benefit(?:from|for){_TAX}|taxeson{_P}|所得税(?:费用|支出)?|所得稅(?:費用|開支|支出)?"
        r"|利得稅|稅項(?:支出|開支)?|steuernvomeinkommenund(?:vom)?ertrag|ertrags?steuern",
    ),
    (
        "net_profit",
        rf"(?:total)?net(?:profits?|loss(?:es)?|incomes?|earnings?|surplus|deficit|result)(?:(?:and"
        rf"|or)?(?:net)?(?:profits?|loss(?:es)?|income|deficit))?(?:aftertax(?:ation|es)?)?(?:{_FOR}|attributable.*)?"
        rf"|{_P}(?:{_ORDINARY}(?:aftertax(?:ation|es)?)?{_FOR}"
        rf"|{_FOR})(?:(?:from)?continuingoperations)?(?:aftertax(?:ation|es)?)?(?:(?:and|being"
        rf"|representing)?(?:total)?(?:comprehensive)(?:income|expense|loss).*|attributable.*|transferred.*)?"
        rf"|{_P}andtotalcomprehensive(?:income|expense|loss)(?:{_FOR})?"
        rf"|{_P}attributableto.*|{_P}(?:{_FOR})?before(?:members?remuneration|appropriations?|distributions?).*"
        rf"|{_P}(?:{_FOR})?availablefordiscretionary.*|{_P}{_ORDINARY}after(?:income)?tax(?:ation|es"
        rf"|expense)*(?:{_FOR})?(?:attributable.*)?|(?:四)?净利润|本?年度?(?:溢利|利潤|盈利|虧損|淨利)|年[內内度](?:溢利|利潤|盈利"
        rf"|虧損)(?:及全面(?:收益|收入)總額)?"
        rf"|(?:net)?excess(?:deficiency|deficit)?(?:of)?(?:revenues?|income|receipts)?(?:over|under"
        rf"|overunder)(?:expenses?|expenditures?|disbursements)"
        r"|淨(?:利潤|溢利)|jahres(?:ue|u)?berschuss(?:jahresfehlbetrag)?|jahresfehlbetrag",
    ),
    (
        "net_profit?",
        r"(?:profits?|loss(?:es)?)(?:(?:and|or)?(?:profits?|loss(?:es)?))?|bottomline|currentyear(?:earnings"
        r"|profit)|yearsprofit",
    ),
)
