"""The commands of the how-to pages are commands that there are."""

import re
import shlex
from pathlib import Path

import pytest

from lorgnette.app.cli import parser
from lorgnette.app.config import parsed

PAGES = sorted((Path(__file__).parents[2] / "docs" / "howto").glob("*.md"))
COMMAND = re.compile(r"^\s*\$ lorgnette (.+)$", re.MULTILINE)
SETTINGS = re.compile(r"```toml\n(.*?)```", re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_to_be_typed_is_understood(page):
    for line in COMMAND.findall(page.read_text(encoding="utf-8")):
        parser().parse_args(shlex.split(line, comments=True))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_to_be_configured_can_be(page):
    for text in SETTINGS.findall(page.read_text(encoding="utf-8")):
        if "[project" not in text:  # that one is a pyproject.toml
            parsed(text, page.name)
