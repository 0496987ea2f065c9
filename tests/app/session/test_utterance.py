"""An utterance tells the recogniser's task when to think, and about what."""

import anyio
import pytest

from lorgnette.app.session.utterance import LONGEST_STEP, SHORTEST_STEP, Utterance

PIECE = 320


def feed(utterance: Utterance, samples: int) -> None:
    for first in range(utterance.heard, utterance.heard + samples, PIECE):
        utterance.feed(first, bytes(2 * PIECE))


async def ready(utterance: Utterance) -> bool:
    with anyio.move_on_after(0.1):
        await utterance.news()
        return True
    return False


async def test_a_little_sound_is_no_news():
    utterance = Utterance()
    feed(utterance, SHORTEST_STEP - PIECE)
    assert not await ready(utterance)


@pytest.mark.parametrize(
    ("length", "step"),
    [
        (0, SHORTEST_STEP),
        (SHORTEST_STEP, SHORTEST_STEP),
        (12 * SHORTEST_STEP, 4 * SHORTEST_STEP),
        (100 * SHORTEST_STEP, LONGEST_STEP),
    ],
)
async def test_partials_come_with_each_further_quarter(length, step):
    utterance = Utterance()
    if length:
        feed(utterance, length)
        await utterance.news()
    feed(utterance, step - PIECE)
    assert not await ready(utterance)
    feed(utterance, PIECE)
    assert await ready(utterance)


async def test_a_pause_is_the_moment_to_know():
    utterance = Utterance()
    feed(utterance, 3200)
    utterance.look(1600)
    assert await utterance.news() == bytes(6400)


async def test_a_pause_after_nothing_new_is_none():
    utterance = Utterance()
    feed(utterance, SHORTEST_STEP)
    await utterance.news()
    utterance.look(SHORTEST_STEP - PIECE)
    assert not await ready(utterance)


async def test_new_words_before_a_pause_make_older_thoughts_idle():
    utterance = Utterance()
    feed(utterance, SHORTEST_STEP)
    await utterance.news()
    feed(utterance, PIECE)
    with utterance.thinking:
        utterance.look(SHORTEST_STEP + PIECE)
        await anyio.sleep_forever()
    assert await utterance.news() == bytes(2 * PIECE)


async def test_silence_before_the_end_need_not_be_thought_about():
    utterance = Utterance()
    feed(utterance, SHORTEST_STEP)
    await utterance.news()
    feed(utterance, PIECE)
    utterance.end(SHORTEST_STEP)
    assert utterance.over
    assert await utterance.news() == b""


async def test_words_before_the_end_must_be():
    utterance = Utterance()
    feed(utterance, SHORTEST_STEP)
    await utterance.news()
    feed(utterance, PIECE)
    utterance.end(SHORTEST_STEP + PIECE)
    assert not utterance.over
    assert await utterance.news() == bytes(2 * PIECE)
    assert utterance.over


async def test_an_end_beyond_all_that_came_is_an_end():
    utterance = Utterance()
    feed(utterance, PIECE)
    utterance.end(SHORTEST_STEP)
    await utterance.news()
    assert utterance.over


async def test_a_dropped_utterance_is_news_at_once():
    utterance = Utterance()
    with utterance.thinking:
        utterance.drop()
        await anyio.sleep_forever()
    assert await utterance.news() == b""
    assert utterance.dropped
