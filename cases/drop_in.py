"""Finds the modules of a folder and takes the one object that each of them must define.

Adding a document kind, a country or a check is adding a file: nothing else lists them.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

Thing = TypeVar("Thing")


def gather(package: ModuleType, name: str, of: type[Thing]) -> dict[str, Thing]:
    """The object called `name` of every module in `package`, by module name, in alphabetical order.

    Raises TypeError when a module lacks it or defines something else: a file in the folder that is not one of
    its kind is a mistake, never ignored.
    """
    found: dict[str, Thing] = {}
    for module_name in sorted(info.name for info in pkgutil.iter_modules(package.__path__)):
        module = importlib.import_module(f"{package.__name__}.{module_name}")
        thing = getattr(module, name, None)
        if not isinstance(thing, of):
            raise TypeError(f"{package.__name__}.{module_name} must define {name}: {of.__name__}")
        found[module_name] = thing
    return found
