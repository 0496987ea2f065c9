"""A scripted voice, and the promises of every `Voice`."""

from collections.abc import AsyncGenerator, Collection
from contextlib import aclosing

import anyio

from lorgnette.core.errors import EngineFailed, UnsupportedLanguage
from lorgnette.core.types import (
    CHINESE,
    ENGLISH,
    SAMPLE_BYTES,
    SAMPLE_RATE,
    Language,
    Sound,
    samples_in,
)
from lorgnette.engines import Voice
from lorgnette.testing.promises import promise

NOBODY_SPEAKS = Language("zz")
"""A language that no voice knows."""


class ScriptedVoice:
    """A `Voice` that hums for as long as speaking would take.

    The sound of a text is always the same, `pace` seconds for each character, given in chunks of
    `chunk` seconds, the first after `delay` seconds. Texts in `failing` raise EngineFailed after
    the first chunk; texts in `hanging` give one chunk and then nothing, for ever.
    """

    def __init__(
        self,
        *,
        delay: float = 0.0,
        pace: float = 0.06,
        chunk: float = 0.1,
        languages: Collection[Language] = (ENGLISH, CHINESE),
    ) -> None:
        """It speaks at once by default, in English and Chinese."""
        self.delay = delay
        self.pace = pace
        self.chunk = chunk
        self.languages = languages
        self.failing: set[str] = set()
        self.hanging: set[str] = set()
        self.asked: list[tuple[str, Language]] = []
        """What it was asked to say, in order."""
        self.interrupted: list[str] = []
        """What it did not say to the end."""

    def sound_of(self, text: str) -> Sound:
        """The whole sound of a text: a hum whose pitch depends on the text."""
        count = round(len(text) * self.pace * SAMPLE_RATE)
        period = 60 + sum(text.encode()) % 100
        hum = bytes(2 * period // 2) + b"\x00\x10" * (period // 2)
        return (hum * (count * SAMPLE_BYTES // len(hum) + 1))[: count * SAMPLE_BYTES]

    async def speak(self, text: str, /, language: Language) -> AsyncGenerator[Sound]:
        """Hum."""
        self.asked.append((text, language))
        if language not in self.languages:
            raise UnsupportedLanguage(language)
        sound = self.sound_of(text)
        step = round(self.chunk * SAMPLE_RATE) * SAMPLE_BYTES
        finished = False
        try:
            await anyio.sleep(self.delay)
            for start in range(0, len(sound), step):
                yield sound[start : start + step]
                if text in self.failing:
                    raise EngineFailed("this voice fails as the script says")
                if text in self.hanging:
                    await anyio.sleep_forever()
            finished = True
        finally:
            if not finished:
                self.interrupted.append(text)


async def check_voice(
    voice: Voice, language: Language = ENGLISH, text: str = "Good morning. How are you today?"
) -> None:
    """Every promise of a `Voice`, with a `text` of a few words in a `language` it speaks.

    Raises AssertionError with the first promise that is not kept.
    """
    await check_it_speaks(voice, language, text)
    await check_unknown_languages_are_refused(voice, text)
    await check_it_can_be_interrupted(voice, language, text)
    await check_several_can_be_spoken_to(voice, language, text)


async def check_it_speaks(voice: Voice, language: Language, text: str) -> None:
    """Chunks are whole samples, never empty, and last about as long as the text does."""
    chunks = await _all_of(voice, text, language)
    promise(bool(chunks) and all(chunks), "there is sound, and no chunk is empty")
    promise(all(len(chunk) % SAMPLE_BYTES == 0 for chunk in chunks), "chunks are whole samples")
    promise(any(any(chunk) for chunk in chunks), "it is not silent")
    promise(_roughly_right(_seconds(chunks), text), "it lasts about as long as a person would need")
    promise(await _all_of(voice, "", language) == [], "no text, no sound")


async def check_unknown_languages_are_refused(voice: Voice, text: str) -> None:
    """UnsupportedLanguage comes before the first chunk."""
    refused = False
    try:
        await _all_of(voice, text, NOBODY_SPEAKS)
    except UnsupportedLanguage:
        refused = True
    promise(refused, "a language it does not know raises UnsupportedLanguage")


async def check_it_can_be_interrupted(voice: Voice, language: Language, text: str) -> None:
    """After an interruption, by closing or by cancelling, the next text is spoken clean."""
    whole = _seconds(await _all_of(voice, text, language))
    async with aclosing(voice.speak(f"{text} {text} {text}", language)) as sounds:
        await anext(sounds)
    again = _seconds(await _all_of(voice, text, language))
    promise(abs(again - whole) < 0.2 * whole, "nothing of a closed text is heard later")
    with anyio.CancelScope() as scope:
        scope.cancel()
        await _all_of(voice, f"{text} {text} {text}", language)
    again = _seconds(await _all_of(voice, text, language))
    promise(abs(again - whole) < 0.2 * whole, "nothing of a cancelled text is heard later")


async def check_several_can_be_spoken_to(voice: Voice, language: Language, text: str) -> None:
    """Several wearers at once each hear their own text, though one of them listens slowly."""
    short, long = text, f"{text} {text} {text} {text}"
    lengths: dict[str, float] = {}

    async def hear(words: str) -> None:
        lengths[words] = _seconds(await _all_of(voice, words, language))

    async with aclosing(voice.speak(long, language)) as slow:
        await anext(slow)
        async with anyio.create_task_group() as wearers:
            for words in (short, long):
                wearers.start_soon(hear, words)
    promise(2 * lengths[short] < lengths[long] < 8 * lengths[short], "each hears their own text")


async def _all_of(voice: Voice, text: str, language: Language) -> list[Sound]:
    async with aclosing(voice.speak(text, language)) as sounds:
        return [sound async for sound in sounds]


def _seconds(chunks: list[Sound]) -> float:
    return sum(map(samples_in, chunks)) / SAMPLE_RATE


def _roughly_right(seconds: float, text: str) -> bool:
    """Between 50 and 5 characters a second; a Chinese one is worth three."""
    letters = sum(3 if letter >= "\u2e80" else 1 for letter in text)
    return letters / 50 < seconds < letters / 5 + 1
