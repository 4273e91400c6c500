"""What a line of a bank statement is about, told from words of its description, language by language.

Word lists tell the plain cases; a line that none of them knows counts as trade. Each list errs to the careful
side: what might be a loan paid out is not counted as revenue.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache


class Use(StrEnum):
    TRADE = "trade"
    OWN_TRANSFER = "own_transfer"
    """Between the owner's or the business's own accounts, or capital paid in."""
    LENDING = "lending"
    """A loan paid out (credit), or an instalment or interest paid (debit)."""
    REFUND = "refund"
    """Money that came back: a supplier's refund, a tax refund, a payment reversed."""
    RETURNED = "returned"
    """A payment that the account could not honour, or the fee for it."""


def _any_of(latin: str, chinese: str) -> re.Pattern[str]:
    """Any of the phrases, which `|` parts; Latin ones as whole words."""
    phrases = "|".join(phrase.strip() for phrase in latin.replace("\n", "|").split("|") if phrase.strip())
    return re.compile(rf"\b(?:{phrases})\b|{chinese}", re.IGNORECASE)


_RETURNED = _any_of(
    """
    returned (?:unpaid|item|payment|cheque|check|direct debit|dd)
    unpaid (?:item|direct debit|dd|cheque|fee|transaction)
    (?:direct debit|dd|cheque|check|item|payment) (?:returned|unpaid|bounced)
    nsf | insufficient funds? | non[- ]?sufficient funds? | bounced | dishonou?red | refer to drawer
    rücklastschrift | mangels deckung
    """,
    "退票|余额不足|扣款失败|存款不足",
)
_LENDING = _any_of(
    """
    loan | loans | lender | lending | merchant cash advance | mca | cash advance | overdraft interest | debit interest
    funding circle | iwoca | capital on tap | kabbage | ondeck | youlend | liberis | fundbox | bluevine | credibly
    bounce back | bbls | cbils | sba eidl | eidl | hire purchase | asset finance | invoice finance
    darlehen | kredit | tilgung
    """,
    "贷款|还贷|放款|借款|还款|还本|付息|网商贷|微粒贷|融资租赁|小额贷",
)
_OWN = _any_of(
    """
    own account | between accounts | internal transfer | savings
    transfer (?:from|to) (?:savings|reserve|deposit|own|checking|current)
    director'?s? loan | owner'?s? (?:loan|capital|draw|contribution|injection) | shareholder
    capital (?:introduced|injection) | drawings
    umbuchung | eigenübertrag | privateinlage | privatentnahme
    """,
    "本人|内部转账|自有账户|往来转账|股东|投资款|注资",
)
_REFUND = _any_of(
    """
    refund | refunded | reversal | reversed | chargeback | rebate | cashback
    hmrc (?:vat )?repayment | tax repayment
    erstattung | gutschrift storno
    """,
    "退款|退货|冲正|退税|返还",
)
_FEE = _any_of("fee | fees | charge | charges | gebühr", "手续费|费用")
_COMMON = _any_of(
    """
    payment | received | receipt | faster payments? | fpi | bgc | bacs | ach | credit | deposit | transfer | from
    inward | ref | reference | invoice | inv | no | customer | wire | in | tfr | bank giro | direct
    """,
    "转账|收入|收款|货款|汇入|网银|来账|对公|电汇",
)
# Takings that a card or till company passes on are of many customers, so they tell of no single payer.
_COLLECTED = _any_of(
    """
    card | cards | pos | till | cash | takings | sales | worldpay | stripe | square | sumup | zettle | izettle | paypal
    adyen | barclaycard | shopify | amazon | etsy | ebay | uber eats | deliveroo | just eat | doordash | clover | toast
    """,
    "支付宝|微信|财付通|银联|刷卡|收单|美团|饿了么|现金|扫码",
)
_NO_LETTERS = re.compile(r"[\W\d_]+")


@lru_cache(maxsize=16384)
def use_of(description: str, amount: Decimal) -> Use:
    """What a line is about; `amount` is signed, credits positive.

    >>> use_of("LOAN PROCEEDS IWOCA", Decimal("20000")), use_of("Card sales", Decimal("310.20"))
    (<Use.LENDING: 'lending'>, <Use.TRADE: 'trade'>)
    """
    if _RETURNED.search(description):
        return Use.RETURNED
    # Before lending, for a director's loan is the owner's money and no lender's.
    if _OWN.search(description):
        return Use.OWN_TRANSFER
    if _LENDING.search(description):
        return Use.LENDING
    if amount > 0 and _REFUND.search(description):
        return Use.REFUND
    return Use.TRADE


def is_fee(description: str) -> bool:
    return bool(_FEE.search(description))


@lru_cache(maxsize=16384)
def payer(description: str) -> str:
    """Who paid, as far as the description tells: its letters without the words of the payment itself.

    Empty for takings that are collected from many customers.

    >>> payer("FASTER PAYMENT RECEIVED Harrow & Sons REF 20931")
    'harrow sons'
    """
    if _COLLECTED.search(description):
        return ""
    return " ".join(_NO_LETTERS.sub(" ", _COMMON.sub(" ", description)).casefold().split())
