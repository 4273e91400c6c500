"""American W-2 in two arrangements of payroll bureaus."""

from __future__ import annotations

from samples.kit.withheld_year import wage_statement
from samples.specimen import Kit

KIT = Kit(layouts=("four_copies", "mailer"), invent=wage_statement)
