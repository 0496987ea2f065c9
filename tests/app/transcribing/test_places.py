"""Transcripts go where they are wanted, and never over something else."""

from pathlib import Path

import pytest

from lorgnette.app.transcribing.places import beside, ending, places, put
from lorgnette.core.errors import ConfigurationError


@pytest.mark.parametrize(
    ("wanted", "out", "kind"),
    [
        (None, None, "md"),
        ("srt", None, "srt"),
        (None, Path("talk.VTT"), "vtt"),
        ("txt", Path("talk.vtt"), "txt"),
        (None, Path("folder"), "md"),
        (None, Path("talk.unknown"), "md"),
    ],
)
def test_the_format_is_the_one_asked_for_or_that_of_the_name(wanted, out, kind):
    assert ending(wanted, out) == kind


def test_one_file_goes_to_standard_output_or_where_it_is_told(tmp_path):
    file = tmp_path / "talk.mp3"

    assert places([file], None, "md") == [None]
    assert places([file], tmp_path / "said.md", "md") == [tmp_path / "said.md"]
    assert places([file], tmp_path, "md") == [tmp_path / "talk.md"]


def test_several_files_go_beside_their_recordings_or_into_a_folder(tmp_path):
    (tmp_path / "out").mkdir()
    files = [tmp_path / "one.mp3", tmp_path / "two.mp3"]

    assert places(files, None, "srt") == [tmp_path / "one.srt", tmp_path / "two.srt"]
    assert places(files, tmp_path / "out", "srt") == [
        tmp_path / "out" / "one.srt",
        tmp_path / "out" / "two.srt",
    ]


def test_a_name_that_is_taken_gets_a_number(tmp_path):
    (tmp_path / "talk.md").write_text("my own notes")
    files = [tmp_path / "talk.mp3", tmp_path / "talk.wav", tmp_path / "talk.mkv"]

    chosen = beside(files, None, "md")

    assert [place.name for place in chosen] == ["talk 2.md", "talk 3.md", "talk 4.md"]


def test_a_folder_that_is_not_there_is_said_before_the_work(tmp_path):
    with pytest.raises(ConfigurationError, match="there is no folder"):
        places([tmp_path / "talk.mp3"], tmp_path / "nowhere" / "talk.md", "md")
    with pytest.raises(ConfigurationError, match="there is no folder"):
        places([tmp_path / "a.mp3", tmp_path / "b.mp3"], tmp_path / "nowhere", "md")


def test_a_recording_is_never_written_over(tmp_path):
    file = tmp_path / "talk.json"
    file.write_bytes(b"sound")
    (tmp_path / "link.json").symlink_to(file)

    for out in (file, tmp_path / "link.json"):
        with pytest.raises(ConfigurationError, match="take the place of the recording"):
            places([file], out, "json")
    assert places([file], tmp_path, "json") == [tmp_path / "talk 2.json"]


def test_what_cannot_be_written_is_not_lost(tmp_path, capfdbinary):
    with pytest.raises(ConfigurationError, match=r"cannot write .*: Is a directory"):
        put(b"what was said", tmp_path)

    assert capfdbinary.readouterr().out == b"what was said"


def test_a_document_is_nothing_for_a_terminal(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    with pytest.raises(ConfigurationError, match="--out"):
        places([Path("talk.mp3")], None, "docx")
    assert places([Path("talk.mp3")], None, "md") == [None]
