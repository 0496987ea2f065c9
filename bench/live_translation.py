"""How soon what is said in English appears in Spanish: captions in real time, then Apertium.

A word counts as translated when a translation of words that reach as far as it is shown.
"""

import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast

import anyio

import report
from captions import engines, feed
from dialogue import Turn, conversation
from lorgnette.app.captioning import Captioning
from lorgnette.app.composition import compose
from lorgnette.app.config import Config
from lorgnette.core.captions import CaptionEvent
from lorgnette.core.cards import Card
from lorgnette.core.types import ENGLISH, Language
from lorgnette.core.words import split
from lorgnette.engines import TRANSLATOR, Translation, Translator
from lorgnette.skills import Life
from lorgnette.skills.translate.following import Following
from lorgnette.skills.translate.skill import skill
from lorgnette.testing.turns import turn_for

SPANISH = Language("es")


class Noted:
    """A translator that notes when it has translated what."""

    def __init__(self, inner: Translator, start: float) -> None:
        self.inner = inner
        self.quick = True
        self.start = start
        self.done: list[tuple[float, str]] = []

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """Translate, and note it."""
        found = await self.inner.translate(text, source=source, target=target)
        self.done.append((time.monotonic() - self.start, text))
        return found


class Listening:
    """As much of a life as following somebody needs."""

    def __init__(self, captioning: Captioning) -> None:
        self.captioning = captioning
        self.drawn = 0

    def show(self, card: Card) -> None:
        """Count what is drawn."""
        del card
        self.drawn += 1

    @asynccontextmanager
    async def captions(self, language: Language) -> AsyncIterator[AsyncIterator[CaptionEvent]]:
        """What is said, from now on."""
        del language
        with self.captioning.read() as reader:
            yield reader


async def measure() -> dict[str, Any]:
    sound, turns = conversation(("slt", "rms"), pauses=(0.5, 0.3, 0.9))
    captioning = Captioning(await engines(), ENGLISH)
    composed = compose(Config(), (TRANSLATOR,))
    await composed.warm_up()
    pcm = (sound * 32767).clip(-32768, 32767).astype("<i2").tobytes()
    start = time.monotonic()
    noted = Noted(composed.found[TRANSLATOR], start)
    life = Listening(captioning)
    following = Following(turn_for(skill, engines={TRANSLATOR: noted}), ENGLISH, SPANISH)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(captioning.run)
        tasks.start_soon(feed, captioning, pcm, start, True)
        await following.live(cast("Life", life))
    await composed.aclose()
    waits = [wait for turn in turns for wait in waits_of(turn, noted.done)]
    return {
        "words": sum(len(turn.words) for turn in turns),
        "words that were found": len(waits),
        "word to translation, median s": round(report.percentile(waits, 0.5), 2),
        "word to translation, 95 % s": round(report.percentile(waits, 0.95), 2),
        "translations": len(noted.done),
        "cards": life.drawn,
    }


def waits_of(turn: Turn, done: Sequence[tuple[float, str]]) -> list[float]:
    """Seconds from each word of a turn to the first translation that reaches it."""
    waits = []
    for at, word in enumerate(turn.words):
        before = turn.words[at - 1].text if at else None
        for when, text in done:
            if not word.end < when < word.end + 8:
                continue
            words = split(text, ENGLISH)
            pairs = zip((None, *words), words, strict=False)
            if any(two == word.text and one in (before, None) for one, two in pairs):
                waits.append(when - word.end)
                break
    return waits


if __name__ == "__main__":
    report.save("live_translation", anyio.run(measure))
