"""How the lines of a balance sheet are called, in English, German and Chinese, as data.

Patterns are compared with a whole label after `account_labels.folded`: small letters without blanks, numbering and
punctuation. The first that fits wins, so special names stand before general ones. Names that begin with an underscore
are lines that help the arithmetic and are no fields of a document.
"""

from __future__ import annotations

_T = r"(?:total(?:for|of)?|net)?"
_YEAR = r"(?:(?:one|1|a)year|(?:12|twelve)months)"
_OWED = (
    r"(?:total)?(?:creditors?|liabilities|amounts?|borrowings?)(?:amounts?)?(?:falling|becoming|are)?(?:due"
    r"|payable)(?:and(?:due|payable))?"
)
_OWNERS = r"(?:share|stock|shareowner|owner|partner|member|proprietor|unitholder)s?(?:holders?)?s?"
_CURRENT_PART = r"(?:the)?current(?:portion|maturit(?:y|ies)|instal?lments?)"
_LOAN = (
    r"(?:(?:bank|term|mortgage|equipment|vehicle|secured|unsecured|other|sba|ppp|eidl)*(?:and)?)(?:loans?"
    r"|notes?|borrowings?|mortgages?|debts?)(?:payables?)?"
)
_LOANS = (
    r"(?:interestbearing)?(?:(?:bank|term|other|mortgage|secured)*(?:and)?){0,2}(?:loans?"
    r"|borrowings?)(?:and(?:other)?(?:borrowings?|loans?|advances))?(?:payable)?"
)
_SHORT = r"short(?:er)?term|current"
_LONG = r"long(?:er)?term|noncurrent"
_TRADE = r"(?:trade|accounts?|sales|commercial)"

BALANCE: tuple[tuple[str, str], ...] = (
    (
        "total_assets",
        r"(?:grand)?totalassets|assetstotal|sum(?:of)?assets|assetsintotal|资产(?:合计|[总縂]?[计額额]|总计)|資產總[計額值]|總資產|总资产"
        r"|bilanzsumme|total(?:aktiva|aktivseite)",
    ),
    (
        "_total_assets_less_current",
        r"(?:total)?assetsless(?:total)?current(?:liabilities|creditors)|總資產減流動負債|總資產減去?流動負債",
    ),
    (
        "_net_current",
        r"(?:total)?netcurrent(?:assets|liabilities|assetsliabilities|liabilitiesassets|assetsorliabilities"
        r"|assetliability)"
        r"|workingcapital|流動(?:資產|負債)淨[值額]|流动资产净[值额]|營運資金",
    ),
    (
        "_sum_of_claims",
        rf"(?:grand)?(?:total)?(?:liabilities|equity|capital|(?:{_OWNERS})?(?:equity|funds|capital"
        rf"|deficit))(?:and|plus)"
        rf"(?:total|net|{_OWNERS}|reserves)*(?:equity|liabilities|capital|assets|funds|deficit|deficiency|networth)"
        rf"(?:deficit|deficiency)?(?:total)?|totalliabilities{_OWNERS}(?:equity|funds|capital|deficit)"
        r"|负债(?:和|及|与|加)?.*(?:权益|股东|净资产).*[总合]计|總權益及負債|負債及股東權益總[計額]|權益及負債總[計額]|total(?:passiva|passivseite)",
    ),
    (
        "current_assets",
        r"(?:total(?:for|of)?)?currentassets(?:total)?|流动资产[合总小]?计|流動資產[合總小]?[計值額]|流動資產總[值額]|(?:total)?umlaufverm(?:oe|o)?gen",
    ),
    (
        "current_liabilities",
        r"(?:total(?:for|of)?)?currentliabilities(?:total)?|(?:total)?currentcreditors"
        rf"|{_OWED}(?:(?:with)?in|before|lessthan|under|notmorethan|upto|duein)(?:lessthan|notmorethan)?{_YEAR}"
        rf"|creditors?(?:(?:with)?in|lessthan|under){_YEAR}"
        r"|流动负债[合总小]计|流動負債[合總小]?[計值額]|流動負債總[值額]|一年內到期(?:之)?負債",
    ),
    (
        "_noncurrent_liabilities",
        rf"(?:total(?:for|of)?)?(?:{_LONG})(?:liabilities|creditors)(?:total)?"
        rf"|{_OWED}(?:after|in|over|beyond|morethan)+(?:more|later|longer)?(?:than)?{_YEAR}|creditors?(?:after"
        rf"|over|morethan)(?:morethan)?{_YEAR}"
        r"|非流动负债[合总小]计|长期负债[合总小]计|非流動負債[合總小]?[計值額]|非流動負債總[值額]",
    ),
    (
        "_provisions",
        r"(?:total)?provisions?(?:forliabilities)?(?:and(?:other)?charges)?(?:deferredtax(?:ation)?)?"
        r"|accrualsanddeferredincome"
        r"|(?:provisionfor)?deferred(?:income)?tax(?:ation|es)?(?:liabilit(?:y|ies))?|(?:total)?r(?:ue|u)?ckstellungen|(?:passive)?latentesteuern|passivelatentesteuern",
    ),
    (
        "total_liabilities",
        r"(?:total(?:for|of)?)?(?:totalliabilities|liabilitiestotal|totalcreditors?)|负债[合总小]?计|负债总[计额]|總負債|負債總[計額值]",
    ),
    ("_other_assets", r"totalother(?:longterm|noncurrent)?assets"),
    (
        "_noncurrent_assets",
        rf"(?:total(?:for|of)?)?(?:{_LONG})assets(?:total)?|非流动资产[合总小]计|非流動資產[合總小]?[計值額]|非流動資產總[值額]",
    ),
    (
        "_fixed_cost",
        r"固定资产原[价值]|fixedassetsatcost|(?:total)?cost(?:of)?(?:fixedassets|property(?:plant)?andequipment)"
        r"|(?:property(?:plant)?(?:and)?equipment|fixedassets)(?:atcost|gross)",
    ),
    (
        "_written_off",
        r"(?:total)?(?:accumulated|allowancefor|provisionfor)(?:depreciation|amorti[sz]ation).*|累计折旧|累計折舊",
    ),
    (
        "fixed_assets",
        rf"{_T}fixedassets(?:net|total)?(?:bookvalue)?|{_T}(?:land|buildings?|property|plant|premises|machinery"
        rf"|and|furniture|leasehold|improvements)+"
        r"equipment(?:(?:and)?(?:machinery|vehicles|fixtures|leaseholdimprovements))?(?:net.*|atcostnet.*"
        r"|atcostless.*|less.*|atnet.*|total)?"
        r"|(?:net|total)(?:equipment|machineryandequipment|furnitureandequipment|propertyequipmentandvehicles)"
        r"|equipmentnet"
        r"|固定资产(?:净值|净额|合计|账面价值|帐面价值)?|固定資產(?:淨值|淨額|合計)?|物業廠房及設備|(?:total)?anlageverm(?:oe|o)?gen",
    ),
    (
        "_investments",
        r"(?:total)?(?:investments|fixedassetinvestments|investmentpropert(?:y|ies)|financialassets)|长期股权投资",
    ),
    ("_tangible_assets", r"(?:total)?tangible(?:fixed)?assets(?:net)?|sachanlagen"),
    (
        "_intangible_assets",
        r"(?:total)?(?:intangible(?:fixed)?assets|intangibles)(?:net)?|goodwill(?:andotherintangible(?:assets"
        r"|s))?|无形资产|無形資產"
        r"|immaterielleverm(?:oe|o)?gensgegenst(?:ae|a)?nde",
    ),
    (
        "cash",
        r"(?:total)?(?:cash|bank)(?:and)?(?:short(?:term)?)?(?:(?:at|in|on|with)?(?:the)?(?:banks?|hand"
        r"|balances?|deposits?|accounts?|equivalents?"
        r"|cash|cashequivalents|funds)(?:and|or)?)*(?:unrestricted)?|cashequivalents|(?:total)?(?:checking"
        r"|savings)(?:and)?(?:savings|checking)?"
        r"|(?:total)?bankbalances?(?:and)?cash|(?:total)?bankaccounts?|(?:total)?bankcurrentaccounts?|pettycash"
        r"|cashcurrentaccounts?"
        r"|货币资金|现金及现金等价物|现金及?银行存款|(?:银行存款|库存现金)|貨幣資金|現金及現金等[價值]物|銀行結[餘存]及現金|現金及銀行結[餘存]|(?:銀行)?現金及銀行存款"
        r"|kassenbestand.*|.*guthabenbeikreditinstituten.*|bankguthaben|liquidemittel",
    ),
    (
        "receivables",
        rf"(?:total)?(?:debtors|receivables)(?:net.*|lessallowance.*|andprepayments)?"
        rf"|debtors(?:amountsfalling)?duewithin{_YEAR}"
        rf"|(?:total)?{_TRADE}(?:and(?:other|sundry))?(?:receivables?|debtors?)(?:ar)?(?:trade|customers?|net"
        rf"|current|billed)*(?:net.*|less.*|allowance.*)?"
        rf"|(?:total)?(?:{_TRADE}debtors|receivables)(?:and)?(?:otherreceivables|prepayments)?|(?:trade"
        rf"|customer)receivables?.*net.*"
        r"|应收(?:票据(?:及|和))?(?:应收)?(?:账款|帐款)(?:净额|净值)?|應收(?:貿易)?(?:賬款|帳款|賬項)(?:及其他應收款項?)?|貿易(?:應收款項|及其他應收款項?)"
        r"|貿易應收賬款|(?:total)?forderungen(?:auslieferungenundleistungen|undsonstigeverm(?:oe|o)?gensgegenst(?:ae|a)?nde)?",
    ),
    (
        "inventory",
        rf"{_T}(?:merchandise|trading)?(?:stocks?|inventor(?:y|ies))(?:asset|onhand|net|intrade|atcost"
        rf"|ofgoods)?(?:and(?:raw)?(?:materials|workinprogress|wip))?"
        r"|(?:closing)stock|stocks?andwip|存货(?:净额|净值)?|存貨|vorr(?:ae|a)?te",
    ),
    (
        "payables",
        rf"(?:total)?{_TRADE}(?:and(?:other|sundry))?(?:payables?|creditors?)(?:ap)?(?:trade|vendors?"
        rf"|suppliers?)*(?:and(?:other)?accru(?:ed|als).*)?"
        r"|应付(?:票据(?:及|和))?(?:应付)?(?:账款|帐款)|應付(?:貿易)?(?:賬款|帳款|賬項)(?:及其他應付款項?)?|貿易(?:應付款項|及其他應付款項?)|貿易應付賬款"
        r"|verbindlichkeitenauslieferungenundleistungen",
    ),
    ("_tax_owed", r"(?:corporation|income|current)tax(?:es|ation)?(?:payable|liabilit(?:y|ies)|due)"),
    ("_due_in_a_year", r"一年内到期的(?:非流动|长期)负债"),
    (
        "short_term_debt",
        rf"(?:less)?{_CURRENT_PART}(?:of)?.*|{_LOAN}(?:to|from)?(?:banks?)?{_CURRENT_PART}|{_LOAN}(?:due"
        rf"|repayable|payable)?within{_YEAR}"
        rf"|(?:long(?:er)?term)(?:debts?|loans?|borrowings?)(?:due|payable|repayable)?(?:with)?in{_YEAR}"
        rf"|longtermdebtcurrent(?:portion|maturities)?"
        rf"|(?:total)?(?:{_SHORT})(?:bank)?(?:debts?|borrowings?|loans?|bankloans?|notes?(?:payable)?"
        rf"|bankborrowings|financing)(?:payable)?(?:andcurrentportion.*)?"
        rf"|{_LOAN}(?:current|shortterm|duewithin{_YEAR})|(?:bank)?overdrafts?(?:secured)?"
        rf"|(?:bank)?loansandoverdrafts(?:within.*|due.*)?"
        r"|(?:notes?payable|borrowings|outstanding)?(?:revolving|bank|business)?(?:creditlines?|linesofcredit"
        r"|lineofcredit|revolver)(?:payable|tobank)?"
        r"|短期(?:借款|贷款)|短期(?:銀行)?(?:借款|貸款|借貸)|銀行透支|(?:bank)?notespayable(?:tobanks?|bank)",
    ),
    (
        "long_term_debt",
        rf"{_T}(?:{_LONG})(?:bank)?(?:debts?|borrowings?|loans?|bankloans?|notes?(?:payable)?"
        rf"|obligations)(?:payable)?(?:net.*|less.*|excluding.*|notcurrent)?"
        rf"|{_LOAN}(?:{_LONG})(?:portion)?|{_LOAN}(?:net|less|excluding|exclusive)(?:of)?{_CURRENT_PART}.*"
        rf"|{_LOAN}(?:due|repayable)?after(?:morethan)?{_YEAR}"
        r"|长期(?:借款|贷款)|長期(?:銀行)?(?:借款|貸款|借貸)|mortgages?(?:payable)?(?:net.*|less.*)?",
    ),
    (
        "_bank_loans",
        rf"(?:total)?(?:{_LOANS}|{_LOAN})|(?:(?:bank|term|sba|ppp|eidl|equipment|vehicle|mortgage)*(?:loans?"
        rf"|notes?payable|mortgages?))(?!.*(?:director|officer|member|holder|related|receiv)).{{0,28}}"
        rf"|bankloansandoverdrafts?|loansandborrowings|銀行(?:借款|貸款|借貸)|verbindlichkeitengegen(?:ue"
        rf"|u)?berkreditinstituten",
    ),
    (
        "_capital",
        r"(?:allotted|called|calledup|issued|ordinary|fullypaid|and|paidup|authori[sz]ed)*sharecapital.*"
        r"|commonstock.*|capitalstock.*"
        r"|(?:additional)?(?:paidin|issued|contributed)capital.*|股本.*|实收资本.*|已發行股本|gezeichneteskapital|stammkapital",
    ),
    (
        "retained_earnings",
        r"(?:total)?(?:profits?(?:and|or)?loss(?:es)?|incomeandexpenditure|profit|revenue)(?:account"
        r"|reserves?)(?:balance)?|profitandloss"
        r"|(?:total)?retained(?:earnings|profits?|loss(?:es)?|deficit|surplus|income|reserves?)(?:and"
        r"|or)?(?:loss(?:es)?|deficit|accumulateddeficit|accumulatedlosses"
        r"|accumulateddeficiency|deficiency)?(?:endofyear|endingbalance|atendofyear)?(?:carriedforward)?"
        r"|(?:accumulated|undistributed)(?:deficit|loss(?:es)?|profits?|surplus|earnings|income|funds|fund"
        r"|profitsloss(?:es)?|lossesprofits?|deficitearnings)"
        r"(?:deficit|loss(?:es)?|retainedearnings)?|earningsretained(?:inthebusiness)?|distributablereserves"
        r"|未分配利润|保留(?:溢利|盈利|盈餘)|累[積计計](?:溢利|虧損|盈利|亏损)|未分配利潤|gewinnvortrag(?:verlustvortrag)?",
    ),
    (
        "net_assets",
        r"(?:total)?net(?:total)?(?:assets|liabilities)(?:(?:or)?(?:liabilities|assets"
        rf"|deficiency))?(?:employed)?(?:attributableto{_OWNERS})?|(?:total)?netliabilities|netassetvalue"
        r"|净资产(?:合计|总[计额])?|資產淨[值額]|淨資產(?:總值)?|淨負債",
    ),
    (
        "equity",
        rf"(?:total)?{_OWNERS}(?:funds?|equity|deficit|deficiency|capital|interests?)(?:and(?:deficit"
        rf"|reserves))?(?:deficit|deficiency|surplus)?(?:total)?(?:attributable.*)?"
        r"|(?:total)?(?:equity|capitalandreserves|capitalreserves|capitalandaccumulatedfunds)(?:deficit"
        r"|deficiency)?(?:total)?"
        r"|totalcapital|(?:total)?equityshareholdersfunds|(?:total)?equityattributable.*|(?:shareholders"
        r"|equity)fundstotal|networth|totalreserves"
        r"|(?:所有者权益|股东权益|所有者权益或股东权益|业主权益).*[总合小]?计|权益[总合]计|權益總[值額]|總權益|(?:股東)?權益合計|(?:total)?eigenkapital",
    ),
)
