"""What the documents say is there, is there; what is there, the documents say."""

from __future__ import annotations

import re

from tests.house.sources import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def targets() -> list[str]:
    return re.findall(r"^([a-z]+):.*##", MAKEFILE, flags=re.MULTILINE)


def test_every_make_target_is_told() -> None:
    untold = [target for target in targets() if f"make {target}" not in README + CONTRIBUTING]
    assert targets()
    assert not untold, f"README or CONTRIBUTING must say what these targets do: {untold}"


def test_every_make_target_named_in_the_documents_exists() -> None:
    named = set(re.findall(r"`make ([a-z]+)`", README + CONTRIBUTING))
    assert named
    assert named <= set(targets())


def test_every_command_is_told() -> None:
    from portal.cli import COMMANDS

    untold = [command for command in COMMANDS if f"vouch {command}" not in README]
    assert COMMANDS
    assert not untold, f"README must show these commands: {untold}"


def test_every_setting_is_told() -> None:
    from cases.settings import VARIABLES

    untold = [name for name in sorted(VARIABLES) if name not in README]
    assert VARIABLES
    assert not untold, f"README must say what these settings do: {untold}"


def test_the_four_recipes_end_in_a_command_that_proves_them() -> None:
    for thing in ("document kind", "rule", "letter", "country"):
        recipe = re.search(rf"## Add a {thing}\n(.+?)(?=\n## |\Z)", CONTRIBUTING, flags=re.DOTALL)
        assert recipe, f"CONTRIBUTING lacks the recipe 'Add a {thing}'"
        assert re.search(r"```sh\n[^`]+```\s*$", recipe.group(1).strip()), f"'Add a {thing}' must end in a command"


def test_files_that_the_documents_link_to_exist() -> None:
    for text in (README, CONTRIBUTING):
        for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
            assert (ROOT / link).exists(), f"a document links to {link}, which is not there"
