"""Settings from the environment."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cases.errors import BadInput
from cases.settings import VARIABLES, Settings


def test_an_empty_environment_gives_usable_defaults() -> None:
    settings = Settings.from_env({})
    assert settings.data_dir == Path(".vouch").absolute()
    assert settings.database_url == f"sqlite:///{settings.data_dir / 'cases.db'}"
    assert settings.blob_dir == settings.data_dir / "blobs"
    assert settings.prefect_database_url is None
    assert settings.ocr_models is None
    assert settings.readers == 2
    assert settings.lease == dt.timedelta(seconds=settings.lease_seconds)


def test_the_default_lender_is_plainly_to_be_set() -> None:
    lender = Settings.from_env({}).lender
    assert "VOUCH_LENDER_NAME" in lender.name
    assert "VOUCH_LENDER_ADDRESS" in lender.address


def test_every_variable_is_read() -> None:
    given = {
        "VOUCH_DATA": "/srv/vouch",
        "VOUCH_DATABASE_URL": "postgresql://host/cases",
        "VOUCH_BLOBS": "/srv/blobs",
        "VOUCH_PREFECT_HOME": "/srv/prefect",
        "VOUCH_PREFECT_DATABASE_URL": "postgresql+asyncpg://host/prefect",
        "VOUCH_POLICIES": "/srv/policies",
        "VOUCH_PREFECT_PORT": "4300",
        "VOUCH_PORTAL_PORT": "8700",
        "VOUCH_PORTAL_ADDRESS": "https://loans.example.com",
        "VOUCH_OCR_MODELS": "/srv/models",
        "VOUCH_READERS": "4",
        "VOUCH_LEASE_SECONDS": "60",
        "VOUCH_MAX_ATTEMPTS": "5",
        "VOUCH_PAGE_TIMEOUT_SECONDS": "30",
        "VOUCH_LENDER_NAME": "N",
        "VOUCH_LENDER_ADDRESS": "A",
        "VOUCH_LENDER_PHONE": "P",
        "VOUCH_LENDER_EMAIL": "e@example.com",
    }
    assert set(given) == VARIABLES
    usual, settings = Settings.from_env({}), Settings.from_env(given)
    for name in VARIABLES:
        changed = Settings.from_env({name: given[name]})
        assert changed != usual, f"{name} changes nothing"
    assert settings.database_url == "postgresql://host/cases"
    assert settings.prefect_port == 4300
    assert settings.lender.email == "e@example.com"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VOUCH_READERS", "0"),
        ("VOUCH_READERS", "two"),
        ("VOUCH_READERS", "65"),
        ("VOUCH_READERS", "-1"),
        ("VOUCH_READERS", "２"),
        ("VOUCH_PREFECT_PORT", "70000"),
        ("VOUCH_LEASE_SECONDS", "1e9"),
        ("VOUCH_LENDER_EMAIL", "nobody"),
        ("VOUCH_DATABASE_URL", "mysql://secret@host/x"),
        ("VOUCH_READER", "2"),
        ("VOUCH_DATA_DIR", "/x"),
    ],
)
def test_a_bad_setting_is_refused_by_name_in_one_sentence(name: str, value: str) -> None:
    with pytest.raises(BadInput, match=rf"^[^.]*{name}\b") as caught:
        Settings.from_env({name: value})
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_other_programs_variables_are_left_alone() -> None:
    others = {"PATH": "/bin", "VOUCH_TEST_POSTGRES_URL": "postgresql://h/t", "VOUCHER": "x"}
    assert Settings.from_env(others) == Settings.from_env({})


def test_an_empty_variable_counts_as_unset() -> None:
    assert Settings.from_env(dict.fromkeys(VARIABLES, " ")) == Settings.from_env({})


def test_the_portals_address_says_whether_it_is_encrypted() -> None:
    assert Settings.from_env({}).portal_address == "http://127.0.0.1:8600"
    assert Settings.from_env({"VOUCH_PORTAL_PORT": "8700"}).portal_address == "http://127.0.0.1:8700"
    assert not Settings.from_env({}).https
    assert Settings.from_env({"VOUCH_PORTAL_ADDRESS": "https://loans.example.com/"}).https
    for wrong in (
        "loans.example.com",
        "ftp://loans.example.com",
        "https://a b",
        "https://x/path",
        "javascript:alert(1)",
    ):
        with pytest.raises(BadInput, match="VOUCH_PORTAL_ADDRESS"):
            Settings.from_env({"VOUCH_PORTAL_ADDRESS": wrong})


def test_where_prefects_ui_is_may_be_set_as_prefect_has_it() -> None:
    assert (
        Settings.from_env({"PREFECT_UI_URL": "https://runs.example.com/"}).prefect_ui_url == "https://runs.example.com"
    )
    assert Settings.from_env({"PREFECT_UI_URL": "javascript:alert(1)"}).prefect_ui_url == ""
