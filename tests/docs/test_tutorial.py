"""The tutorial is executed: its file is written as the reader would, its commands are typed."""

import json
import re
import shlex
from pathlib import Path

import pytest

from lorgnette.app.cli import main

TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial" / "your-first-skill.md"
BLOCK = re.compile(r"```(python|console)\n(.*?)```", re.DOTALL)


def steps():
    """The tutorial's console blocks, each with the skill as it is at that point."""
    code = ""
    for kind, text in BLOCK.findall(TUTORIAL.read_text(encoding="utf-8")):
        if kind == "python":
            code += text
        else:
            command, *expected = text.strip().splitlines()
            yield pytest.param(code, command, expected, id=command[:60])


def is_part(small, large):
    """Whether everything that is said about a line is true of it."""
    if isinstance(small, dict):
        return all(key in large and is_part(value, large[key]) for key, value in small.items())
    return small == large


@pytest.mark.asyncio
@pytest.mark.parametrize(("code", "command", "expected"), list(steps()))
def test_what_the_tutorial_says_is_what_happens(
    code, command, expected, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "none.toml"))
    Path("coffee.py").write_text(code, encoding="utf-8")

    assert main(shlex.split(command.removeprefix("$ lorgnette "))) == 0

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    for wanted in map(json.loads, expected):
        assert any(is_part(wanted, line) for line in lines), (wanted, lines)
    assert [line["type"] for line in lines] == [json.loads(line)["type"] for line in expected]
