"""Recording videos: an activity that sees and hears until it is told to stop."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Final

import anyio

from lorgnette.core import cards
from lorgnette.core.errors import CannotSee, NoRoom, WearerError
from lorgnette.core.types import Sound
from lorgnette.engines import Filming, Photo
from lorgnette.skills import Life, Reply, Traits, Turn
from lorgnette.skills.eyes import Sight
from lorgnette.skills.photos.skill import album_of, skill

NAME: Final = "videos"
"""The name of the activity: what the camera and the microphone are leased for."""

RATE: Final = 15.0
SIDE: Final = 1_280

PATIENCE: Final = 20.0
"""Seconds that it may take to make the file whole."""

TELLING: Final = 4.0
"""Seconds in which what became of it is told, when nobody asked."""

PASSING: Final = frozenset({"silent", "asking", "covered"})
"""Reasons for seeing nothing that may pass: the link is cut, a hand is before the camera."""


class Video:
    """One video while it is shot."""

    def __init__(self, turn: Turn) -> None:
        self.traits = Traits(NAME, taps=True)
        self.turn = turn
        self.over = anyio.Event()
        self.asked = False
        """Whether the wearer said so: then the answer tells what became of it."""
        self.told = ""
        """What became of it."""
        self.closed = anyio.Event()
        self.wrong: WearerError | None = None

    async def live(self, life: Life) -> None:
        """Shoot until it is over, and tell what became of it. Raises as `kept`, and NoRoom."""
        try:
            film, kept = await self.kept(life)
            self.told = self.became(kept)
        finally:
            self.closed.set()
        if not self.asked:
            life.show(cards.Text(title=self.told))
            life.say(self.told)
            await anyio.sleep(TELLING)
        if film.full:
            raise NoRoom("the photos of this wearer fill their quota (photos.quota)")
        if self.wrong is not None:
            raise self.wrong

    async def kept(self, life: Life) -> tuple[Filming, Photo | None]:
        """What was shot, once it is over. Raises CannotSee, NoRoom and StoreFailed."""
        async with life.looking(rate=RATE, side=SIDE) as sights, life.sounds() as pieces:
            first = await anext(sights)
            spot = self.turn.glasses.position
            film = await album_of(self.turn).film(first.jpeg, life.now(), spot=spot)
            kept = None
            try:
                await film.see(first.jpeg, first.sample)
                await self.shoot(life, film, sights, pieces)
            finally:
                with anyio.CancelScope(shield=True):
                    kept = await film.aclose()
        return film, kept

    def became(self, kept: Photo | None) -> str:
        """What became of it, in a sentence."""
        if kept is None:
            return self.turn.message("film-lost")
        length = timedelta(seconds=max(1, round(kept.seconds)))
        return self.turn.message("film-kept", length=length)

    async def shoot(
        self,
        life: Life,
        film: Filming,
        sights: AsyncIterator[Sight],
        pieces: AsyncIterator[tuple[int, Sound]],
    ) -> None:
        """See and hear until the wearer has enough, or nothing can be seen or kept any more."""
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self.see, film, sights)
            tasks.start_soon(hear, film, pieces)
            tasks.start_soon(self.feel, life)
            tasks.start_soon(self.tell, life, film)
            await self.over.wait()
            tasks.cancel_scope.cancel()

    async def see(self, film: Filming, sights: AsyncIterator[Sight]) -> None:
        """Keep what is seen, and wait where nothing is that will be."""
        while True:
            try:
                sight = await anext(sights)
            except CannotSee as error:
                if error.reason in PASSING:
                    continue
                self.wrong = error
                self.over.set()
                return
            await film.see(sight.jpeg, sight.sample)

    async def feel(self, life: Life) -> None:
        """A tap ends it."""
        async for _ in life.taps():
            self.over.set()

    async def tell(self, life: Life, film: Filming) -> None:
        """Show how long it is, every second; a film that cannot be kept is over."""
        seconds = 0
        while not film.stopped:
            clock = f"{seconds // 60}:{seconds % 60:02}"
            life.show(cards.Text(title=self.turn.message("filming", clock=clock)))
            await anyio.sleep(1.0)
            seconds += 1
        self.over.set()


async def hear(film: Filming, pieces: AsyncIterator[tuple[int, Sound]]) -> None:
    """Keep what is heard."""
    async for first, sound in pieces:
        await film.hear(sound, first)


@skill.action(
    "(record|shoot|make|take|film|start) (a|the|another) [new] (video|film|movie|clip)",
    "(record|film) (this|that|it|them|us|what I see)",
    "(start|begin) (recording|filming|shooting) [a] [video|film]",
)
async def record(turn: Turn) -> Reply:
    """Record a video, with what is heard."""
    if turn.going(Video) is not None:
        return Reply(say=turn.message("filming-already"))
    return Reply(say=turn.message("filming-begins"), begins=Video(turn))


@skill.action(
    "(stop|end|finish) (recording|filming|shooting) [(the|this|my) (video|film)]",
    "(stop|end|finish) (the|this|my) (video|recording|film)",
    patience=PATIENCE,
)
async def stop(turn: Turn) -> Reply:
    """End the video, and keep it."""
    video = turn.going(Video)
    if video is None:
        return Reply(say=turn.message("not-filming"))
    video.asked = True
    video.over.set()
    await video.closed.wait()
    return Reply(say=video.told or turn.message("film-lost"))
