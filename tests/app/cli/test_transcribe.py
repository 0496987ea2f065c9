"""`lorgnette transcribe`: recordings in, transcripts out."""

import json
import os
import signal
import subprocess
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile

from lorgnette.app.cli import main
from lorgnette.app.transcribing import engines, recording
from lorgnette.core.errors import ConfigurationError, EngineFailed, UnsupportedLanguage
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.testing.recognisers import ScriptedRecogniser
from lorgnette.testing.signals import ScriptedVoiceActivity, quiet, voiced

SPOKEN = Path(__file__).parents[3] / "src/lorgnette/app/demo/voices"
TALK = quiet(1.2) + voiced(1) + quiet(1)


@pytest.fixture(autouse=True)
def home(monkeypatch, tmp_path):
    """A user with two recordings."""
    monkeypatch.setenv("LORGNETTE_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("LORGNETTE_CONFIG", str(tmp_path / "lorgnette.toml"))
    monkeypatch.chdir(tmp_path)
    for name in ("one.mp3", "two.mp3"):
        (tmp_path / name).write_bytes(TALK)
    return tmp_path


@pytest.fixture
def scripted(monkeypatch):
    """Engines that follow a script, and files that are sound as they stand."""

    def use(*said, recogniser=None):
        house = SimpleNamespace(opened=0)

        @asynccontextmanager
        async def engines_for(_config, language):
            house.opened += 1
            async with (recogniser := made).open(language):
                recogniser.opened.clear()
            yield made, ScriptedVoiceActivity()

        @asynccontextmanager
        async def opened(path):
            if not path.exists():
                raise ConfigurationError(f"cannot read {path}: there is no such file")
            sound = [path.read_bytes()]

            async def following():
                return sound.pop() if sound else b""

            yield SimpleNamespace(seconds=None, began=None, next=following)

        made = recogniser or ScriptedRecogniser(*said)
        monkeypatch.setattr(engines, "engines_for", engines_for)
        monkeypatch.setattr(recording, "opened", opened)
        return house

    return use


def test_one_recording_goes_to_standard_output(scripted, capsys):
    scripted("hello there")

    assert main(["transcribe", "one.mp3"]) == 0

    out, err = capsys.readouterr()
    assert out == "# one\n\n0:03\n\n`0:01` hello there\n"
    assert err.startswith("one.mp3: ")


@pytest.mark.parametrize(
    ("arguments", "beginning"),
    [
        (["--to", "srt"], "1\n00:00:01,"),
        (["--to", "vtt"], "WEBVTT\n"),
        (["--to", "txt"], "hello there\n"),
        (["--to", "json"], "{"),
        (["--to", "docx"], "PK"),
    ],
)
def test_in_every_format(scripted, capfdbinary, arguments, beginning):
    scripted("hello there")

    assert main(["transcribe", "one.mp3", *arguments]) == 0

    assert capfdbinary.readouterr().out.startswith(beginning.encode())


def test_several_recordings_go_beside_them_with_the_engines_loaded_once(scripted, home, capsys):
    house = scripted("hello there", "goodbye")

    assert main(["transcribe", "one.mp3", "two.mp3", "--to", "txt"]) == 0

    assert (home / "one.txt").read_text() == "hello there\n"
    assert (home / "two.txt").read_text() == "goodbye\n"
    assert house.opened == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "two.mp3: written to two.txt" in err


def test_the_name_of_the_file_says_the_format(scripted, home):
    scripted("hello there")

    assert main(["transcribe", "one.mp3", "--out", "said.json"]) == 0

    assert json.loads((home / "said.json").read_text())["lines"][0]["text"] == "hello there"


def test_minutes_stand_before_what_was_said(scripted, capsys):
    scripted("we decided to go by train")

    assert main(["transcribe", "one.mp3", "--minutes"]) == 0

    out, err = capsys.readouterr()
    assert "## Decisions\n\n- «we decided to go by train» [1 · 0:01]\n" in out
    assert out.endswith("## Transcript\n\n`0:01` we decided to go by train\n")
    assert "one: the file does not tell when it was made" in err


def test_minutes_are_part_of_the_json(scripted, home):
    scripted("I'll call the bank")

    assert main(["transcribe", "one.mp3", "--minutes", "--out", "said.json"]) == 0

    [action] = json.loads((home / "said.json").read_text())["minutes"]["actions"]
    assert action["quotes"] == [{"line": 1, "text": "I'll call the bank"}]


def test_subtitles_have_no_minutes(scripted, home, capsys):
    scripted("we decided to go by train")

    assert main(["transcribe", "one.mp3", "--minutes", "--out", "said.srt"]) == 1

    assert not (home / "said.srt").exists()
    assert capsys.readouterr().err == (
        "lorgnette: minutes cannot be written as srt: use --to md or --to txt or --to json"
        " or --to docx\n"
    )


def test_one_that_cannot_be_read_stops_no_other(scripted, home, capsys):
    scripted("hello there")

    assert main(["transcribe", "nothing.mp3", "one.mp3", "--to", "txt"]) == 1

    assert (home / "one.txt").read_text() == "hello there\n"
    assert not (home / "nothing.txt").exists()
    assert "cannot read nothing.mp3: there is no such file" in capsys.readouterr().err


def test_a_language_that_is_not_known_is_one_sentence(monkeypatch, capsys):
    @asynccontextmanager
    async def engines_for(_config, language):
        raise UnsupportedLanguage(f"this recogniser knows English, not {language!r}")
        yield

    monkeypatch.setattr(engines, "engines_for", engines_for)

    assert main(["transcribe", "one.mp3", "--lang", "xx"]) == 1
    assert capsys.readouterr().err == "lorgnette: this recogniser knows English, not 'xx'\n"


class Stopping(ScriptedRecogniser):
    """Hears one utterance, then `error` happens."""

    def __init__(self, error):
        super().__init__("hello there")
        self._error = error

    def open(self, language, vocabulary=None):
        if self.opened:
            raise self._error
        return super().open(language, vocabulary)


@pytest.mark.parametrize(
    ("error", "code"), [(KeyboardInterrupt(), 130), (EngineFailed("it broke"), 1)]
)
def test_whatever_stops_it_what_was_heard_is_kept(scripted, home, capsys, error, code):
    (home / "one.mp3").write_bytes(TALK * 2)
    scripted(recogniser=Stopping(error))

    assert main(["transcribe", "one.mp3", "--out", "said.txt"]) == code

    assert (home / "said.txt").read_text() == "hello there\n"
    err = capsys.readouterr().err
    assert "what was said until then is kept" in err
    assert "Traceback" not in err


def lorgnette(*arguments):
    """A process of its own, as a user starts it."""
    return subprocess.Popen(
        [sys.executable, "-m", "lorgnette", "transcribe", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )


def spoken(path, times=1):
    """A recording of somebody who asks for something again and again."""
    voice, rate = soundfile.read(SPOKEN / "tokyo.flac", dtype="int16")
    assert rate == SAMPLE_RATE
    soundfile.write(path, np.tile(np.concatenate([voice, np.zeros(rate, "int16")]), times), rate)
    return path


@pytest.mark.real
def test_a_recording_of_a_voice(tmp_path):
    spoken(tmp_path / "talk.wav", 2)

    with lorgnette(tmp_path / "talk.wav", "--to", "json") as process:
        out, err = process.communicate(timeout=120)

    assert process.returncode == 0, err
    lines = json.loads(out)["lines"]
    assert len(lines) == 2
    assert all("time" in line["text"].lower() for line in lines)
    assert "talk.wav: 100 %" in err


@pytest.mark.real
def test_control_c_keeps_what_was_heard(tmp_path):
    spoken(tmp_path / "talk.wav", 400)

    with lorgnette(tmp_path / "talk.wav", "--out", tmp_path / "said.txt") as process:
        while " 10 %" not in process.stderr.readline():
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=120)

    assert process.returncode == 130
    assert "what was said until then is kept" in err
    assert "Traceback" not in err
    assert "time" in (tmp_path / "said.txt").read_text().lower()


@pytest.mark.real
def test_a_language_that_the_embedded_recogniser_does_not_know(tmp_path, capsys):
    assert main(["transcribe", "one.mp3", "--lang", "zh"]) == 1

    assert capsys.readouterr().err == "lorgnette: this recogniser knows English, not 'zh'\n"


def test_only_who_says_so_keeps_what_was_said(scripted, capsys):
    scripted("the budget is fine")

    assert main(["transcribe", "one.mp3"]) == 0
    assert main(["meetings", "list"]) == 0
    assert "No meetings are kept." in capsys.readouterr().out
    assert main(["transcribe", "one.mp3", "--keep"]) == 0
    assert "one: kept as meeting 1" in capsys.readouterr().err
    assert main(["meetings", "search", "budget"]) == 0
    assert "  the budget is fine\n" in capsys.readouterr().out
