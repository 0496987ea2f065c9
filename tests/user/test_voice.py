"""Somebody speaks to a running hub: recorded voices, the real link, the real engines."""

import anyio
import pytest
from living import TEN

from lorgnette.core.types import AR, EVERYDAY, Gesture
from lorgnette.link.messages import Heard, Show

pytestmark = [pytest.mark.real, pytest.mark.asyncio]


async def test_a_timer_is_set_shown_said_and_rings(hub, wearing):
    async with wearing(hub.link, AR) as wearer:
        wearer.says("timer")
        heard, _ = await wearer.sees(Heard)
        card, at = await wearer.sees(Show)
        said = await wearer.hears("timer")
        wearer.deaf()
        rang = await wearer.rings()
        ring = await wearer.hears("time")

    assert "timer" in heard.text.lower()
    assert "10" in card.card.title or "ten" in card.card.title
    assert any(word in said for word in TEN)
    assert rang - at == pytest.approx(10, abs=1.5)
    assert any(word in ring for word in TEN)


async def test_without_a_display_everything_is_heard(hub, wearing):
    async with wearing(hub.link, EVERYDAY) as wearer:
        wearer.says("timer")
        said = await wearer.hears("timer")
        await wearer.rings()

    assert any(word in said for word in TEN)
    assert not [message for _, message in wearer.arrived if isinstance(message, Show)]


async def test_without_the_wake_word_nothing_is_heard(hub, wearing):
    async with wearing(hub.link) as wearer:
        await anyio.sleep(wearer.says("percent") + 3)

    assert not [message for _, message in wearer.arrived if isinstance(message, Heard)]
    assert not wearer.glasses.speaker.recording


async def test_a_follow_up_needs_no_wake_word(hub, wearing):
    async with wearing(hub.link) as wearer:
        wearer.says("convert")
        await wearer.hears("kilo", "km", "eight", "mile")
        await anyio.sleep(0.5)
        since = len(wearer.arrived)
        wearer.says("percent")
        heard, _ = await wearer.sees(Heard, since=since)
        await wearer.hears("15", "fifteen")

    assert "eighty" in heard.text.lower() or "80" in heard.text


async def test_a_typed_sentence_is_answered_aloud(hub, wearing):
    async with wearing(hub.link) as wearer:
        wearer.glasses.type("what is fifteen percent of eighty")
        card, _ = await wearer.sees(Show)
        await wearer.hears("15", "fifteen")

    texts = [card.card.title, *(line.text for line in card.card.lines)]
    assert any("12" in text for text in texts)


async def test_a_tap_is_as_good_as_the_wake_word(hub, wearing):
    async with wearing(hub.link) as wearer:
        wearer.glasses.touch(Gesture.TAP)
        await anyio.sleep(0.5)
        wearer.says("percent")
        heard, _ = await wearer.sees(Heard)
        await wearer.hears("15", "fifteen")

    assert "eighty" in heard.text.lower() or "80" in heard.text


async def test_push_to_talk_is_as_good_as_the_wake_word(hub, wearing):
    async with wearing(hub.link) as wearer:
        wearer.glasses.talk(pressed=True)
        await anyio.sleep(wearer.says("percent") + 0.3)
        wearer.glasses.talk(pressed=False)
        heard, _ = await wearer.sees(Heard)
        await wearer.hears("15", "fifteen")

    assert "eighty" in heard.text.lower() or "80" in heard.text


@pytest.mark.parametrize("after", [0.8, 1.6, 2.4])
async def test_no_word_is_lost_when_the_connection_breaks(hub, wearing, after):
    async with wearing(hub.link) as wearer:
        session = wearer.glasses.link.session
        length = wearer.says("timer")
        await anyio.sleep(min(after, length - 0.2))
        wearer.cut()
        heard, _ = await wearer.sees(Heard)
        card, _ = await wearer.sees(Show)
        await wearer.hears("timer")
        times = [message for _, message in wearer.arrived if isinstance(message, Heard)]
        await wearer.rings()

    assert len(wearer.sockets) == 2
    assert wearer.glasses.link.session == session
    assert "timer" in heard.text.lower()
    assert "10" in card.card.title or "ten" in card.card.title
    assert len(times) == 1


async def test_two_wearers_at_once_hear_their_own_answer(hub, wearing):
    async with wearing(hub.link) as one, wearing(hub.link) as other:
        one.says("timer")
        other.says("convert")
        of_timer = await one.hears("timer")
        of_miles = await other.hears("kilo", "km", "eight", "mile")

    assert "kilo" not in of_timer
    assert "timer" not in of_miles
