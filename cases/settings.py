"""What an installation sets, read once at the door from the environment (`VOUCH_…`)."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from cases.errors import BadInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Lender:
    """Who the letters come from. The name and the address must be set before a letter goes out."""

    name: str = "[Lender name: set VOUCH_LENDER_NAME]"
    address: str = "[Lender address: set VOUCH_LENDER_ADDRESS]"
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All settings. `from_env` fills them; tests and tools may build them directly."""

    data_dir: Path = Path(".vouch")
    database_url: str
    """Of the case store: `sqlite:///…` or `postgresql://…`."""
    blob_dir: Path
    prefect_home: Path
    policies_dir: Path
    """The lender's own policies, which stand in the place of those that come with Vouch."""
    prefect_database_url: str | None = None
    """None: Prefect's own SQLite file in `prefect_home`."""
    prefect_port: int = 4200
    portal_port: int = 8600
    portal_address: str = "http://127.0.0.1:8600"
    """The address by which people reach the portal; links and QR codes begin with it. With https:// cookies are sent
    encrypted only."""
    prefect_ui_url: str = ""
    """Where people reach Prefect's UI, when that is not this machine's own (PREFECT_UI_URL, as Prefect has it)."""
    ocr_models: Path | None = None
    """A folder of model weights to use instead of those that come with the installation."""
    readers: int = 2
    """Processes that read pages, 1 to 64."""
    lease_seconds: int = 120
    """For how long a worker holds a case without renewing its claim."""
    max_attempts: int = 3
    """How often a case may lose its worker before it is failed."""
    page_timeout_seconds: int = 120
    lender: Lender = Lender()

    @property
    def https(self) -> bool:
        """Whether people reach the portal encrypted."""
        return self.portal_address.startswith("https://")

    @property
    def lease(self) -> dt.timedelta:
        return dt.timedelta(seconds=self.lease_seconds)

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """The settings that the environment gives, defaults for the rest.

        Raises BadInput for a value that cannot be used and for a variable that looks like a misspelt one.
        """
        given = {name: value.strip() for name, value in environ.items() if name.startswith("VOUCH_")}
        _refuse_misspelt(given)
        data = Path(given.get("VOUCH_DATA") or ".vouch").expanduser().absolute()
        models = given.get("VOUCH_OCR_MODELS")
        portal_port = _number(given, "VOUCH_PORTAL_PORT", cls._default("portal_port"), 1, 65535)
        return cls(
            data_dir=data,
            database_url=_database(given, "VOUCH_DATABASE_URL") or f"sqlite:///{data / 'cases.db'}",
            blob_dir=Path(given.get("VOUCH_BLOBS") or data / "blobs").expanduser().absolute(),
            prefect_home=Path(given.get("VOUCH_PREFECT_HOME") or data / "prefect").expanduser().absolute(),
            policies_dir=Path(given.get("VOUCH_POLICIES") or data / "policies").expanduser().absolute(),
            prefect_database_url=_database(given, "VOUCH_PREFECT_DATABASE_URL"),
            prefect_port=_number(given, "VOUCH_PREFECT_PORT", cls._default("prefect_port"), 1, 65535),
            prefect_ui_url=_web_address(environ.get("PREFECT_UI_URL", "")),
            portal_port=portal_port,
            portal_address=_address(given, portal_port),
            ocr_models=Path(models).expanduser().absolute() if models else None,
            readers=_number(given, "VOUCH_READERS", cls._default("readers"), 1, 64),
            lease_seconds=_number(given, "VOUCH_LEASE_SECONDS", cls._default("lease_seconds"), 5, 86400),
            max_attempts=_number(given, "VOUCH_MAX_ATTEMPTS", cls._default("max_attempts"), 1, 100),
            page_timeout_seconds=_number(
                given, "VOUCH_PAGE_TIMEOUT_SECONDS", cls._default("page_timeout_seconds"), 1, 3600
            ),
            lender=_lender(given),
        )

    @classmethod
    def _default(cls, name: str) -> int:
        """A default of the class, which slots hide behind their descriptors."""
        return int(str(cls.__dataclass_fields__[name].default))


VARIABLES = frozenset(
    {
        "VOUCH_DATA",
        "VOUCH_DATABASE_URL",
        "VOUCH_BLOBS",
        "VOUCH_POLICIES",
        "VOUCH_PREFECT_HOME",
        "VOUCH_PREFECT_DATABASE_URL",
        "VOUCH_PREFECT_PORT",
        "VOUCH_PORTAL_PORT",
        "VOUCH_PORTAL_ADDRESS",
        "VOUCH_OCR_MODELS",
        "VOUCH_READERS",
        "VOUCH_LEASE_SECONDS",
        "VOUCH_MAX_ATTEMPTS",
        "VOUCH_PAGE_TIMEOUT_SECONDS",
        "VOUCH_LENDER_NAME",
        "VOUCH_LENDER_ADDRESS",
        "VOUCH_LENDER_PHONE",
        "VOUCH_LENDER_EMAIL",
    }
)
"""Every variable that is read. Names in `VOUCH_TEST_` belong to the tests and are left alone."""


def _refuse_misspelt(given: Mapping[str, str]) -> None:
    for name in sorted(given.keys() - VARIABLES):
        near = get_close_matches(name, VARIABLES, n=1, cutoff=0.8)
        if near and not name.startswith("VOUCH_TEST_"):
            raise BadInput(f"There is no setting {name}; did you mean {near[0]}?")


def _number(given: Mapping[str, str], name: str, default: int, low: int, high: int) -> int:
    text = given.get(name, "")
    if not text:
        return default
    if not re.fullmatch(r"[0-9]{1,9}", text) or not low <= int(text) <= high:
        raise BadInput(f"{name} must be a whole number from {low} to {high}, not {text!r}.")
    return int(text)


def _web_address(text: str) -> str:
    """An address that may stand in a link; one of another kind is left out."""
    return text.rstrip("/") if re.fullmatch(r"https?://[^\s\"'<>]+", text) else ""


def _address(given: Mapping[str, str], port: int) -> str:
    """By which people reach the portal; this machine's own when nothing is set."""
    address = given.get("VOUCH_PORTAL_ADDRESS", "")
    if not address:
        return f"http://127.0.0.1:{port}"
    if not re.fullmatch(r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?/?", address):
        raise BadInput(f"VOUCH_PORTAL_ADDRESS must look like https://loans.example.com, not {address!r}.")
    return address.rstrip("/")


def _database(given: Mapping[str, str], name: str) -> str | None:
    """A database address; the message never repeats it, for it may hold a password."""
    url = given.get(name, "")
    if not url:
        return None
    if not re.match(r"(sqlite|postgresql|postgres)(\+[a-z0-9]+)?://", url):
        raise BadInput(f"{name} must begin with sqlite:/// or postgresql://.")
    return url


def _lender(given: Mapping[str, str]) -> Lender:
    email = given.get("VOUCH_LENDER_EMAIL", "")
    if email and not re.fullmatch(r"[^@\s]+@[^@\s]+", email):
        raise BadInput(f"VOUCH_LENDER_EMAIL must be an e-mail address, not {email!r}.")
    usual = Lender()
    return Lender(
        name=given.get("VOUCH_LENDER_NAME") or usual.name,
        address=given.get("VOUCH_LENDER_ADDRESS") or usual.address,
        phone=given.get("VOUCH_LENDER_PHONE", ""),
        email=email,
    )
