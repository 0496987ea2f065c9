"""`lorgnette meetings`: what a person does with their meetings on the command line."""

import asyncio
import io
import json
import zipfile
from datetime import UTC, datetime

import pytest

from lorgnette.app.cli import main
from lorgnette.app.cli.meetings import open_diary
from lorgnette.app.config import Config
from lorgnette.app.config import Hub as HubSettings
from lorgnette.core.transcripts import Line
from lorgnette.core.transcripts.exports.json_file import read
from lorgnette.core.types import ENGLISH

BEGAN = datetime(2026, 5, 5, 10, tzinfo=UTC)
SAID = (
    (1, "The budget for the launch is nine thousand euros."),
    (2, "We decided to go to Lisbon."),
    (1, "Can you book the hotel by Friday, Ben?"),
    (2, "Sure."),
)


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A user with one meeting."""
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "lorgnette.toml"))
    monkeypatch.chdir(tmp_path)

    async def hold(diary):
        meeting = await diary.begin("Launch: plan/B", BEGAN, ENGLISH)
        lines = [
            Line(at, at * 4.0, at * 4.0 + 3, text, who) for at, (who, text) in enumerate(SAID, 1)
        ]
        await diary.write(meeting.id, lines, seconds=20)
        await diary.name_speaker(meeting.id, 1, "Anna")
        await diary.mark(meeting.id, 9.0, "ask Carla")
        await diary.end(meeting.id)

    in_diary(tmp_path, hold)
    return tmp_path


def in_diary(home, work):
    """Do something with the meetings that the command reads; what it gives."""

    async def do():
        config = Config(hub=HubSettings(data=str(home / "data")))
        async with open_diary(config, None) as diary:
            return await work(diary)

    return asyncio.run(do())


def said_by(capsys, *arguments):
    """What a command prints."""
    assert main(["meetings", *arguments]) == 0
    return capsys.readouterr().out


def test_meetings_are_listed(capsys):
    assert said_by(capsys, "list") == "     1  2026-05-05 10:00      0:20  Launch: plan/B\n"
    [meeting] = json.loads(said_by(capsys, "list", "--json"))
    assert (meeting["id"], meeting["speakers"]) == (1, {"1": "Anna"})
    assert said_by(capsys, "list", "--wearer", "bob") == "No meetings are kept.\n"


def test_a_meeting_is_shown_with_its_minutes_and_its_lines(capsys):
    text = said_by(capsys, "show", "1")
    assert text.startswith("Launch: plan/B\n2026-05-05 10:00 · 0:20 · Anna, #2\n")
    assert "Decisions\n- «We decided to go to Lisbon.» [2 · 0:08]\n" in text
    assert "* 0:09 ask Carla\n" in text
    assert "[3] 0:12 Anna: Can you book the hotel by Friday, Ben?\n" in text

    whole = json.loads(said_by(capsys, "show", "1", "--json"))
    assert whole["minutes"]["decisions"][0]["quotes"][0]["line"] == 2
    assert len(whole["lines"]) == 4


def test_a_question_is_answered_with_lines(capsys):
    text = said_by(capsys, "search", "what", "did", "Anna", "say", "about", "the", "budget?")
    assert text == (
        "Launch: plan/B · 2026-05-05 · 0:04  (meeting 1, line 1)\n"
        "  Anna: The budget for the launch is nine thousand euros.\n"
    )
    for nothing in (
        ("budget", "--person", "ben"),
        ("hotel", "--until", "2026-05-04"),
        ("--", "-x"),
    ):
        assert said_by(capsys, "search", *nothing) == "Nothing was found.\n"
    assert len(json.loads(said_by(capsys, "search", "--person", "anna", "--json"))) == 2
    assert len(json.loads(said_by(capsys, "search", "--since", "2026-05-05", "--json"))) == 4
    assert (
        len(json.loads(said_by(capsys, "search", "--meeting", "1", "--limit", "3", "--json"))) == 3
    )


@pytest.mark.parametrize("ending", ["md", "txt", "srt", "vtt", "json", "docx"])
def test_a_meeting_is_exported_in_every_format(home, capsys, ending):
    said_by(capsys, "export", "1", "--out", f"meeting.{ending}")

    content = (home / f"meeting.{ending}").read_bytes()
    if ending == "docx":
        content = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
    text = content.decode()
    assert "nine thousand euros" in text
    assert ("Decisions" in text or '"decisions"' in text) is (ending not in ("srt", "vtt"))
    if ending == "json":
        assert len(read(content).lines) == 4


def test_an_export_goes_where_it_is_told(home, capsys):
    assert said_by(capsys, "export", "1").startswith("# Launch: plan/B\n")
    assert "Decisions" not in said_by(capsys, "export", "1", "--without-minutes")
    (home / "folder").mkdir()
    said_by(capsys, "export", "1", "--to", "srt", "--out", "folder")
    assert [file.name for file in (home / "folder").iterdir()] == ["Launch plan B.srt"]


def test_a_meeting_and_its_speakers_get_other_names(capsys):
    said_by(capsys, "rename", "1", "Launch")
    said_by(capsys, "rename", "1", "Ben", "--speaker", "2")
    assert said_by(capsys, "show", "1").startswith("Launch\n2026-05-05 10:00 · 0:20 · Anna, Ben\n")


def test_deleting_asks_first(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    asked = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "n")
    assert main(["meetings", "delete", "1"]) == 1
    assert asked == ["Delete for ever 1  2026-05-05 10:00      0:20  Launch: plan/B? [y/N] "]
    capsys.readouterr()
    assert "Launch" in said_by(capsys, "list")

    monkeypatch.setattr("builtins.input", lambda _question: "y")
    assert said_by(capsys, "delete", "1") == "Deleted: meeting 1.\n"
    assert said_by(capsys, "list") == "No meetings are kept.\n"


def test_who_says_yes_is_not_asked(home, capsys):
    assert said_by(capsys, "delete", "1", "--audio", "--yes").startswith("Deleted: the sound of")
    assert "Launch" in said_by(capsys, "list")
    said_by(capsys, "delete", "1", "--yes")
    content = b"".join(file.read_bytes() for file in (home / "data").rglob("*") if file.is_file())
    assert b"Lisbon" not in content
    assert b"lisbon" not in content


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "7"], "there is no meeting 7"),
        (["export", "7"], "there is no meeting 7"),
        (["delete", "7", "--yes"], "there is no meeting 7"),
        (["rename", "7", "x"], "there is no meeting 7"),
        (["show", "1", "--wearer", "bob"], "there is no meeting 1"),
        (["show", "1", "--wearer", "a/b"], "cannot be a wearer's name"),
        (["show", "1", "--rewrite"], "there is no thinker"),
        (["delete", "1"], "say --yes"),
        (["search"], "say what to look for"),
        (["search", "x", "--since", "yesterday"], "'yesterday' is no day such as 2026-03-31"),
        (["export", "1", "--out", "nowhere/x.md"], "there is no folder nowhere"),
    ],
)
def test_a_mistake_is_one_sentence(arguments, says, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert main(["meetings", *arguments]) == 1
    error = capsys.readouterr().err
    assert says in error
    assert error.count("\n") == 1
