"""Virtual glasses on a link: they record, touch, type, play, and come back when the link breaks."""

import contextlib
import itertools
import random
from collections import deque
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterator,
)
from uuid import uuid4

import anyio
import anyio.abc
import anyio.lowlevel

from lorgnette.core.errors import PeerError
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Gesture, Language, Sound, samples_in
from lorgnette.link.client.camera import VirtualCamera
from lorgnette.link.client.receiver import VirtualReceiver
from lorgnette.link.client.speaker import VirtualSpeaker
from lorgnette.link.codes import Code
from lorgnette.link.connection import Connection, EndOfLink
from lorgnette.link.glasses_link import Arriving, GlassesLink, Told
from lorgnette.link.media import Speech
from lorgnette.link.messages import (
    Bye,
    Flush,
    Locate,
    Look,
    Refused,
    SpeechEnds,
    Talk,
    Touched,
    Typed,
    Welcome,
)
from lorgnette.link.protocol import Breach, GlassesProtocol

Dial = Callable[[], Awaitable[Connection]]
"""Opens a connection to the hub. Raises OSError when that fails."""

PIECE = SAMPLE_RATE // 50
"""Samples the microphone gives at once: 20 ms."""

UNREAD = 1_000
"""Messages kept for a program that does not read; then the link waits for it."""


class LinkRefused(PeerError):
    """The hub does not let these glasses in; `str` is its reason."""

    def __init__(self, code: str, reason: str) -> None:
        """`code`: as in `Code`."""
        super().__init__(reason or code)
        self.refusal = code


class Bell:
    """Wakes whoever waits for something that holds now, and nobody else: it rings often."""

    def __init__(self) -> None:
        self._waiting: dict[anyio.Event, Callable[[], object]] = {}

    def ring(self) -> None:
        """Something changed."""
        for event, condition in self._waiting.items():
            if condition():
                event.set()

    async def until(self, condition: Callable[[], object]) -> None:
        """Sleep until the condition holds."""
        while not condition():
            event = anyio.Event()
            self._waiting[event] = condition
            try:
                await event.wait()
            finally:
                del self._waiting[event]


class Glasses:
    """Glasses that a program wears. Iterate to get what arrives: events once, in order; speech.

    Made by `connect` or `put_on`. Reading too slowly slows the link down, and loses nothing.
    """

    def __init__(self, link: GlassesLink, dial: Dial, speaker: VirtualSpeaker) -> None:
        """`dial` is called whenever the link broke."""
        self.link = link
        self.speaker = speaker
        self.camera = VirtualCamera()
        """What is seen through them: set its `view`."""
        self.receiver = VirtualReceiver()
        """Where they are: set its `where`."""
        self.refusal: Refused | Bye | None = None
        """Why the hub sent the glasses away, once it did."""
        self._dial = dial
        self._bell = Bell()
        self._incoming, self._arrived = anyio.create_memory_object_stream[Arriving](UNREAD)
        self._undelivered: deque[Arriving] = deque()
        self._welcomes = 0
        self._over = False
        self._retry_after = 0.0

    def __aiter__(self) -> AsyncIterator[Arriving]:
        return self._arrived

    async def receive(self) -> Arriving:
        """The next message. Raises anyio.EndOfStream when the session is over."""
        return await self._arrived.receive()

    async def hear(
        self, sound: Sound | AsyncIterable[Sound], *, real_time: bool = True, end: bool = False
    ) -> None:
        """Let the microphone hear a sound: at the speed of sound, or as fast as the hub takes it.

        `end` says that the microphone stops there. Returns when all is recorded, which is not
        yet when all is sent: see `heard_all`.
        """
        start, recorded = anyio.current_time(), 0
        async with contextlib.aclosing(_pieces(sound)) as pieces:
            async for piece in pieces:
                recorded += samples_in(piece)
                if real_time:
                    await anyio.sleep_until(start + recorded / SAMPLE_RATE)
                else:
                    await anyio.lowlevel.checkpoint()
                    await self._bell.until(lambda: self.link.ring.room >= PIECE)
                self.record(piece)
        if end:
            self.record(b"", end=True)

    def record(self, sound: Sound, *, end: bool = False) -> None:
        """Record a sound now, whether the ring has room for it or not. See `AudioRing.record`."""
        self.link.record(sound, end=end)
        self._bell.ring()

    async def heard_all(self) -> None:
        """Wait until the hub has everything that was said, and recorded up to an `end`."""
        await self._bell.until(lambda: self.link.ring.empty or self._over)

    def touch(self, gesture: Gesture) -> None:
        """Touch the temple."""
        self.say(Touched(gesture, self.link.ring.recorded))

    def talk(self, *, pressed: bool) -> None:
        """Press or release push-to-talk."""
        self.say(Talk(pressed, self.link.ring.recorded))

    def type(self, text: str, language: Language | None = None) -> None:
        """Type a sentence."""
        self.say(Typed(text, language, uuid4().hex))

    def say(self, message: Told) -> None:
        """Tell the hub something. Raises TooMuch as `GlassesLink.send`."""
        self.link.send(message)
        self._bell.ring()

    async def leave(self) -> None:
        """Take the glasses off: the session is over."""
        self._over = True
        self.say(Bye(Code.LEAVING))
        await self._bell.until(lambda: not self._arrived.statistics().open_send_streams)

    def forget(self) -> None:
        """Let go of what arrived and was not read."""
        self._arrived.close()

    def close(self) -> None:
        """Let go of what arrived and was not read."""
        self._arrived.close()

    async def admitted(self) -> None:
        """Wait for the first welcome. Raises LinkRefused when there is none."""
        await self._bell.until(lambda: self._welcomes or self._over)
        if not self._welcomes:
            refusal = self.refusal or Bye("gone", "the hub hung up")
            raise LinkRefused(refusal.code, refusal.reason)

    async def run(self, connection: Connection) -> None:
        """Stay on the link, from the first connection to the end of the session."""
        waits = pauses()
        async with anyio.create_task_group() as tasks, self._incoming:
            tasks.start_soon(self._play)
            tasks.start_soon(self._see)
            tasks.start_soon(self._locate)
            while True:
                self._retry_after = 0.0
                if await self._visit(connection):
                    waits = pauses()
                elif not self._welcomes:
                    self._over = True
                if self._over:
                    break
                connection = await self._return(waits)
            tasks.cancel_scope.cancel()
        self._bell.ring()

    async def _return(self, waits: Iterator[float]) -> Connection:
        """Dial until the hub is there again."""
        while True:
            await anyio.sleep(max(next(waits), self._retry_after))
            with contextlib.suppress(OSError):
                return await self._dial()

    async def _visit(self, connection: Connection) -> bool:
        """Serve one connection until it ends; whether the hub said welcome."""
        via, welcomes = self.link.attach(), self._welcomes
        try:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(self._write, connection, via, tasks.cancel_scope)
                await self._read(connection, via)
                if not via.over:
                    tasks.cancel_scope.cancel()
        finally:
            with anyio.move_on_after(1, shield=True):
                await connection.close()
        await self._deliver()
        return self._welcomes > welcomes

    async def _read(self, connection: Connection, via: GlassesProtocol) -> None:
        with contextlib.suppress(EndOfLink):
            while not via.over:
                await self._deliver()
                for message in self.link.receive(via, await connection.receive()):
                    self._act(message)
                    self._undelivered.append(message)
                self._bell.ring()
            await self._deliver()

    async def _deliver(self) -> None:
        """Hand over what arrived. What is cut short here goes on with the next connection."""
        while self._undelivered:
            await self._incoming.send(self._undelivered[0])
            self._undelivered.popleft()

    async def _write(
        self, connection: Connection, via: GlassesProtocol, visit: anyio.CancelScope
    ) -> None:
        with contextlib.suppress(EndOfLink):
            while True:
                for frame in self.link.to_send(via):
                    await connection.send(frame)
                if via.over:
                    break
                await self._bell.until(lambda: self.link.waiting(via) or via.over)
        visit.cancel()

    async def _play(self) -> None:
        """Report what is played, while something is."""
        while True:
            await self._bell.until(lambda: self.speaker.buffered)
            left = self.speaker.buffered / SAMPLE_RATE
            await anyio.sleep(min(left, self.link.limits.played_seconds))
            self._report()

    async def _see(self) -> None:
        """Send pictures, while some are wanted."""
        while True:
            await self._bell.until(lambda: self.camera.pause is not None)
            self.say(self.camera.picture(self.link.ring.recorded))
            await anyio.sleep(self.camera.pause or 0)

    async def _locate(self) -> None:
        """Say where they are, while somebody wants to know."""
        while True:
            await self._bell.until(lambda: self.receiver.pause is not None)
            self.say(self.receiver.position())
            await anyio.sleep(self.receiver.pause or 0)

    def _report(self) -> None:
        self.speaker.advance(anyio.current_time())
        if played := self.speaker.report():
            self.link.send(played)
            self._bell.ring()

    def _act(self, message: Arriving) -> None:
        """What real glasses would do."""
        match message:
            case Welcome():
                self._welcomes += 1
            case Speech():
                self.speaker.feed(message, anyio.current_time())
            case SpeechEnds(epoch=epoch, samples=samples):
                self.speaker.ends(epoch, samples)
                self._report()
            case Look():
                self.camera.asked = message
            case Locate():
                self.receiver.asked = message
            case Flush(epoch=epoch):
                self.speaker.flush(epoch, anyio.current_time())
                self._report()
            case Refused() | Bye():
                self.refusal = message
                self._over = message.retry_after is None
                self._retry_after = message.retry_after or 0.0
            case Breach():
                self._over = True


@contextlib.asynccontextmanager
async def put_on(
    link: GlassesLink, dial: Dial, speaker: VirtualSpeaker | None = None
) -> AsyncIterator[Glasses]:
    """Wear glasses over any kind of connection, for as long as the block lasts.

    Comes back by itself when the link breaks. Raises OSError when the first connection fails and
    LinkRefused when the hub does not let the glasses in.
    """
    connection = await dial()
    glasses = Glasses(link, dial, speaker or VirtualSpeaker())
    failure: Exception | None = None
    try:
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(glasses.run, connection)
            try:
                await glasses.admitted()
                yield glasses
                with anyio.move_on_after(1):
                    await glasses.leave()
            except Exception as error:  # noqa: BLE001  raised again below, out of the task group
                failure = error
            tasks.cancel_scope.cancel()
    finally:
        glasses.forget()
    if failure is not None:
        raise failure


def pauses(spread: Callable[[], float] = random.random) -> Iterator[float]:
    """Seconds before each attempt to come back: 0.1, doubling up to 5, each up to half longer."""
    for step in itertools.count():
        yield min(0.1 * 2 ** min(step, 6), 5.0) * (1 + spread() / 2)


async def _pieces(sound: Sound | AsyncIterable[Sound]) -> AsyncGenerator[Sound]:
    if not isinstance(sound, bytes):
        async for piece in sound:
            yield piece
        return
    size = PIECE * SAMPLE_BYTES
    for start in range(0, len(sound), size):
        yield sound[start : start + size]
