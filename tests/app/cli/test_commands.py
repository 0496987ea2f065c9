"""The commands that only print."""

import io
import json
import sys

import pytest

from lorgnette.app import config
from lorgnette.app.cli import main

SKILL = '''
from lorgnette.skills import Reply, Skill, Turn

skill = Skill("parrot")

@skill.action("repeat {words}")
async def repeat(turn: Turn, words: str) -> Reply:
    """Say it again."""
    return Reply(say=words)
'''


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A user who has one skill of their own."""
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "lorgnette.toml"))
    (tmp_path / "parrot.py").write_text(SKILL)
    return tmp_path


def objects(out):
    """The objects of JSON lines."""
    return [json.loads(line) for line in out.splitlines()]


def test_the_configuration_that_is_printed_can_be_kept(home, capsys):
    assert main(["config"]) == 0
    (home / "lorgnette.toml").write_text(capsys.readouterr().out)
    assert main(["config"]) == 0
    assert capsys.readouterr().out == (home / "lorgnette.toml").read_text()
    assert config.read() == config.Config()


def test_the_place_of_the_configuration(home, capsys):
    assert main(["config", "--path"]) == 0
    assert capsys.readouterr().out.strip() == str(home / "lorgnette.toml")


def test_skills_are_listed_with_their_sentences(home, capsys):
    assert main(["skills", "--skill", str(home / "parrot.py"), "--json"]) == 0

    lines = {line["action"]: line for line in objects(capsys.readouterr().out)}
    assert lines["parrot.repeat"]["summary"] == "Say it again."
    assert lines["parrot.repeat"]["sentences"] == ["repeat {words}"]


def test_models_are_listed_with_their_licence(capsys):
    assert main(["models", "--json"]) == 0

    models = objects(capsys.readouterr().out)
    assert {"recogniser", "voice-activity", "voice", "wake-word"} <= {m["engine"] for m in models}
    assert all(model["licence"] for model in models)
    assert all(model["present"] or model["get"] for model in models)
    assert main(["models"]) == 0
    assert "hey jarvis" in capsys.readouterr().out


def test_a_sentence_is_answered(home, capsys):
    command = ["ask", "repeat hello there", "--skill", str(home / "parrot.py"), "--only-skill"]
    assert main([*command, "--json"]) == 0

    lines = objects(capsys.readouterr().out)
    assert [line["type"] for line in lines] == ["heard", "intent", "card", "say", "done"]
    assert lines[0]["text"] == "repeat hello there"
    assert lines[1]["slots"] == {"words": "hello there"}
    assert lines[3] | {"at": 0} == {"at": 0, "type": "say", "text": "hello there", "language": "en"}
    assert all(line["at"] >= 0 for line in lines)


@pytest.mark.parametrize("text", ["", "   ", "\udcff\udcfe", "\0", "你好", "x" * 10_000])
def test_any_sentence_gets_an_answer(text, home, capsys):
    command = ["ask", text, "--skill", str(home / "parrot.py"), "--only-skill"]
    assert main([*command, "--json"]) == 0
    assert objects(capsys.readouterr().out)[-1]["type"] == "done"


def test_the_everyday_glasses_say_everything(home, capsys):
    command = ["ask", "repeat hello", "--skill", str(home / "parrot.py"), "--only-skill"]
    assert main([*command, "--profile", "everyday", "--json"]) == 0
    assert "say" in [line["type"] for line in objects(capsys.readouterr().out)]


def test_a_terminal_that_knows_no_chinese_is_no_reason_to_break(home, monkeypatch):
    narrow = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", narrow)

    command = ["ask", "repeat 你好", "--skill", str(home / "parrot.py"), "--only-skill"]
    assert main(command) == 0
    narrow.flush()
    assert rb"\u4f60\u597d" in narrow.buffer.getvalue()


def test_a_journal_is_played_again(home, capsys):
    (home / "lorgnette.toml").write_text("[privacy]\njournal = true\n")
    command = ["ask", "repeat hello", "--skill", str(home / "parrot.py"), "--only-skill"]
    assert main(command) == 0
    [journal] = (home / "data" / "journals").iterdir()
    capsys.readouterr()

    assert main(["replay", str(journal), "--json"]) == 0

    lines = objects(capsys.readouterr().out)
    assert [line["event"]["type"] for line in lines][:2] == ["heard", "answered"]
    assert lines[0]["effects"][-1]["type"] == "run"
    assert main(["replay", str(journal)]) == 0
    assert "hello" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "line 1"),
        (b"not json\n", "line 1"),
        (b"[1]\n", "line 1"),
        (b"{}\n", "line 1"),
        (b'{"journal": 2}\n', "line 1"),
        (b'{"journal": 1}\n{"at": 0, "event": {"type": "dance"}}\n', "line 2"),
        (b'{"journal": 1}\n' + b"[" * 100_000 + b"\n", "line 2"),
        (b'{"journal": 1}\n\xff\xfe\n', "journal"),
    ],
)
def test_what_is_no_journal_is_one_sentence(content, says, home, capsys):
    (home / "journal").write_bytes(content)

    assert main(["replay", str(home / "journal")]) == 1
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
