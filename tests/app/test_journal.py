"""What happened is written down, and played again it has the same effects."""

import errno
import os
import stat

import msgspec
import pytest
import trio
from hypothesis import given, settings
from hypothesis import strategies as st
from test_session import skills

from jumping import jumping
from lorgnette.app import journal as journals
from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.app.journal import Journal, read, replay
from lorgnette.app.session import session as live
from lorgnette.core import events as on
from lorgnette.core.conversation import step
from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import CHINESE, ENGLISH, Gesture
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import Stage, act, stage_engines

SENTENCES = st.sampled_from(
    [
        "say a b c d e f",
        "greet me",
        "paint it",
        "green",
        "burn it",
        "yes",
        "no",
        "stop",
        "break",
        "?",
    ]
)
TIMES = st.integers(0, 60).map(lambda tenths: tenths / 10)
CUES = st.lists(
    st.tuples(st.just("says"), SENTENCES, TIMES)
    | st.tuples(st.just("types"), SENTENCES, TIMES)
    | st.tuples(st.just("touches"), st.sampled_from(Gesture), TIMES)
    | st.tuples(st.just("presses"), st.just(""), TIMES)
    | st.tuples(st.just("coughs"), st.just(""), TIMES),
    max_size=6,
)


def staged(cues):
    """A stage with these cues; nobody says two things at once."""
    stage, free = Stage(), 0.0
    for kind, what, at in sorted(cues, key=lambda cue: cue[2]):
        match kind:
            case "says" if at >= free:
                free = at + 1.2
                stage.says(what, at=at, until=at + 1.0)
            case "types":
                stage.types(what, at=at)
            case "touches":
                stage.touches(what, at=at)
            case "presses":
                stage.presses(at=at, until=at + 1.0)
            case "coughs" if at >= free:
                stage.coughs(at=at)
    return stage


def as_json(effects):
    return [msgspec.json.encode(effect, enc_hook=str) for effect in effects]


@pytest.mark.slow
@given(CUES)
@settings(max_examples=6)
def test_a_replay_has_the_same_effects(tmp_path_factory, cues):
    path = tmp_path_factory.mktemp("journal") / "journal.jsonl"
    happened = []

    def noting(event, state):
        after, effects = step(event, state)
        happened.append((msgspec.json.encode(event, enc_hook=str), as_json(effects)))
        return after, effects

    async def main():
        stage = staged(cues)
        engines = stage_engines(stage)
        async with Hub(Config(), Catalogue([skills()]), engines) as hub:
            hub.make_journal = lambda _: Journal(path, trio.current_time, ENGLISH)
            await act(hub, stage, until=stage.last_cue + 3)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(live, "step", noting)
        trio.run(main, clock=jumping())
    with path.open(encoding="utf-8") as lines:
        language, entries = read(lines)

    again = [
        (msgspec.json.encode(entry.event, enc_hook=str), as_json(effects))
        for entry, _, effects in replay(language, entries)
    ]
    assert again == happened


def test_only_the_owner_can_read_it(tmp_path):
    path = tmp_path / "deep" / "journal.jsonl"
    journal = Journal(path, lambda: 1.0, CHINESE)
    journal.write(on.SpeechStarted())
    journal.close()

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert read(iter(path.read_text().splitlines()))[0].language == CHINESE


def test_every_line_is_on_disk_at_once(tmp_path):
    journal = Journal(tmp_path / "journal", lambda: 1.0, ENGLISH)
    journal.write(on.Woke("hey jarvis"))

    assert len((tmp_path / "journal").read_text().splitlines()) == 2
    journal.close()
    journal.close()
    journal.write(on.SpeechStarted())


def test_a_full_disk_ends_the_journal_and_not_the_conversation(tmp_path, monkeypatch):
    class Full:
        def write(self, _text):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        def close(self):
            pass

    journal = Journal(tmp_path / "journal", lambda: 1.0, ENGLISH)
    journal.file.close()
    journal.file = Full()
    journal.write(on.SpeechStarted())
    journal.write(on.SpeechStarted())

    assert journal.file is None


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(StoreFailed, match="cannot write the journal"):
        Journal(tmp_path / "file" / "journal", lambda: 1.0, ENGLISH)


async def test_a_hub_whose_journal_cannot_be_written_goes_on(caplog):
    def full(_session):
        raise StoreFailed("cannot write the journal: the disk is full")

    stage = Stage().types("greet me", at=0.1)
    async with Hub(Config(), Catalogue([skills()]), stage_engines(stage)) as hub:
        hub.make_journal = full
        await act(hub, stage)

    assert stage.ear == "hello"
    assert "the disk is full" in caplog.text


@given(st.lists(st.text(max_size=40) | st.just('{"journal": 1}'), max_size=4))
@settings(max_examples=60)
def test_any_lines_are_a_journal_or_one_sentence(lines):
    said = ""
    try:
        journals.read(iter(lines))
    except ValueError as error:
        said = str(error)
    assert not said or said.startswith("line ")
