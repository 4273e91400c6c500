"""The steps of the form and their questions, in the order in which they are asked."""

from __future__ import annotations

from dataclasses import dataclass

from cases.model import Applicant, Business, Person, Request, Role, Stated
from portal.web.applicant.question import Kind, Question

MOST_PEOPLE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    path: str
    """The end of its address, and the section of the form that keeps what is typed."""
    title: str
    lead: str
    fills: type
    """The part of the application that the answers fill."""
    questions: tuple[Question, ...]
    many: bool = False
    """Whether it is answered once for each of several people."""


BUSINESS = Step(
    path="business",
    title="Your business",
    lead="As it stands on the paper of its registration.",
    fills=Business,
    questions=(
        Question(
            name="legal_name",
            label="Name of the business as registered",
            wrong="Write the name of the business as it is registered.",
            needed=True,
            autocomplete="organization",
        ),
        Question(
            name="registration_number",
            label="Registration number",
            wrong="Write the registration number as it stands on the registration paper; check its digits.",
            needed=True,
        ),
        Question(
            name="entity_type",
            label="Legal form",
            wrong="Write the legal form in words, such as private limited company.",
            hint="Such as private limited company",
        ),
        Question(
            name="established_on",
            label="Founded on",
            wrong="Give the day on which the business was founded.",
            kind=Kind.DAY,
            needed=True,
        ),
        Question(
            name="address",
            label="Address of the business",
            wrong="Write the address of the business.",
            needed=True,
            autocomplete="street-address",
        ),
        Question(
            name="employees",
            label="Number of employees",
            wrong="Write the number of employees in digits, such as 12.",
            kind=Kind.WHOLE,
        ),
    ),
)
PEOPLE = Step(
    path="people",
    title="Owners and directors",
    lead="Name every director, and every owner of a quarter or more of the business. We ask each of them for a passport or identity card.",  # noqa: E501
    fills=Person,
    many=True,
    questions=(
        Question(
            name="full_name",
            label="Full name as in the passport",
            wrong="Write the full name as it stands in the passport or identity card.",
            needed=True,
        ),
        Question(
            name="role",
            label="Role",
            wrong="Choose the role of this person in the business.",
            kind=Kind.CHOICE,
            needed=True,
            choices={
                Role.DIRECTOR.value: "Director",
                Role.OWNER.value: "Owner",
                Role.GUARANTOR.value: "Guarantor",
                Role.SIGNATORY.value: "Signatory",
            },
        ),
        Question(
            name="date_of_birth",
            label="Date of birth",
            wrong="Give the date of birth of this person.",
            kind=Kind.DAY,
            needed=True,
        ),
        Question(
            name="share",
            label="Share of the business in percent",
            wrong="Write the share in percent, from 0 to 100.",
            kind=Kind.PERCENT,
        ),
        Question(
            name="nationality",
            label="Nationality",
            wrong="Write the nationality in words or as a code of two or three letters.",
        ),
        Question(
            name="document_number",
            label="Number of the passport or identity card",
            wrong="Write the number of the passport or identity card as it is printed.",
        ),
    ),
)
LOAN = Step(
    path="loan",
    title="The loan",
    lead="What you need, and for how long.",
    fills=Request,
    questions=(
        Question(
            name="amount",
            label="Amount",
            wrong="Write the amount in digits, such as 70000.",
            kind=Kind.MONEY,
            needed=True,
        ),
        Question(
            name="currency",
            label="Currency",
            wrong="Choose the currency of the loan.",
            kind=Kind.CHOICE,
            needed=True,
            choices={"GBP": "Pound sterling (GBP)", "USD": "US dollar (USD)", "CNY": "Renminbi (CNY)"},
        ),
        Question(
            name="term_months",
            label="Term in months",
            wrong="Write the number of months in digits, such as 36.",
            kind=Kind.WHOLE,
            needed=True,
        ),
        Question(
            name="purpose",
            label="What is it for?",
            wrong="Write in a few words what the loan is for.",
            needed=True,
            hint="Such as a new oven",
        ),
    ),
)
FIGURES = Step(
    path="figures",
    title="Your figures",
    lead="In the currency of the loan, as in your latest accounts. We compare them with your papers.",
    fills=Stated,
    questions=(
        Question(
            name="annual_revenue",
            label="Revenue of the last financial year",
            wrong="Write the revenue in digits, such as 612000.",
            kind=Kind.MONEY,
            needed=True,
        ),
        Question(
            name="prior_year_revenue",
            label="Revenue of the year before",
            wrong="Write the revenue in digits, such as 551000.",
            kind=Kind.MONEY,
        ),
        Question(
            name="net_profit",
            label="Net profit of the last financial year",
            wrong="Write the net profit in digits, with a minus sign for a loss, such as 64000 or -5000.",
            kind=Kind.MONEY,
            needed=True,
            hint="A loss has a minus sign",
        ),
        Question(
            name="existing_debt",
            label="What the business owes to lenders today",
            wrong="Write what the business owes in digits; 0 if nothing.",
            kind=Kind.MONEY,
            needed=True,
            hint="0 if nothing",
        ),
        Question(
            name="monthly_debt_service",
            label="What it pays to lenders each month",
            wrong="Write what the business pays each month in digits; 0 if nothing.",
            kind=Kind.MONEY,
            needed=True,
            hint="0 if nothing",
        ),
        Question(
            name="average_monthly_inflow",
            label="What is usually paid in to its accounts in a month",
            wrong="Write the amount in digits, such as 52000.",
            kind=Kind.MONEY,
        ),
        Question(
            name="bank_accounts",
            label="Numbers of its bank accounts",
            wrong="Write each account number on a line of its own.",
            kind=Kind.LINES,
            hint="One on each line",
        ),
    ),
)
CONTACT = Step(
    path="contact",
    title="How to reach you",
    lead="We write to this person and to nobody else.",
    fills=Applicant,
    questions=(
        Question(
            name="contact_name",
            label="Your name",
            wrong="Write your name.",
            needed=True,
            autocomplete="name",
        ),
        Question(
            name="email",
            label="E-mail address",
            wrong="Write an e-mail address such as name@example.com.",
            kind=Kind.EMAIL,
            needed=True,
            autocomplete="email",
        ),
        Question(
            name="phone",
            label="Telephone",
            wrong="Write a telephone number in digits, such as +44 1632 960377.",
            kind=Kind.PHONE,
            autocomplete="tel",
        ),
    ),
)
STEPS = (BUSINESS, PEOPLE, LOAN, FIGURES, CONTACT)
PAPERS, REVIEW = "papers", "submit"
ORDER = (*(step.path for step in STEPS), PAPERS, REVIEW)
"""The ends of the addresses of all steps, in their order."""


def step_of(path: str) -> Step | None:
    return next((step for step in STEPS if step.path == path), None)
