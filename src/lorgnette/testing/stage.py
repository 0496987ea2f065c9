"""A stage: somebody speaks, types, touches, and loses the network; what they saw and heard is kept.

The sound on a stage carries its script. What the wearer says is a square wave whose height is the
number of the line; what the hub says is a signal whose every 60 ms are the code of a character.
So a recogniser and a voice that know nothing of the script can be perfect, at no cost, and a test
reads exactly which words reached the ear.

    stage = Stage().says("set a timer for ten seconds", at=0.0, until=1.5)
    await converse(stage, skills=[timers])
    assert stage.script == ["1.7 show …", …]
"""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import inf
from typing import Any

import anyio
import numpy as np

from lorgnette.app.clocks import SteppedClock
from lorgnette.app.composition import Engines
from lorgnette.app.config import Config
from lorgnette.app.hub import Hub
from lorgnette.app.serving import serve
from lorgnette.core import cards
from lorgnette.core.fixes import Fix
from lorgnette.core.types import (
    AR,
    ENGLISH,
    SAMPLE_RATE,
    Gesture,
    Language,
    Profile,
    Sound,
    samples_in,
)
from lorgnette.devices.memory import memory_link
from lorgnette.engines import (
    MEETINGS,
    RECOGNISER,
    RECORDS,
    VOICE,
    VOICE_ACTIVITY,
    Key,
    Transcript,
)
from lorgnette.link import messages as link
from lorgnette.link.client import Glasses, VirtualSpeaker, put_on
from lorgnette.link.connection import Connection
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.media import Drawing
from lorgnette.skills.catalogue import Catalogue
from lorgnette.skills.skill import Skill
from lorgnette.store.meetings import SQLiteMeetings
from lorgnette.store.sqlite import SQLite
from lorgnette.understanding.grammar import Grammar

START = datetime(2026, 3, 4, 8, 30, tzinfo=UTC)
"""When every conversation on a stage begins, unless it says otherwise."""

LOUD = 3_000
"""The height of the first line's wave; each further line is `LINE` higher."""

LINE = 50

LETTER = SAMPLE_RATE * 60 // 1000
"""Samples of one character of the hub's speech."""

PIECE = SAMPLE_RATE // 50

QUIET = 10
"""Pieces that the microphone gives at once while there is nothing to hear."""

Through = Callable[[Connection], Connection]


class LoudIsSpeech:
    """Voice activity on a stage: whatever is loud is speech. Meter and engine in one."""

    def open(self) -> "LoudIsSpeech":
        """A meter; it has no state."""
        return self

    def hear(self, sound: Sound, /) -> float:
        """1 when the last sample is loud, else 0."""
        return float(height(sound[-2:]) >= LOUD)

    def reset(self) -> None:
        """There is nothing to forget."""


class Prompter:
    """The recogniser of a stage: reads the line's number from the sound, and the line."""

    def __init__(self, lines: list[str], delay: float = 0.0) -> None:
        """`delay`: seconds each transcript takes."""
        self.lines = lines
        self.delay = delay

    @asynccontextmanager
    async def open(self, language: Language, vocabulary: Any = None) -> AsyncIterator["Prompted"]:
        """Hear one utterance."""
        del vocabulary
        yield Prompted(self, language)

    async def warm_up(self) -> None:
        """There is nothing to load."""


class Prompted:
    """One utterance: the lines whose waves were heard."""

    def __init__(self, prompter: Prompter, language: Language) -> None:
        self.prompter = prompter
        self.language = language
        self.heard: list[int] = []

    async def hear(self, sound: Sound, /) -> None:
        """Note which lines sound."""
        for start in range(0, len(sound) - 1, 320):
            number = (height(sound[start : start + 2]) - LOUD) // LINE
            if number >= 0 and number not in self.heard:
                self.heard.append(number)

    async def partial(self) -> Transcript:
        """The same as `transcript`."""
        return await self.transcript()

    async def transcript(self) -> Transcript:
        """The lines, one after the other."""
        await anyio.sleep(self.prompter.delay)
        texts = [self.prompter.lines[number] for number in self.heard]
        return Transcript(" ".join(texts), self.language)


class Speller:
    """The voice of a stage: spells, 60 ms a character, whatever the language."""

    async def speak(self, text: str, /, language: Language) -> AsyncGenerator[Sound]:
        """Spell the text."""
        del language
        for letter in text:
            yield ord(letter).to_bytes(2, "little") * LETTER


def spelled(sound: Sound) -> str:
    """What was heard of a speller: its whole characters."""
    samples = np.frombuffer(sound, "<u2")
    begins = np.flatnonzero(np.diff(samples, prepend=~samples[:1]))
    runs = np.diff(begins, append=len(samples)) // LETTER
    letters = zip(samples[begins].tolist(), runs.tolist(), strict=True)
    return "".join(chr(code) * run for code, run in letters if code)


def height(sample: Sound) -> int:
    """The height of a sample above or below zero."""
    return abs(int.from_bytes(sample, "little", signed=True))


def since(news: Fix | tuple[float, str]) -> float:
    """When a receiver has something to say."""
    return news.at if isinstance(news, Fix) else news[0]


def located(fix: Fix, now: float) -> link.Located:
    """A fix as glasses tell it."""
    where = fix.spot
    position = link.Position(where.latitude, where.longitude, fix.accuracy, fix.course, fix.speed)
    return link.Located(position, age=now - fix.at)


@dataclass
class Stage:
    """What happens, built up cue by cue, and what came of it. Times are seconds.

    The hub is always `awake` for what the wearer says, or else only after a touch. `lamp` tells
    what the microphone is used for, whenever that changes.
    """

    profile: Profile = AR
    language: Language = ENGLISH
    cues: list[tuple[float, Callable[[Glasses], None]]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    waves: list[tuple[float, float, int]] = field(default_factory=list)
    views: list[tuple[float, float, bytes | str]] = field(default_factory=list)
    fixes: list[Fix | tuple[float, str]] = field(default_factory=list)
    script: list[str] = field(default_factory=list)
    ear: str = ""
    read: list[str] = field(default_factory=list)
    spoken_in: list[Language] = field(default_factory=list)
    sides: list[int] = field(default_factory=list)
    lamp: list[str] = field(default_factory=list)
    drawings: list[Drawing] = field(default_factory=list)
    shown: list[cards.Card] = field(default_factory=list)
    filming: bool = False
    last_cue: float = 0.0
    awake: bool = True
    token: str | None = None

    def says(self, text: str, *, at: float, until: float) -> "Stage":
        """The wearer says something."""
        self.waves.append((at, until, LOUD + LINE * len(self.lines)))
        self.lines.append(text)
        self.last_cue = max(self.last_cue, until)
        return self

    def coughs(self, *, at: float) -> "Stage":
        """Make a noise that is no word."""
        return self.says("", at=at, until=at + 0.08)

    def types(self, text: str, *, at: float) -> "Stage":
        """The wearer types a sentence."""
        return self.cue(at, lambda glasses: glasses.type(text))

    def touches(self, gesture: Gesture, *, at: float) -> "Stage":
        """The wearer touches the temple."""
        return self.cue(at, lambda glasses: glasses.touch(gesture))

    def presses(self, *, at: float, until: float) -> "Stage":
        """The wearer holds push-to-talk."""
        self.cue(at, lambda glasses: glasses.talk(pressed=True))
        return self.cue(until, lambda glasses: glasses.talk(pressed=False))

    def sees(self, picture: bytes | str, *, at: float, until: float = inf) -> "Stage":
        """Something is in view: a JPEG, or why the camera shows none. The latest counts."""
        self.views.append((at, until, picture))
        return self

    def view(self, at: float) -> bytes | str:
        """What the camera shows."""
        views = [seen for start, end, seen in self.views if start <= at < end]
        return views[-1] if views else "missing"

    def walks(self, fixes: Iterable[Fix]) -> "Stage":
        """The receiver has these fixes; their times are seconds of the play."""
        self.fixes += fixes
        return self

    def is_lost(self, reason: str, *, at: float) -> "Stage":
        """From then on the receiver says why it knows nothing, until its next fix."""
        self.fixes.append((at, reason))
        return self

    def whereabouts(self, at: float) -> link.Located | str:
        """What the receiver says."""
        known = [each for each in self.fixes if since(each) <= at]
        if not known:
            return "silent" if self.fixes else "missing"
        latest = max(known, key=since)
        return latest[1] if isinstance(latest, tuple) else located(latest, at)

    def cue(self, at: float, act: Callable[[Glasses], None]) -> "Stage":
        """Something happens at a time."""
        self.cues.append((at, act))
        self.last_cue = max(self.last_cue, at)
        return self

    def sound(self, at: float) -> Sound:
        """The microphone's next 20 ms."""
        for start, end, wave in self.waves:
            if start <= at < end:
                up, down = (level.to_bytes(2, "little", signed=True) for level in (wave, -wave))
                return (up + down) * (PIECE // 2)
        return b"\x02\x00\xfe\xff" * (PIECE // 2)

    def is_quiet(self, at: float) -> bool:
        """Whether nobody has said anything lately or will very soon: nothing to hear closely."""
        return not any(start - 0.3 <= at < end + 3.0 for start, end, _ in self.waves)

    def note(self, at: float, what: str) -> None:
        """Write down what the wearer saw or heard."""
        self.script.append(f"{at:.1f} {what}")


def stage_engines(stage: Stage, more: dict[Key[Any], Any] | None = None) -> Engines:
    """Engines that are perfect and cost nothing, and others in their place."""
    clock = SteppedClock(START)
    found: dict[Key[Any], Any] = {
        VOICE_ACTIVITY: LoudIsSpeech(),
        RECOGNISER: Prompter(stage.lines),
        VOICE: Speller(),
        RECORDS: SQLite(":memory:", clock),
        **(more or {}),
    }
    if isinstance(found[RECORDS], SQLite):
        found.setdefault(MEETINGS, SQLiteMeetings(found[RECORDS]))
    return Engines(found, {key.name: "stage" for key in found})


COMPILED: dict[tuple[tuple[int, int], ...], tuple[tuple[Skill, ...], dict[Language, Grammar]]] = {}
"""What can be said to skills that were on a stage before: compiling takes as long as a play.

The skills themselves are kept with it, for an id is somebody else's once they are gone.
"""


async def converse(
    stage: Stage,
    skills: Iterable[Skill],
    engines: dict[Key[Any], Any] | None = None,
    *,
    until: float | None = None,
    through: Through = lambda connection: connection,
    config: Config | None = None,
) -> Hub:
    """Play a stage to its end; `stage.script` and `stage.ear` tell what came of it.

    `engines` replace those of the stage. `until` is when the curtain falls: by default five
    seconds after the last cue. `through` puts a network between hub and glasses.
    """
    config = config or Config()
    composed = stage_engines(stage, engines)
    clock = composed.found[RECORDS].clock
    cast = tuple(skills)
    catalogue = Catalogue(cast)
    _, known = COMPILED.setdefault(
        tuple((id(each), len(each.actions)) for each in cast), (cast, {})
    )
    catalogue.grammars |= known
    async with Hub(config, catalogue, composed, clock=clock) as hub:
        await act(hub, stage, until=until, through=through)
    if not catalogue.set_aside:
        known |= catalogue.grammars
    return hub


async def act(
    hub: Hub,
    stage: Stage,
    *,
    until: float | None = None,
    through: Through = lambda connection: connection,
) -> None:
    """Play a stage on a hub that may have others."""
    start = anyio.current_time()
    end = stage.last_cue + 5.0 if until is None else until
    async with anyio.create_task_group() as tasks:

        async def dial() -> Connection:
            here, there = memory_link()
            tasks.start_soon(serve, hub, there)
            return through(here)

        speaker = VirtualSpeaker(keep=True)
        wire = GlassesLink(
            stage.profile, stage.language, token=stage.token, client="stage", time_zone="UTC"
        )
        async with put_on(wire, dial, speaker) as glasses:
            glasses.receiver.where = lambda: stage.whereabouts(anyio.current_time() - start)
            glasses.camera.view = lambda: stage.view(anyio.current_time() - start)
            if stage.awake:
                hub.sessions[glasses.link.session or ""].hearing.stay_awake()
            tasks.start_soon(watch, stage, glasses, start)
            tasks.start_soon(prompt, stage, glasses, start)
            await speak(stage, glasses, start, end)
            speaker.advance(anyio.current_time())
            stage.ear = spelled(bytes(speaker.recording))
        tasks.cancel_scope.cancel()


async def speak(stage: Stage, glasses: Glasses, start: float, end: float) -> None:
    """Let the microphone hear the whole play."""
    number, last = 0, round(end * 50)
    while number < last:
        quiet = stage.is_quiet(number / 50) and glasses.link.ring.room >= QUIET * PIECE
        pieces = min(QUIET if quiet else 1, last - number)
        sound = stage.sound(number / 50) * pieces
        if quiet:
            at_once(glasses, sound)
        else:
            await glasses.hear(sound, real_time=False)
        number += pieces
        await anyio.sleep_until(start + number / 50)


def at_once(glasses: Glasses, sound: Sound) -> None:
    """Record a sound that is one frame, however short the hub wants them: it costs a tenth."""
    ring = glasses.link.ring
    wanted, ring.chunk = ring.chunk, samples_in(sound)
    glasses.record(sound)
    ring.chunk = wanted


async def prompt(stage: Stage, glasses: Glasses, start: float) -> None:
    """Give the cues at their times."""
    for at, what in sorted(stage.cues, key=lambda cue: cue[0]):
        await anyio.sleep_until(start + at)
        what(glasses)


async def watch(stage: Stage, glasses: Glasses, start: float) -> None:
    """Write down what arrives."""
    async for message in glasses:
        at = anyio.current_time() - start
        see(stage, at, message)
        match message:
            case Drawing():
                stage.drawings.append(message)
            case link.Heard(text=text):
                stage.note(at, f"heard {text}")
            case link.SpeechBegins(text=text, language=language, side=side):
                stage.read.append(text)
                stage.spoken_in.append(language)
                stage.sides.append(side)
            case link.SpeechEnds(samples=samples) if samples:
                stage.note(at, "spoken")
            case link.Flush():
                stage.note(at, "flush")
            case link.Duck(on=ducked):
                stage.note(at, "duck" if ducked else "unduck")
            case link.Earcon(name=name):
                stage.note(at, f"earcon {name}")
            case link.Adjust():
                stage.note(at, "adjust")


def see(stage: Stage, at: float, message: object) -> None:
    """Write down what can be seen."""
    match message:
        case link.Show(card=card):
            stage.shown.append(card)
            texts = [card.title, *(line.text for line in card.lines)]
            stage.note(at, "show " + " | ".join(text for text in texts if text))
        case link.Update(card=card):
            stage.shown.append(card)
            stage.note(at, "draw " + " | ".join(cards.words(card)))
        case link.Light(purpose=purpose, camera=camera):
            stage.lamp.append(purpose)
            if camera != stage.filming:
                stage.filming = camera
                stage.note(at, "camera on" if camera else "camera off")
