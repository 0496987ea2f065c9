"""The engines that transcribing needs."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio

from lorgnette.app.composition import compose, states
from lorgnette.app.config import Config
from lorgnette.core.errors import MissingPart
from lorgnette.core.types import Language
from lorgnette.engines import RECOGNISER, VOICE_ACTIVITY, Recogniser, VoiceActivity


@asynccontextmanager
async def engines_for(
    config: Config, language: Language
) -> AsyncIterator[tuple[Recogniser, VoiceActivity]]:
    """The recogniser and the voice activity of the house, loaded.

    Raises MissingPart when there is none, UnsupportedLanguage when the recogniser does not know
    the language.
    """
    engines = compose(config, (VOICE_ACTIVITY, RECOGNISER))
    try:
        await engines.warm_up()
        for key in (VOICE_ACTIVITY, RECOGNISER):
            if key not in engines.found:
                raise MissingPart(f"no {key.name}: {states(engines)[key.name]}")
        recogniser: Recogniser = engines.found[RECOGNISER]
        async with recogniser.open(language):
            pass  # it says at once whether it knows the language
        yield recogniser, engines.found[VOICE_ACTIVITY]
    finally:
        with anyio.CancelScope(shield=True):
            await engines.aclose()
