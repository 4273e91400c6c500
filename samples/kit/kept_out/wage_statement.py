"""American W-2: four copies on a page, as payroll bureaus print them."""

from __future__ import annotations

from samples.kit.withheld_year import wage_statement
from samples.specimen import Kit

KIT = Kit(layouts=("four_copies",), invent=wage_statement)
