"""The recogniser: asks the server what it knows, and gives it each utterance."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

import anyio

from lorgnette.core.errors import EngineHung, UnsupportedLanguage
from lorgnette.core.types import Language, Sound
from lorgnette.engines import Hearing, Transcript, Vocabulary
from lorgnette.providers.whole.asked import AskedHearing
from lorgnette.providers.wyoming.connection import connect, connected
from lorgnette.providers.wyoming.events import Event
from lorgnette.providers.wyoming.settings import WyomingSettings, settings_from
from lorgnette.providers.wyoming.take import Take

PATIENCE_TO_DESCRIBE: Final = 10.0


class Wyoming:
    """Speech to text by a Wyoming server."""

    def __init__(self, tables: Mapping[str, Any]) -> None:
        """`tables`: the configuration. Raises MissingPart without an address."""
        self._settings = settings_from(tables)
        self._languages = {Language(each.lower()) for each in self._settings.languages}

    @property
    def languages(self) -> frozenset[Language]:
        """The languages that the server named, once it was asked."""
        return frozenset(self._languages)

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether what the wearer says would go to another machine."""
        return not settings_from(tables).is_here

    @asynccontextmanager
    async def open(
        self, language: Language, _vocabulary: Vocabulary | None = None
    ) -> AsyncIterator[Hearing]:
        """Start to hear one utterance. The vocabulary is not used.

        Raises UnsupportedLanguage, and EngineFailed when the server is away.
        """
        if not self._languages:
            self._languages = await self._describe()
        if language not in self._languages:
            raise UnsupportedLanguage(f"{self._settings.place} does not know {language!r}")
        hearing = WyomingHearing(self._settings, language)
        try:
            yield hearing
        finally:
            await hearing.aclose()

    async def warm_up(self) -> None:
        """Ask the server which languages it knows. Raises EngineFailed when it is away."""
        if not self._languages:
            self._languages = await self._describe()

    async def _describe(self) -> set[Language]:
        try:
            with anyio.fail_after(PATIENCE_TO_DESCRIBE):
                async with connected(self._settings) as connection:
                    await connection.send(Event("describe"))
                    while (event := await connection.receive()).type != "info":
                        pass
        except TimeoutError as error:
            raise EngineHung(f"{self._settings.place} does not say what it is") from error
        return languages_in(event.data, self._settings.model)


class WyomingHearing:
    """One utterance being heard. Made by `Wyoming.open`."""

    def __init__(self, settings: WyomingSettings, language: Language) -> None:
        self._settings = settings
        self._language = language
        self._asked = AskedHearing(self._ask, language)
        self._take: Take | None = None

    async def hear(self, sound: Sound, /) -> None:
        """Take the next piece of sound."""
        await self._asked.hear(sound)

    async def partial(self) -> Transcript:
        """What the server said before the end, if it is one that does. Raises EngineFailed."""
        async with self._taking() as take:
            await take.send(bytes(self._asked.sound))
            text = await take.by_now()
        return Transcript(" ".join(text.split()), self._language)

    async def transcript(self) -> Transcript:
        """What the server hears in everything so far. Raises EngineFailed."""
        return await self._asked.transcript()

    async def _ask(self, sound: Sound) -> str:
        """End the take. If more is said, the next one begins from the first sample again."""
        async with self._taking() as take:
            await take.send(sound)
            text = await take.end()
        await self.aclose()
        return " ".join(text.split())

    @asynccontextmanager
    async def _taking(self) -> AsyncIterator[Take]:
        """The take that is going on, or a new one. After an error or a cancellation it is over."""
        try:
            if self._take is None:
                self._take = Take(await connect(self._settings))
                await self._take.begin(self._language, self._settings.model)
            yield self._take
        except BaseException:
            await self.aclose()
            raise

    async def aclose(self) -> None:
        """Hang up."""
        take, self._take = self._take, None
        if take is not None:
            with anyio.CancelScope(shield=True):
                await take.aclose()


def languages_in(info: Mapping[str, Any], model: str) -> set[Language]:
    """The languages that a server names for its recogniser, without their regions."""
    found: set[Language] = set()
    programs = info.get("asr")
    for program in programs if isinstance(programs, list) else []:
        models = program.get("models") if isinstance(program, dict) else None
        for each in models if isinstance(models, list) else []:
            if isinstance(each, dict) and (not model or each.get("name") == model):
                known = each.get("languages")
                tags = known if isinstance(known, list) else []
                found |= {_language(tag) for tag in tags if isinstance(tag, str)}
    return found


def _language(tag: str) -> Language:
    return Language(tag.replace("_", "-").partition("-")[0].lower())
