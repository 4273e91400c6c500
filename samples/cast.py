"""The firms that the stories are told of. All people, companies and banks are invented."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from samples.figures import Drivers
from samples.firm import CHINA, SMALL_BRITISH, UNITED_KINGDOM, UNITED_STATES, Bank, Firm, Owner, loan_payment
from samples.identifiers import uscc
from samples.ledger import Trade

STAFF = ("WAGES RUN BAKERY", "WAGES RUN DRIVERS", "A BELLAMY SALARY")
BAKERY_DEBT = Drivers(revenue=846_200, existing_debt=32_000, monthly_debt_service=940)

HEARTH = Firm(
    place=UNITED_KINGDOM,
    legal_name="Hearth & Rye Bakery Ltd",
    registration_number="11482937",
    entity_type="Private limited company",
    established_on="2018-07-24",
    address=("14 Tannery Yard", "Lower Wick", "Harbury", "HB4 7QT"),
    owner=Owner(
        surname="BELLAMY",
        given_names="ADA ROSALIND",
        date_of_birth="1984-03-17",
        document_number="536817294",
        sex="F",
        place_of_birth="HARBURY",
    ),
    bank=Bank(name="Northgate Bank", code="20-41-17", account="60418325", letters="NRGT"),
    drivers=BAKERY_DEBT,
    trade=Trade(
        monthly_inflow=71_400,
        customers=("HARBOUR FOODS", "ABBEY GROCERS", "MILL ST DELI", "CARD SALES TILLPAY", "ORCHARD HOTELS"),
        suppliers=("WINDRUSH FLOUR CO", "DAIRY VALE", "KESTREL PACKAGING", "CITY ENERGY", "VANLINE HIRE"),
        landlord="TANNERY ESTATES RENT",
        staff=STAFF,
        tax_office="HMRC PAYE VAT",
        lender="NORTHGATE BANK LOAN 4471",
        loan_payment=loan_payment(BAKERY_DEBT),
        receipts=15,
    ),
    amount=110_000,
    term_months=36,
    purpose="A second deck oven and a delivery van",
    contact={"email": "ada@hearthandrye.example", "phone": "+44 1632 960142"},
    registration={
        "jurisdiction": "England and Wales",
        "authority": "Companies House",
        "issued_on": "2018-07-24",
    },
    seed=11,
)

FERNLEY_DEBT = Drivers(
    revenue=612_000, growth=0.11, cost_of_sales=0.50, operating_expenses=0.37, existing_debt=0, monthly_debt_service=0
)

FERNLEY = Firm(
    place=SMALL_BRITISH,
    legal_name="Fernley Cycle Works Limited",
    registration_number="09817245",
    entity_type="Private limited company",
    established_on="2015-10-08",
    address=("Unit 3 Quarry Mews", "Ashcombe", "AC2 9DL"),
    owner=Owner(
        surname="OSBORNE-KAY",
        given_names="TOBIAS",
        date_of_birth="1979-11-02",
        document_number="521094738",
        sex="M",
        place_of_birth="ASHCOMBE",
    ),
    bank=Bank(name="Castle & Moor Bank", code="40-22-51", account="31874406", letters="CSMR"),
    drivers=FERNLEY_DEBT,
    trade=Trade(
        monthly_inflow=52_300,
        surplus=0.12,
        customers=("VELO CLUB ASHCOMBE", "RIDGEWAY COUNCIL", "CARD SALES TILLPAY", "PEAK TOURS", "B HARTNELL"),
        suppliers=("STEELTUBE SUPPLY", "GEARHUB WHOLESALE", "PAINTLINE", "CITY ENERGY"),
        landlord="QUARRY MEWS RENT",
        staff=("WAGES RUN WORKSHOP", "WAGES RUN SHOP"),
        tax_office="HMRC PAYE VAT",
        opening=Decimal("29875.40"),
        receipts=14,
    ),
    amount=70_000,
    term_months=36,
    purpose="Stock for the spring season and a paint booth",
    contact={"email": "tobias@fernleycycles.example", "phone": "+44 1632 960377"},
    registration={"jurisdiction": "England and Wales", "authority": "Companies House", "issued_on": "2015-10-08"},
    year_end=dt.date(2025, 10, 31),
    seed=23,
)

PRAIRIE_DEBT = Drivers(
    revenue=1_284_500,
    growth=0.08,
    tax_rate=0.21,
    share_capital=25_000,
    existing_debt=64_000,
    monthly_debt_service=1_850,
)

PRAIRIE = Firm(
    place=UNITED_STATES,
    legal_name="Prairie Lantern Supply Inc.",
    registration_number="6719324",
    entity_type="Corporation",
    established_on="2016-04-12",
    address=("2280 Dogwood Avenue", "Suite 4", "Millbrook, OH 43999"),
    owner=Owner(
        surname="NAKAMURA",
        given_names="ELENA JUNE",
        date_of_birth="1981-08-29",
        document_number="583019472",
        sex="F",
        place_of_birth="OHIO, U.S.A.",
    ),
    bank=Bank(name="First Millbrook Bank", code="041215663", account="7740193382"),
    drivers=PRAIRIE_DEBT,
    trade=Trade(
        monthly_inflow=108_200,
        customers=("GREENFIELD SCHOOLS", "OAK & IRON LLC", "TRI COUNTY FAIR", "SQUARE SALES", "LAKESIDE INN"),
        suppliers=("BRIGHTLINE MFG", "MIDWEST FREIGHT", "OHIO POWER COOP", "PACKRIGHT INC"),
        landlord="DOGWOOD PROPERTIES RENT",
        staff=("PAYROLL BATCH 1", "PAYROLL BATCH 2", "PAYROLL OFFICERS"),
        tax_office="IRS USATAXPYMT",
        lender="FIRST MILLBROOK LOAN 88213",
        loan_payment=loan_payment(PRAIRIE_DEBT),
        opening=Decimal("61204.18"),
        receipts=15,
        received_as="ACH CREDIT {name} {number}",
        paid_as="ACH DEBIT {name}",
    ),
    amount=150_000,
    term_months=48,
    purpose="A larger warehouse and inventory for two new accounts",
    contact={"email": "elena@prairielantern.example", "phone": "+1 614 555 0148"},
    tax_id="31-4827195",
    registration={"jurisdiction": "Delaware", "authority": "Secretary of State", "issued_on": "2016-04-12"},
    year_end=dt.date(2025, 12, 31),
    seed=37,
)

YUNFAN_DEBT = Drivers(
    revenue=9_640_000,
    growth=0.10,
    tax_rate=0.25,
    share_capital=800_000,
    existing_debt=600_000,
    monthly_debt_service=18_000,
)

YUNFAN = Firm(
    place=CHINA,
    legal_name="宁州云帆包装制品有限公司",
    registration_number=uscc("91339901MA2XK7QP4"),
    entity_type="有限责任公司(外国自然人独资)",
    established_on="2017-05-18",
    address=("宁州市临江区望海路88号3幢",),
    owner=Owner(
        surname="TAN",
        given_names="WEI LING",
        date_of_birth="1980-06-21",
        document_number="K4829173E",
        sex="F",
        place_of_birth="SINGAPORE",
        issued="2019-09-03",
        expires="2029-09-02",
    ),
    bank=Bank(name="宁州商业银行", code="", account="6228480399017452816"),
    drivers=YUNFAN_DEBT,
    trade=Trade(
        monthly_inflow=812_000,
        customers=(
            "海川食品有限公司",
            "明湖电子商务有限公司",
            "金禾茶业有限公司",
            "东岭贸易有限公司",
            "星河日化有限公司",
        ),
        suppliers=("华泰纸业有限公司", "顺达物流有限公司", "临江供电公司", "恒印油墨有限公司"),
        landlord="望海园区房租",
        staff=("代发工资 生产部", "代发工资 销售部", "代发工资 管理部"),
        tax_office="税务局 税款",
        lender="贷款还款 宁州商业银行",
        loan_payment=loan_payment(YUNFAN_DEBT),
        opening=Decimal("486210.35"),
        receipts=15,
        received_as="货款 {name}",
        paid_as="付 {name}",
    ),
    amount=900_000,
    term_months=36,
    purpose="购置一台瓦楞纸板印刷机",
    contact={"email": "weiling@yunfan.example", "phone": "+86 574 5550 0182"},
    registration={
        "legal_representative": "TAN WEI LING",
        "registered_capital": "800000",
        "valid_from": "2017-05-18",
        "valid_to": "long-term",
        "business_scope": "纸制品、塑料包装制品的制造、加工与销售；包装装潢印刷；普通货物道路运输。",
        "authority": "宁州市市场监督管理局",
        "issued_on": "2021-03-02",
    },
    year_end=dt.date(2025, 12, 31),
    seed=53,
)
