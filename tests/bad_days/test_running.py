"""Bad days of a running hub: what it needs is killed, or it is itself, and strangers shout."""

import contextlib
import os
import shutil
import signal
from itertools import pairwise
from pathlib import Path

import anyio
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strangers import FRAMES, HELLO, SENTENCES
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect as dial

from lorgnette.core.types import EVERYDAY
from lorgnette.link.media import Speech
from lorgnette.link.messages import Bye, Earcon, Heard, Show, SpeechEnds

pytestmark = pytest.mark.real

TOLD = 3.0
"""Seconds within which a wearer is told."""


def named(hub, name):
    """The processes of a hub in whose command line a name occurs."""
    found = []
    for pid in hub.workers():
        with contextlib.suppress(OSError):
            if name in Path(f"/proc/{pid}/cmdline").read_text():
                found.append(pid)
    return found


def alive(processes):
    """Those that still run."""
    return [pid for pid in processes if Path(f"/proc/{pid}").exists()]


def texts(card):
    lines = (*card.lines, *getattr(card, "items", ()))
    return " ".join([card.title, *(line.text for line in lines)])


async def answered(wearer, sentence, *words):
    """Type a sentence and see an answer with one of the words."""
    since = len(wearer.arrived)
    wearer.glasses.type(sentence)
    await wearer.sees(
        Show, lambda message: any(word in texts(message.card) for word in words), since=since
    )


@pytest.mark.asyncio
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "hanging"])
async def test_a_voice_that_dies_in_the_middle_of_an_answer(own_hub, wearing, how):
    hub = own_hub()
    async with wearing(hub.link, EVERYDAY) as wearer:
        wearer.glasses.type("what can you do")
        await wearer.sees(Speech)
        voices = named(hub, "espeak")
        assert voices
        for pid in voices:
            os.kill(pid, how)
        await wearer.sees(SpeechEnds)
        times = [at for at, message in wearer.arrived if isinstance(message, Speech | Earcon)]
        wearer.deaf()
        wearer.glasses.type("how many kilometers are five miles")
        await wearer.hears("kilo", "km", "eight", "mile")

    assert max(later - earlier for earlier, later in pairwise(times)) < TOLD
    assert not set(voices) & set(hub.workers())


@pytest.mark.asyncio
@pytest.mark.skipif(not shutil.which("apertium"), reason="Apertium is not installed")
async def test_a_translator_that_dies(own_hub, wearing):
    hub = own_hub()
    async with wearing(hub.link) as wearer:
        await answered(wearer, "translate the dog is red into spanish", "perro")
        chains = named(hub, "apertium")
        assert chains
        for pid in chains:
            os.killpg(pid, signal.SIGKILL)
        await answered(wearer, "translate the cat is red into spanish", "gato", "not working")
        await answered(wearer, "translate the cat is white into spanish", "gato")
        os.killpg(named(hub, "apertium")[0], signal.SIGSTOP)
        since, at = len(wearer.arrived), anyio.current_time()
        wearer.glasses.type("translate the house is red into spanish")
        _, told = await wearer.sees(Show, since=since)
        await answered(wearer, "translate the house is white into spanish", "casa")

    assert told - at < TOLD


@pytest.mark.asyncio
async def test_a_hub_killed_in_the_middle_of_everything_has_kept_all(own_hub, wearing):
    hub = own_hub()
    async with wearing(hub.link) as wearer:
        await answered(wearer, "take a note buy milk", "milk")
        await answered(wearer, "set a timer for 12 seconds", "12")
        await answered(wearer, "set a timer for 1 hour", "hour")
        wearer.glasses.type("what can you do")
        wearer.says("timer")
        await anyio.sleep(1)
        workers = hub.workers()
        hub.end(signal.SIGKILL)
        at = anyio.current_time()
        with contextlib.suppress(Exception):
            wearer.glasses.type("take a note in the middle of it")
    hub = own_hub()
    async with wearing(hub.link) as wearer:
        rang = await wearer.rings()
        await answered(wearer, "what are my notes", "milk")
        await answered(wearer, "how much time is left on my timer", "hour", "59")

    assert rang - at < 14
    assert not alive(workers)
    assert "Traceback" not in hub.errors.read_text()


@pytest.mark.asyncio
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT], ids=["terminated", "interrupted"])
async def test_a_hub_that_is_stopped_says_bye_and_leaves_nothing_behind(own_hub, wearing, how):
    hub = own_hub()
    async with wearing(hub.link) as wearer:
        await answered(wearer, "what time is it in tokyo", "Tokyo")
        workers = hub.workers()
        assert workers
        hub.process.send_signal(how)
        await anyio.to_thread.run_sync(hub.process.wait, 15)
        await wearer.sees(Bye)

    assert hub.process.returncode in (0, 130)
    assert hub.errors.read_text() == ""
    assert not alive(workers)


@pytest.mark.asyncio
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGKILL], ids=["stopped", "killed"])
async def test_glasses_come_back_by_themselves_to_a_hub_that_was_restarted(own_hub, wearing, how):
    hub = own_hub()
    async with wearing(hub.link) as wearer:
        await answered(wearer, "take a note buy milk", "milk")
        await anyio.to_thread.run_sync(hub.end, how)
        await anyio.sleep(1)
        own_hub("--port", hub.address.rpartition(":")[2])
        await answered(wearer, "what are my notes", "milk")
        await anyio.sleep(2)
        wearer.deaf()
        wearer.says("convert")
        await wearer.hears("kilo", "km", "eight", "mile")


@pytest.mark.asyncio
@pytest.mark.skipif(not shutil.which("prlimit"), reason="prlimit is not installed")
async def test_a_disk_that_is_full_is_told_and_the_hub_goes_on(own_hub, wearing):
    hub = own_hub(within=("prlimit", "--fsize=400000"))
    async with wearing(hub.link) as wearer:
        kept, full = 0, False
        while not full:
            since = len(wearer.arrived)
            wearer.glasses.type(f"take a note number {kept} " + "x" * 900)
            show, _ = await wearer.sees(Show, since=since)
            full = "disk may be full" in texts(show.card)
            kept += not full
        await answered(wearer, "what is two plus two", "4")
        await answered(wearer, "what are my notes", "number 5")

    assert kept > 5
    assert hub.process.poll() is None
    assert "StoreFailed" in hub.errors.read_text()
    assert "xxx" not in hub.errors.read_text()


def shout(hub, frames):
    """Come in, send whatever, and listen until the hub hangs up or is silent."""
    with dial(hub.link, proxy=None, max_size=None) as socket:
        try:
            socket.send(HELLO)
            for frame in frames:
                socket.send(frame)
            while True:
                socket.recv(timeout=0.02)
        except (TimeoutError, ConnectionClosed):
            pass


@pytest.mark.asyncio
async def test_whatever_strangers_shout_the_wearer_goes_on(own_hub, wearing):
    hub = own_hub()

    @given(FRAMES | st.binary(max_size=2_000).map(lambda raw: [raw]))
    @settings(max_examples=150)
    def strangers(frames):
        shout(hub, frames)

    async with wearing(hub.link) as wearer:
        await anyio.to_thread.run_sync(strangers)
        assert not [message for _, message in wearer.arrived if isinstance(message, Show | Heard)]
        wearer.says("convert")
        await wearer.hears("kilo", "km", "eight", "mile")

    assert hub.process.poll() is None
    assert hub.errors.read_text() == ""


@pytest.mark.asyncio
async def test_any_sentence_typed_is_answered(own_hub, wearing):
    hub = own_hub()
    async with wearing(hub.link) as wearer:

        async def type_it(sentence):
            since = len(wearer.arrived)
            wearer.glasses.type(sentence)
            await wearer.sees(Heard, since=since)

        portal = anyio.from_thread

        @given(SENTENCES)
        @settings(max_examples=120)
        def typed(sentence):
            portal.run(type_it, sentence)

        await anyio.to_thread.run_sync(typed)
        await answered(wearer, "what is two plus two", "4")

    assert hub.process.poll() is None
    assert hub.errors.read_text() == ""
