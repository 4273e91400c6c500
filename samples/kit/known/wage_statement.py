"""American W-2: one copy, the boxes arranged as on the official form; two copies on a sheet in typewriter print."""

from __future__ import annotations

from samples.kit.withheld_year import wage_statement
from samples.specimen import Kit

KIT = Kit(layouts=("one_copy", "two_up"), invent=wage_statement)
