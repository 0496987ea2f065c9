"""Activities of a running hub: recorded voices around the wearer, real link, real engines."""

import signal

import anyio
import pytest

from lorgnette.core.cards import Captions, List, words
from lorgnette.link.messages import Light, Show, Update

pytestmark = [pytest.mark.real, pytest.mark.asyncio]


def says(*wanted):
    """Whether a message shows captions with one of these words."""
    return lambda message: (
        isinstance(message.card, Captions)
        and any(word in " ".join(words(message.card)).lower() for word in wanted)
    )


async def test_what_is_said_around_appears_and_is_no_command(hub, wearing):
    async with wearing(hub.link) as wearer:
        wearer.glasses.type("start captions")
        await wearer.sees(Light, lambda light: light.purpose == "captions")
        await anyio.sleep(1)
        wearer.says("percent")
        await wearer.sees(Update, says("eighty", "80"))
        wearer.glasses.type("stop captions")
        await wearer.sees(Light, lambda light: light.purpose != "captions")
        answers = [message for _, message in wearer.arrived if isinstance(message, Show)]

    assert not any("12" in " ".join(words(answer.card)) for answer in answers)


async def test_what_is_said_to_the_hub_is_no_caption(hub, wearing):
    async with wearing(hub.link) as wearer:
        wearer.glasses.type("start captions")
        await wearer.sees(Light, lambda light: light.purpose == "captions")
        await anyio.sleep(1)
        wearer.says("convert")
        await wearer.sees(Show, lambda show: "8" in " ".join(words(show.card)), within=20)
        drawn = [message for _, message in wearer.arrived if isinstance(message, Update)]
        wearer.glasses.type("stop captions")

    assert not any(says("miles")(message) for message in drawn)


async def test_a_meeting_survives_a_killed_hub_and_ends_with_its_minutes(own_hub, wearing):
    hub = own_hub()
    async with wearing(hub.link) as wearer:
        wearer.glasses.type("start a meeting called offsite")
        await wearer.sees(Light, lambda light: light.purpose == "meetings")
        await anyio.sleep(1)
        wearer.says("note")
        await wearer.sees(Update, says("note"))
        await anyio.sleep(2.5)
        await anyio.to_thread.run_sync(hub.end, signal.SIGKILL)
        since = len(wearer.arrived)
        own_hub("--port", hub.address.rpartition(":")[2])
        await wearer.sees(Light, lambda light: light.purpose == "meetings", since=since)
        await anyio.sleep(1)
        wearer.says("percent")
        await wearer.sees(Update, says("eighty", "80"), since=since)
        await anyio.sleep(1.5)
        wearer.glasses.type("stop the meeting")
        minutes, _ = await wearer.sees(
            Update, lambda message: isinstance(message.card, List), since=since, within=30
        )
        asked = len(wearer.arrived)
        wearer.glasses.type("who said eighty")
        found, _ = await wearer.sees(
            Show, lambda show: "eighty" in " ".join(words(show.card)).lower(), since=asked
        )

    assert minutes.card.title == "offsite"
    assert "offsite" in " ".join(words(found.card))
