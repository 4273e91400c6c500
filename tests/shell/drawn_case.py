"""A small digital case that the shell tests draw themselves: a form, accounts, statements and a certificate.

Every name, number and address in it is made up and unlike anything else in a log, so that a search for them in
places where they must not be cannot be fooled.
"""

from __future__ import annotations

from pathlib import Path

from templates import to_pdf

COMPANY = "Quillfeather & Sons Bakery Limited"
NUMBER = "09876501"
ADDRESS = "17 Marmalade Yard, Thistlebury TB4 9QX"
OWNER = "Philippa Quillfeather"
EMAIL = "philippa@quillfeather.example"
ACCOUNT = "44718893"
PHONE = "+44 1632 960417"

PERSONAL = (COMPANY, "Quillfeather", "Philippa", NUMBER, "Marmalade", "Thistlebury", "TB4 9QX", EMAIL, ACCOUNT, PHONE)
"""What must stand in no log and in no database of Prefect's."""

APPLICATION = f"""\
[business]
legal_name = "{COMPANY}"
country = "GB"
registration_number = "{NUMBER}"
address = "{ADDRESS}"
established_on = 2012-04-02

[[people]]
full_name = "{OWNER}"
role = "director"
date_of_birth = 1979-05-17

[request]
product = "sme_term_loan"
amount = 40000
currency = "GBP"
term_months = 36
purpose = "A second oven"

[stated]
annual_revenue = 612480
net_profit = 48115

[applicant]
contact_name = "{OWNER}"
email = "{EMAIL}"
phone = "{PHONE}"
received_on = 2026-03-31
"""

_STYLE = "body{font:11pt sans-serif} table{width:100%;border-collapse:collapse} td.n{text-align:right}"
_PAGE_BREAK = '<div style="page-break-before:always"></div>'


def draw(folder: Path) -> Path:
    """Writes the case folder and gives it back."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    (folder / "application.toml").write_text(APPLICATION, encoding="utf-8")
    for name, body in (
        ("bank-statement.pdf", _statement()),
        ("accounts.pdf", _accounts()),
        ("certificate.pdf", _certificate()),
    ):
        page = f"<html><head><style>{_STYLE}</style></head><body>{body}</body></html>"
        (documents / name).write_bytes(to_pdf(page))
    return folder


def _statement() -> str:
    """A statement over two pages whose balances add up."""
    balance, pages = 5000, []
    for page in (1, 2):
        rows = ""
        for day in range(1, 16):
            amount = 1700 if day % 3 == 0 else -640
            balance += amount
            sides = (f"{-amount:,}.00", "") if amount < 0 else ("", f"{amount:,}.00")
            rows += (
                f"<tr><td>{day + 15 * (page - 1):02d}/03/2026</td><td>{'CARD SALES' if amount > 0 else 'FLOUR'}</td>"
            )
            rows += "".join(f'<td class="n">{side}</td>' for side in (*sides, f"{balance:,}.00")) + "</tr>"
        pages.append(
            f"<p>Account holder: {COMPANY}</p><p>Account number: {ACCOUNT} Sort code: 20-45-45</p>"
            f"<p>Page {page} of 2</p>"
            "<table><tr><th>Date</th><th>Description</th><th>Paid out</th><th>Paid in</th><th>Balance</th></tr>"
            f"{rows}</table>"
        )
    head = (
        "<h1>Bank statement</h1><p>Statement period: 01/03/2026 to 31/03/2026</p>"
        f"<p>Opening balance: £5,000.00</p><p>Closing balance: £{balance:,}.00</p>"
    )
    return head + _PAGE_BREAK.join(pages)


def _accounts() -> str:
    lines = (
        ("Revenue", "612,480"),
        ("Cost of sales", "(301,200)"),
        ("Gross profit", "311,280"),
        ("Administrative expenses", "(251,886)"),
        ("Operating profit", "59,394"),
        ("Tax on profit", "(11,279)"),
        ("Profit for the year", "48,115"),
    )
    rows = "".join(f'<tr><td>{label}</td><td class="n">{value}</td></tr>' for label, value in lines)
    return (
        f"<h1>{COMPANY}</h1><h2>Income statement for the year ended 31 December 2025</h2><p>In £</p>"
        f"<table>{rows}</table>"
    )


def _certificate() -> str:
    return (
        "<h1>Certificate of Incorporation of a Private Limited Company</h1>"
        f"<p>Company Number {NUMBER}</p><p>The Registrar of Companies for England and Wales hereby certifies that</p>"
        f"<h2>{COMPANY.upper()}</h2><p>is this day incorporated under the Companies Act 2006 as a private company, "
        "that the company is limited by shares.</p><p>Given at Companies House, Cardiff, on 2nd April 2012.</p>"
        f"<p>Registered office: {ADDRESS}</p>"
    )
