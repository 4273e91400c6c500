"""Fictional numbers that are formally right: their check digits hold."""

from __future__ import annotations

USCC_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
USCC_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)


def gb_iban(bank: str, sort_code: str, account: str) -> str:
    """A British IBAN with its check digits (ISO 13616)."""
    inside = f"{bank}{sort_code.replace('-', '')}{account}"
    digits = "".join(str(int(character, 36)) for character in f"{inside}GB00")
    return f"GB{98 - int(digits) % 97:02d}{inside}"


def uscc(first_seventeen: str) -> str:
    """A unified social credit code with its check character (GB 32100-2015)."""
    total = sum(USCC_LETTERS.index(one) * weight for one, weight in zip(first_seventeen, USCC_WEIGHTS, strict=True))
    return first_seventeen + USCC_LETTERS[(31 - total % 31) % 31]
