"""One site for all tests of the applicant's pages; every visitor is somebody else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cases.settings import Settings
from cases.store import Store
from tests.shell.portal.applicant.site_at_hand import Visitor, served, settings_in


@pytest.fixture(scope="session")
def portal_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return settings_in(tmp_path_factory.mktemp("portal"))


@pytest.fixture(scope="session")
def address(portal_settings: Settings) -> Iterator[str]:
    with served(portal_settings) as found:
        yield found


@pytest.fixture
def visitor(address: str) -> Visitor:
    return Visitor(address)


@pytest.fixture
def stranger(address: str) -> Visitor:
    """Somebody else with an application of their own."""
    return Visitor(address).begin()


@pytest.fixture
def store(portal_settings: Settings) -> Iterator[Store]:
    with Store(portal_settings.database_url) as opened:
        opened.migrate()
        yield opened
