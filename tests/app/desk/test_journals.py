"""The last events of a session are at hand, and replayed they have the same effects."""

import functools
import json

import msgspec
import pytest
import trio
from house import ANN, OWNER, house
from hypothesis import given, settings
from hypothesis import strategies as st
from test_journal import CUES, staged
from test_session import skills

from jumping import jumping
from lorgnette.app import journal
from lorgnette.app.cli import main
from lorgnette.app.desk import recent as recents
from lorgnette.app.desk.journals import Journals
from lorgnette.app.session import session as live
from lorgnette.core.conversation import step
from lorgnette.core.errors import NotFound


async def text_of(stream):
    """All of a stream."""
    return b"".join([piece async for piece in stream])


async def replayed(home, text):
    """What the hub says to a journal."""
    return json.loads(await text_of(home.desk.journals.replay(text)))


async def test_the_newest_session_comes_first_and_others_by_number():
    async with house(skills()) as home:
        await home.hears("say one")
        await home.hears("say two")
        newest, older = home.desk.journals.sessions(OWNER)
        two = await text_of(home.desk.journals.journal(OWNER, None))
        one = await text_of(home.desk.journals.journal(OWNER, older.session))

    assert (newest.session, older.session, newest.connected) == (2, 1, False)
    assert newest.events == two.count(b"\n") - 1
    assert b"say two" in two
    assert b"say one" in one
    assert b"say two" not in one


async def test_nobody_gets_the_journal_of_another_wearer():
    async with house(skills()) as home:
        await home.hears("say mine")

        assert home.desk.journals.sessions(ANN) == []
        for number in (None, 1):
            with pytest.raises(NotFound):
                await text_of(home.desk.journals.journal(ANN, number))


@pytest.mark.slow
@settings(max_examples=10)
@given(CUES)
def test_a_replay_has_the_effects_there_were(cues):
    async def play():
        effects = []

        def noted(event, state):
            after = step(event, state)
            effects.append(json.loads(msgspec.json.encode(after[1], enc_hook=str)))
            return after

        live.step = noted
        try:
            async with house(skills(), stage=(stage := staged(cues))) as home:
                await home.plays(stage)
                so_far = list(effects)
                text = await text_of(home.desk.journals.journal(OWNER, None))
                return so_far, await replayed(home, text.decode())
        finally:
            live.step = step

    effects, again = trio.run(play, clock=jumping())
    assert [each["effects"] for each in again] == effects


async def test_of_a_long_session_the_last_part_is_kept_and_replayed(monkeypatch):
    monkeypatch.setattr(recents, "MOST_EVENTS", 60)
    async with house(skills()) as home:
        await home.hears(*["say a b c d e"] * 6)
        text = (await text_of(home.desk.journals.journal(OWNER, None))).decode()
        again = await replayed(home, text)

    state, entries = journal.read(iter(text.splitlines()))
    assert len(entries) == 60
    assert state.epoch > 0
    assert again[-1]["epoch"] == 7
    assert any(effect["type"] == "speak" for each in again for effect in each["effects"])


async def test_what_is_downloaded_is_what_the_command_replays(tmp_path, capsys):
    async with house(skills()) as home:
        await home.hears("say one", "paint it")
        text = await text_of(home.desk.journals.journal(OWNER, None))
        again = await replayed(home, text.decode())
    file = tmp_path / "journal.jsonl"
    file.write_bytes(text)

    assert main(["replay", "--json", str(file)]) == 0
    printed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert printed == again


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("[]", 1),
        ('{"journal":2}', 1),
        ('{"journal":1}\n{"at":0,"event":{"type":"nothing"}}', 2),
        ('{"journal":1}\n{"at":0,"event":{"type":"speech_started"}}\n\n', 3),
        ('{"journal":1}\n' + "[" * 100_000, 2),
        ('{"journal":1,"state":{"epoch":"one"}}', 1),
    ],
)
async def test_what_is_no_journal_is_named_by_its_line(text, line):
    async with house(skills()) as home:
        with pytest.raises(ValueError, match=f"line {line}:"):
            await text_of(home.desk.journals.replay(text))


async def test_a_line_separator_in_a_text_ends_no_line():
    async with house(skills()) as home:
        await home.hears("say one\u2028two")
        text = (await text_of(home.desk.journals.journal(OWNER, None))).decode()

        assert "\u2028" in text
        assert await replayed(home, text)
        assert await replayed(home, '{"journal":1}') == []


@functools.cache
def lines_of_a_talk():
    """A journal with a bit of everything."""

    async def play():
        async with house(skills()) as home:
            await home.hears("paint it", "green", "burn it", "yes", "say a b c")
            return await text_of(home.desk.journals.journal(OWNER, None))

    text = trio.run(play, clock=jumping())
    return text.decode().splitlines()


PICKS = st.lists(st.integers(0, 200) | st.text(max_size=20), max_size=30)


@given(PICKS, st.booleans())
def test_any_lines_are_replayed_or_refused(picks, whole_head):
    first, *lines = lines_of_a_talk()
    picked = [lines[pick % len(lines)] if isinstance(pick, int) else pick for pick in picks]
    text = "\n".join([first if whole_head else '{"journal":1}', *picked])
    try:
        again = json.loads(trio.run(text_of, Journals(None).replay(text)))
    except ValueError as error:
        assert str(error).startswith("line ")  # noqa: PT017 - either is fine
    else:
        assert len(again) == len(text.splitlines()) - 1
