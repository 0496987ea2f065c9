"""The command line as a user types it, in processes of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import lorgnette.app.demo

VOICES = Path(lorgnette.app.demo.__file__).parent / "voices"

pytestmark = pytest.mark.real


@pytest.fixture
def command(tmp_path):
    """Runs a command with nothing configured."""

    def run(*arguments, patience=100):
        environment = {
            **os.environ,
            "LORGNETTE_DATA": str(tmp_path / "data"),
            "LORGNETTE_CONFIG": str(tmp_path / "lorgnette.toml"),
        }
        return subprocess.run(
            [sys.executable, "-m", "lorgnette", *map(str, arguments)],
            capture_output=True, text=True, env=environment, timeout=patience, check=False,
        )  # fmt: skip

    return run


def heard_and_meant(done):
    """What was heard and meant in each file, from the lines of `--json`."""
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return [
        (line.get("file"), line["type"], line.get("text"), line.get("action"), line.get("slots"))
        for line in lines
        if line["type"] in ("heard", "intent")
    ]


def test_recordings_are_heard_the_same_at_any_speed(command):
    files = [VOICES / f"{name}.flac" for name in ("timer", "tokyo", "convert")]

    quick = command("hear", "--json", *files)
    real = command("hear", "--json", "--speed", "real", *files)

    assert (quick.returncode, real.returncode) == (0, 0), quick.stderr + real.stderr
    assert quick.stderr == ""
    assert heard_and_meant(quick) == heard_and_meant(real)
    actions = [action for _, kind, _, action, _ in heard_and_meant(quick) if kind == "intent"]
    assert actions == ["set_timer", "time_in", "convert_quantity"]


def test_lines_of_a_recording_come_in_order_with_times_from_its_first_sample(command):
    done = command("hear", "--json", VOICES / "timer.flac")

    lines = [json.loads(line) for line in done.stdout.splitlines()]
    kinds = [line["type"] for line in lines]
    times = [line["at"] for line in lines]
    assert times == sorted(times)
    wanted = ["wake", "speech_started", "heard", "intent", "card", "say", "sound", "done"]
    assert [kind for kind in kinds if kind in wanted] == wanted
    assert 0.3 < times[kinds.index("wake")] < 1.5
    assert lines[kinds.index("intent")]["slots"]["duration"]


def test_without_its_wake_word_a_recording_is_only_noise(command):
    assert heard_and_meant(command("hear", "--json", VOICES / "percent.flac")) == []
    assert heard_and_meant(command("hear", "--json", "--no-wake", VOICES / "percent.flac"))
    assert not heard_and_meant(
        command("hear", "--json", "--wake", "hey mycroft", VOICES / "timer.flac")
    )


@pytest.mark.slow
def test_the_demo_plays_to_its_end(command):
    done = command("demo", patience=240)

    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    assert "— ar glasses" in done.stdout
    assert "— everyday glasses" in done.stdout
    assert "to the first sound of the answer" in done.stdout


def test_a_typed_sentence_reaches_the_skills_that_need_an_engine(command):
    assert "Added to your list: milk." in command("ask", "put milk on my shopping list").stdout
    assert "On your list: milk." in command("ask", "what's on my shopping list").stdout


def test_a_full_disk_is_one_sentence():
    done = subprocess.run(
        f"{sys.executable} -m lorgnette skills > /dev/full",
        shell=True, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert done.stderr == "lorgnette: the disk is full: make room, and try again\n"


def test_a_reader_who_goes_away_is_no_error(tmp_path):
    done = subprocess.run(
        f"{sys.executable} -m lorgnette skills | head -n 1",
        shell=True, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip

    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_two_hubs_on_one_port_is_one_sentence(hub, command):
    port = hub.address.rpartition(":")[2]

    done = command("serve", "--port", port)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"cannot listen on 127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr


def test_bytes_that_are_no_text_are_no_reason_to_break(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "lorgnette", "ask", b"\xff\xfe", "--json"],
        capture_output=True, timeout=60, check=False,
        env={**os.environ, "LORGNETTE_DATA": str(tmp_path)},
    )  # fmt: skip

    assert done.returncode == 0
    assert done.stderr == b""
    assert json.loads(done.stdout.splitlines()[-1])["type"] == "done"
