"""A scripted recogniser, and the promises of every `Recogniser`."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from math import inf

import anyio

from lorgnette.core.errors import EngineFailed, UnsupportedLanguage
from lorgnette.core.types import CHINESE, ENGLISH, SAMPLE_RATE, Language, Sound, samples_in
from lorgnette.engines import Hearing, Recogniser, Transcript, Vocabulary
from lorgnette.testing.promises import promise

NOBODY_HEARS = Language("zz")
"""A language that no recogniser knows."""


class ScriptedHearing:
    """One utterance whose words are known beforehand. Made by `ScriptedRecogniser.open`."""

    def __init__(self, said: str, language: Language, pace: float, delay: float) -> None:
        """As for `ScriptedRecogniser`."""
        self.said = said
        self.samples = 0
        """How many samples it has heard."""
        self._language = language
        self._pace = pace
        self._delay = delay
        self.failing = False
        """Whether `transcript` raises EngineFailed."""

    async def hear(self, sound: Sound, /) -> None:
        """Count the samples."""
        self.samples += samples_in(sound)

    async def partial(self) -> Transcript:
        """The same as `transcript`."""
        return await self.transcript()

    async def transcript(self) -> Transcript:
        """As many words as can have been said by now."""
        await anyio.sleep(self._delay)
        if self.failing:
            raise EngineFailed("this recogniser fails as the script says")
        words = self.said.split(" ")
        said = len(words) if self._pace == inf else int(self.samples / SAMPLE_RATE * self._pace)
        return Transcript(" ".join(words[:said]), self._language)


class ScriptedRecogniser:
    """A `Recogniser` that hears what is written, whatever the sound: one text an utterance.

    Words appear as sound is heard, `pace` a second (all at once by default), and each transcript
    takes `delay` seconds. After the last text it hears nothing.
    """

    def __init__(
        self,
        *said: str,
        pace: float = inf,
        delay: float = 0.0,
        languages: Collection[Language] = (ENGLISH, CHINESE),
    ) -> None:
        """`said`: the utterances, in order."""
        self._said = said
        self._pace = pace
        self._delay = delay
        self._languages = languages
        self.opened: list[ScriptedHearing] = []
        """Every utterance it was given, in order."""
        self.vocabularies: list[Vocabulary | None] = []
        """The vocabulary it was given with each."""
        self.open_now = 0
        """How many utterances are being heard."""

    @asynccontextmanager
    async def open(
        self, language: Language, vocabulary: Vocabulary | None = None
    ) -> AsyncIterator[ScriptedHearing]:
        """Hear the next text."""
        if language not in self._languages:
            raise UnsupportedLanguage(language)
        said = self._said[len(self.opened)] if len(self.opened) < len(self._said) else ""
        hearing = ScriptedHearing(said, language, self._pace, self._delay)
        self.opened.append(hearing)
        self.vocabularies.append(vocabulary)
        self.open_now += 1
        try:
            yield hearing
        finally:
            self.open_now -= 1

    async def warm_up(self) -> None:
        """There is nothing to load."""


async def check_recogniser(
    recogniser: Recogniser, sound: Sound, words: Collection[str], language: Language = ENGLISH
) -> None:
    """Every promise of a `Recogniser`, with a recording and `words` that are heard in it.

    Raises AssertionError with the first promise that is not kept.
    """
    await recogniser.warm_up()
    async with recogniser.open(language) as hearing:
        for nothing in (await hearing.partial(), await hearing.transcript()):
            promise(nothing.language == language, "a transcript names the language")
        heard = await _heard(hearing, sound)
        promise(all(word in heard for word in words), f"it hears {sorted(words)}, not {heard!r}")
        promise(await _heard(hearing, b"") == heard, "the same sound is the same transcript")
    await check_partials(recogniser, sound, words, language)
    await check_two_at_once(recogniser, sound, words, language)
    with anyio.CancelScope() as scope:
        async with recogniser.open(language) as hearing:
            await hearing.hear(sound)
            scope.cancel()
            await hearing.transcript()
    refused = False
    try:
        async with recogniser.open(NOBODY_HEARS):
            pass
    except UnsupportedLanguage:
        refused = True
    promise(refused, "a language it does not know raises UnsupportedLanguage on entering")


async def check_partials(
    recogniser: Recogniser, sound: Sound, words: Collection[str], language: Language
) -> None:
    """Captions while one speaks: asking for them changes nothing in what is heard in the end."""
    middle = len(sound) // 4 * 2
    async with recogniser.open(language) as hearing:
        await _heard(hearing, sound[:middle])
        await hearing.hear(sound[middle:])
        partial = await hearing.partial()
        promise(partial.language == language, "a partial names the language")
        heard = await _heard(hearing, b"")
        promise(all(word in heard for word in words), "a partial takes nothing from a transcript")


async def check_two_at_once(
    recogniser: Recogniser, sound: Sound, words: Collection[str], language: Language
) -> None:
    """Two utterances at once: what is said in one is not heard in the other."""
    async with recogniser.open(language) as one, recogniser.open(language) as other:
        await other.hear(bytes(len(sound)))
        heard = await _heard(one, sound)
        promise(all(word in heard for word in words), "two utterances can be heard at once")
        silence = await _heard(other, b"")
        promise(not any(word in silence for word in words), "one does not hear the other")


async def _heard(hearing: Hearing, sound: Sound) -> str:
    """What is heard once the sound has come, in pieces of an unusual length."""
    for start in range(0, len(sound), 1234):
        await hearing.hear(sound[start : start + 1234])
    return (await hearing.transcript()).text.lower()
