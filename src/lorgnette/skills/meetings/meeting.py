"""A meeting that goes on: an activity that writes down what is said."""

import contextlib
from collections.abc import AsyncIterator

import anyio

from lorgnette.core import cards
from lorgnette.core.errors import StoreFailed
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.engines import MEETINGS, Diary, Meeting, Recorder
from lorgnette.skills import Captioned, Life, Traits, Turn
from lorgnette.skills.meetings.lines import Lines
from lorgnette.skills.meetings.minuting import make_minutes, read_minutes
from lorgnette.skills.meetings.skill import NAME

EVERY = 1.0
"""Seconds between two writings: what a hub that is killed may lose, and as much again."""

CLOSING = 20.0
"""Seconds that ending a meeting may take when the wearer has left it already."""


class Held:
    """One meeting while it is held. `title` is empty when it has none."""

    def __init__(self, turn: Turn, title: str, interrupted: Meeting | None = None) -> None:
        """`interrupted`: go on with this one instead of beginning another."""
        self.traits = Traits(NAME, room=True, means={"notes.take": f"{NAME}.note"})
        self.turn = turn
        self.diary: Diary = turn[MEETINGS].of(turn.wearer)
        self.title = title
        self.interrupted = interrupted
        self.meeting: Meeting | None = None
        self.names: dict[int, str] = {}
        self.over = anyio.Event()
        self.captioned: Captioned | None = None
        self.life: Life | None = None
        self.failing = False

    def name_of(self, speaker: int) -> str:
        """A speaker, by name as soon as somebody gives it."""
        return self.names.get(speaker) or self.turn.message("speaker", number=speaker)

    def seconds(self) -> float:
        """How long the meeting is going on."""
        if self.life is None or self.meeting is None:
            return 0.0
        return max(0.0, (self.life.now() - self.meeting.began).total_seconds())

    async def live(self, life: Life) -> None:
        """Hold the meeting until it is over."""
        self.life = life
        meeting = self.meeting = await self.begin(life)
        try:
            await self.write_down(life, meeting)
            await self.close(meeting)
            await read_minutes(life, self.turn, self.diary, meeting.id)
        finally:
            if life.left and not self.over.is_set():
                with anyio.move_on_after(CLOSING, shield=True):
                    await self.close(meeting)

    async def begin(self, life: Life) -> Meeting:
        """Begin the meeting, or take it up where it was interrupted."""
        if self.interrupted is not None:
            meeting = await self.diary.go_on(self.interrupted.id)
            self.names = dict(meeting.speakers)
            life.say(self.turn.message("goes-on"))
            return meeting
        title = self.title or self.turn.message("untitled", date=life.now().date())
        return await self.diary.begin(title, life.now(), self.turn.language)

    async def close(self, meeting: Meeting) -> None:
        """The meeting is over: keep the last words, and make the minutes."""
        await self.diary.end(meeting.id, seconds=self.seconds())
        await make_minutes(self.turn, self.diary, meeting.id)

    async def write_down(self, life: Life, meeting: Meeting) -> None:
        """Write down what is said until the meeting is over."""
        said = await self.diary.transcript(meeting.id)
        known = max((line.speaker or 0 for line in said.lines), default=0)
        captioned = self.captioned = Captioned(life, lambda each: self.name_of(each + known))
        zero = (life.moment_of(0) - meeting.began).total_seconds()
        lines = Lines(
            lambda sample: zero + sample / SAMPLE_RATE, after=meeting.lines, speakers=known
        )
        life.show(cards.Captions(title=self.turn.message("listening")))
        async with life.captions(meeting.language) as events, anyio.create_task_group() as tasks:
            tasks.start_soon(captioned.draw)
            tasks.start_soon(self.keep_writing, lines, meeting)
            tasks.start_soon(self.record, life, meeting, zero)
            tasks.start_soon(self.wait_for_end, tasks.cancel_scope)
            async for event in events:
                captioned.follow(event)
                lines.follow(captioned.captions)
        with contextlib.suppress(StoreFailed):
            await self.write(lines, meeting)

    async def wait_for_end(self, scope: anyio.CancelScope) -> None:
        """When the wearer says that the meeting is over, nothing more is heard."""
        await self.over.wait()
        scope.cancel()

    async def keep_writing(self, lines: Lines, meeting: Meeting) -> None:
        """Write what is new, over and over; a disk that takes nothing is told once."""
        while True:
            try:
                await self.write(lines, meeting)
                self.failing = False
            except StoreFailed:
                if not self.failing and self.life is not None:
                    self.life.say(self.turn.message("cannot-write"))
                self.failing = True
            await anyio.sleep(EVERY)

    async def write(self, lines: Lines, meeting: Meeting) -> None:
        """Write what is new. Raises StoreFailed, and then it is still new."""
        waiting = lines.waiting
        await self.diary.write(meeting.id, waiting, tail=lines.tail, seconds=self.seconds())
        lines.written(waiting)

    async def record(self, life: Life, meeting: Meeting, zero: float) -> None:
        """Keep the sound as well, where the hub is to keep it."""
        async with recorder_of(self.diary, meeting.id) as recorder:
            if recorder is None:
                return
            before = round(zero * SAMPLE_RATE)
            async with life.sounds() as pieces:
                async for first, sound in pieces:
                    await recorder.hear(sound, before + first)

    def call(self, speaker: int, name: str) -> None:
        """A speaker has a name now."""
        self.names[speaker] = name
        if self.captioned is not None:
            self.captioned.changed()


@contextlib.asynccontextmanager
async def recorder_of(diary: Diary, meeting: int) -> AsyncIterator[Recorder | None]:
    """What keeps the sound of a meeting, closed in the end whatever happens."""
    recorder = await diary.recorder(meeting)
    try:
        yield recorder
    finally:
        if recorder is not None:
            with anyio.CancelScope(shield=True):
                await recorder.aclose()
