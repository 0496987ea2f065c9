"""What was said is complete at every pause and at every end, though the network is behind."""

import anyio
import numpy as np
import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import CHINESE, ENGLISH
from lorgnette.providers.sherpa.streaming import StreamingHearing

BEHIND = 16_000


class Behind:
    """A network that says one word for each second with sound, a second after it."""

    def __init__(self):
        self.heard = []
        self.fails = False

    def listen(self):
        self.heard.append(np.zeros(0, np.float32))
        return len(self.heard) - 1

    def hear(self, stream, samples):
        if self.fails:
            raise RuntimeError("out of memory: and what the wearer said")
        self.heard[stream] = heard = np.concatenate([self.heard[stream], samples])
        seconds = heard[: len(heard) // 16_000 * 16_000].reshape(-1, 16_000)
        known = seconds[: max(0, len(heard) - BEHIND) // 16_000]
        return " ".join(f"w{n}" for n, second in enumerate(known) if np.abs(second).max() > 0.1)


def voice(seconds=1.0):
    return (np.sin(np.arange(int(seconds * 16_000)) / 5) * 9000).astype("<i2").tobytes()


def silence(seconds=1.0):
    return bytes(int(seconds * 16_000) * 2)


@pytest.fixture
def network():
    return Behind()


@pytest.fixture
def hearing(network):
    return StreamingHearing(network, ENGLISH, anyio.CapacityLimiter(1))


async def test_a_partial_is_what_the_network_says_by_now(hearing, network):
    await hearing.hear(voice(2))

    assert (await hearing.partial()).text == "w0"
    assert len(network.heard) == 1


async def test_within_a_word_the_last_phrase_is_heard_once_more(hearing, network):
    await hearing.hear(voice(2))

    assert (await hearing.transcript()).text == "w0 w1"
    await hearing.hear(voice(2))
    assert (await hearing.transcript()).text == "w0 w1 w2 w3"
    assert (await hearing.partial()).text == "w0 w1 w2"
    assert len(network.heard[0]) == 4 * 16_000  # the utterance itself has no silence in it


async def test_at_a_pause_what_was_said_is_settled(hearing, network):
    await hearing.hear(voice(2) + silence(1))
    assert (await hearing.transcript()).text == "w0 w1"
    assert len(network.heard) == 1

    await hearing.hear(voice(1))
    assert (await hearing.transcript()).text == "w0 w1 w0"
    assert len(network.heard) == 3
    assert len(network.heard[1]) == 16_000


async def test_without_news_nothing_is_thought_again(hearing, network):
    await hearing.hear(voice(2))
    first = await hearing.transcript()

    assert await hearing.transcript() == first
    assert len(network.heard) == 2


async def test_a_pause_is_quiet_for_its_voice_and_not_for_its_room(hearing, network):
    noise = np.random.default_rng(1).normal(size=16_000) * 300
    await hearing.hear(voice(2) + noise.astype("<i2").tobytes())

    assert (await hearing.transcript()).text == "w0 w1"
    assert len(network.heard) == 1


async def test_half_a_sample_waits_for_the_other_half(hearing, network):
    sound = voice(1)
    for start in range(0, len(sound), 1233):
        await hearing.hear(sound[start : start + 1233])
        await hearing.partial()

    assert (await hearing.transcript()).text == "w0"
    assert len(network.heard[0]) == 16_000


async def test_languages_without_spaces_are_joined_without(network):
    hearing = StreamingHearing(network, CHINESE, anyio.CapacityLimiter(1))
    for _ in range(2):
        await hearing.hear(voice(1) + silence(1))
        transcript = await hearing.transcript()

    assert transcript.text == "w0w0"
    assert transcript.language == CHINESE


async def test_an_error_tells_nothing_of_what_was_said(hearing, network):
    await hearing.hear(voice(1))
    network.fails = True

    with pytest.raises(EngineFailed, match="RuntimeError") as failed:
        await hearing.transcript()

    assert "wearer" not in str(failed.value)
