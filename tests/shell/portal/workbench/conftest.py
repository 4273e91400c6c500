"""One office and one site for all of the workbench's tests; each test makes the cases that it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.shell.portal.workbench.referred import Office, Person, office, served


@pytest.fixture(scope="session")
def bench_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office(tmp_path_factory.mktemp("office") / "data") as opened:
        yield opened


@pytest.fixture(scope="session")
def address(bench_office: Office) -> Iterator[str]:
    with served(bench_office.workplace.settings) as found:
        yield found


@pytest.fixture(scope="session")
def person(bench_office: Office, address: str) -> Callable[[str], Person]:
    """Makes a signed-in person of a name in `PEOPLE`."""
    known: dict[str, Person] = {}

    def of(account: str) -> Person:
        return known.setdefault(account, Person(bench_office.store, address, account))

    return of
