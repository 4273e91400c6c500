"""The People's Republic of China."""

from __future__ import annotations

from stdnum.cn import uscc

from cases.country import Country, Identifier, numbered

_CREDIT_CODE = numbered("unified social credit code (18 characters, GB 32100-2015)", uscc.validate)

COUNTRY = Country(
    code="CN",
    name="China",
    currency="CNY",
    languages=("zh", "en"),
    day_first=False,
    decimal_mark=".",
    group_marks=(",", "，"),
    # Since the reform of 2015 the credit code is also the taxpayer's number.
    identifiers=(
        Identifier(name="registration_number", title="统一社会信用代码", validate=_CREDIT_CODE),
        Identifier(name="tax_id", title="纳税人识别号", validate=_CREDIT_CODE),
    ),
    company_suffixes=(
        "集团股份有限公司",
        "集团有限责任公司",
        "集团有限公司",
        "股份有限公司",
        "有限责任公司",
        "有限公司",
        "股份公司",
        "普通合伙企业",
        "有限合伙企业",
        "个人独资企业",
        "（普通合伙）",
        "（有限合伙）",
        "(普通合伙)",
        "(有限合伙)",
        "（个人独资）",
        "company limited",
        "co., ltd.",
        "co., ltd",
        "co.,ltd.",
        "co.,ltd",
        "co ltd",
        "limited",
        "ltd",
        "inc",
    ),
    profile="cn",
)
