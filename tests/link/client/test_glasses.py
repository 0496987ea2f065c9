import anyio
import pytest

from lorgnette.core.types import AR, Epoch, Gesture, samples_in
from lorgnette.devices.memory import memory_link
from lorgnette.link.client import LinkRefused, put_on
from lorgnette.link.client.glasses import pauses
from lorgnette.link.client.speaker import VirtualSpeaker
from lorgnette.link.codes import Code
from lorgnette.link.connection import EndOfLink
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.hub_link import HubLink
from lorgnette.link.limits import Limits
from lorgnette.link.media import Microphone, Speech
from lorgnette.link.messages import (
    Bye,
    Flush,
    Heard,
    Hello,
    Played,
    Refused,
    SpeechBegins,
    SpeechEnds,
    Talk,
    Touched,
    Typed,
    Welcome,
)
from lorgnette.link.protocol import HubProtocol
from lorgnette.testing.bad_network import BadNetwork

EPOCH = Epoch(1)


class Hub:
    """Answers calls, keeps one session, and does what `says` when it hears something."""

    def __init__(self, tasks, network=None, **limits):
        self.link = HubLink("secret", Limits(**limits))
        self.incoming = []
        self.calls = 0
        self.refusal = None
        self.down = False
        self.tasks = tasks
        self.network = network or BadNetwork()
        self.via = None
        self.changed = anyio.Event()

    async def dial(self):
        self.calls += 1
        if self.down:
            raise ConnectionRefusedError
        here, there = memory_link()
        self.tasks.start_soon(self.serve, there)
        return self.network.between(here)

    def send(self, message):
        self.link.send(message, anyio.current_time())
        self.changed.set()

    async def serve(self, connection):
        via = HubProtocol()
        try:
            await self.greet(connection, via)
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(self.write, connection, via)
                while not via.over:
                    frame = await connection.receive()
                    self.incoming += [
                        (round(anyio.current_time(), 3), news)
                        for news in self.link.receive(via, frame, anyio.current_time())
                    ]
                    self.changed.set()
        except* EndOfLink:
            pass
        finally:
            self.link.detach(via, anyio.current_time())
            with anyio.CancelScope(shield=True):
                await connection.close()

    async def greet(self, connection, via):
        [hello] = via.receive(await connection.receive())
        assert isinstance(hello, Hello)
        if self.refusal:
            via.send(self.refusal)
        else:
            self.link.attach(via, hello, anyio.current_time())
        for frame in via.to_send():
            await connection.send(frame)

    async def write(self, connection, via):
        while True:
            for frame in self.link.to_send(via, anyio.current_time()):
                await connection.send(frame)
            if via.over:
                raise EndOfLink
            await self.changed.wait()
            self.changed = anyio.Event()

    def got(self, kind):
        return [news for _, news in self.incoming if isinstance(news, kind)]


async def test_says_what_a_wearer_does():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks)
        async with put_on(GlassesLink(AR), hub.dial) as glasses:
            glasses.touch(Gesture.TAP)
            glasses.talk(pressed=True)
            glasses.type("what time is it")
            await glasses.heard_all()

        assert [type(news) for _, news in hub.incoming] == [Touched, Talk, Typed, Bye]
        assert hub.link.over


async def test_hears_in_real_time_or_as_fast_as_the_hub_can():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks, audio_rate=1e6, audio_burst=1e6)
        async with put_on(GlassesLink(AR), hub.dial) as glasses:
            await glasses.hear(bytes(32_000))
            assert anyio.current_time() == pytest.approx(1.0)
            await glasses.hear(bytes(32_000 * 60), real_time=False, end=True)
            await glasses.heard_all()
            assert anyio.current_time() == pytest.approx(1.0)

        assert sum(samples_in(news.sound) for news in hub.got(Microphone)) == 61 * 16_000


async def test_plays_at_the_speed_of_sound_and_reports():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks)
        speaker = VirtualSpeaker(keep=True)
        async with put_on(GlassesLink(AR), hub.dial, speaker) as glasses:
            hub.send(SpeechBegins(EPOCH, "en", "hello"))
            hub.send(Speech(EPOCH, 0, b"\x01\x00" * 1_920))
            hub.send(SpeechEnds(EPOCH, 1_920))
            await anyio.sleep(1.0)
            arrived = [await glasses.receive() for _ in range(4)]

        assert [type(one) for one in arrived] == [Welcome, SpeechBegins, Speech, SpeechEnds]
        assert [(at, news) for at, news in hub.incoming if isinstance(news, Played)] == [
            (0.05, Played(EPOCH, 800)),
            (0.1, Played(EPOCH, 1_600)),
            (0.12, Played(EPOCH, 1_920, done=True)),
        ]
        assert speaker.recording == b"\x01\x00" * 1_920


async def test_stops_at_a_flush():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks)
        speaker = VirtualSpeaker(keep=True)
        async with put_on(GlassesLink(AR), hub.dial, speaker):
            hub.send(Speech(EPOCH, 0, bytes(32_000)))
            await anyio.sleep(0.22)
            hub.send(Flush(EPOCH))
            await anyio.sleep(1.0)

        assert hub.got(Played)[-1] == Played(EPOCH, 3_520)
        assert samples_in(speaker.recording) == 3_520


@pytest.mark.parametrize("cut", range(2, 24))
async def test_comes_back_and_goes_on(cut):
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks, BadNetwork(cuts={cut, cut + 1}, twice={cut + 7}, delay=0.001))
        told = []
        async with put_on(GlassesLink(AR), hub.dial) as glasses:
            glasses.type("one")
            await glasses.hear(bytes(2 * 8_000))
            hub.send(Heard("one"))
            glasses.type("two")
            await glasses.hear(bytes(2 * 8_000), end=True)
            hub.send(Heard("two"))
            await glasses.heard_all()
            while len(told) < 2:
                news = await glasses.receive()
                told += [news.text] if isinstance(news, Heard) else []

        assert hub.calls == 3
        assert [news.text for news in hub.got(Typed)] == ["one", "two"]
        assert told == ["one", "two"]
        assert sum(samples_in(news.sound) for news in hub.got(Microphone)) == 16_000


async def test_waits_longer_and_longer_for_a_hub_that_is_gone():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks, BadNetwork(cuts={2}))
        async with put_on(GlassesLink(AR), hub.dial) as glasses:
            hub.down = True
            glasses.type("one")
            await anyio.sleep(20)
            assert 6 <= hub.calls <= 12
            hub.down = False
            await glasses.heard_all()

        assert [news.text for news in hub.got(Typed)] == ["one"]


async def test_is_not_let_in():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks)
        hub.refusal = Refused(Code.NOT_PAIRED, "pair first")
        with pytest.raises(LinkRefused, match="pair first") as caught:
            async with put_on(GlassesLink(AR), hub.dial):
                pytest.fail("let in")

        assert caught.value.refusal == Code.NOT_PAIRED


async def test_no_hub_at_all_is_an_os_error():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks)
        hub.down = True
        with pytest.raises(ConnectionRefusedError):
            async with put_on(GlassesLink(AR), hub.dial):
                pytest.fail("connected")


async def test_ends_when_the_hub_says_so():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks)
        async with put_on(GlassesLink(AR), hub.dial) as glasses:
            hub.send(Bye(Code.REPLACED))

            assert [type(news) async for news in glasses] == [Welcome, Bye]
            assert glasses.refusal == Bye(Code.REPLACED)


async def test_comes_back_when_the_hub_asks_for_it():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks)
        async with put_on(GlassesLink(AR), hub.dial) as glasses:
            hub.link.send(Bye(Code.CLOSING, retry_after=30.0), anyio.current_time())
            hub.changed.set()
            await anyio.sleep(1.0)
            hub.link = HubLink("another")
            await anyio.sleep(28.0)
            assert hub.calls == 1
            await anyio.sleep(5.0)
            assert hub.calls == 2
            glasses.type("hi")
            await glasses.heard_all()


async def test_an_error_of_the_program_comes_out_as_itself():
    async with anyio.create_task_group() as tasks:
        hub = Hub(tasks)
        with pytest.raises(KeyError):
            async with put_on(GlassesLink(AR), hub.dial):
                raise KeyError


def test_pauses_grow_up_to_five_seconds():
    waits = pauses(spread=lambda: 0.0)

    assert [next(waits) for _ in range(8)] == [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 5.0, 5.0]
