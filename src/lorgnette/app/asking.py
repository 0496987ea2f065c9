"""One typed sentence, answered by a hub in this process without sound."""

import argparse

import anyio

from lorgnette.app.composition import ENGINES
from lorgnette.app.config import Config
from lorgnette.app.house import whole_hub
from lorgnette.app.session.timeline import Moment, Watcher
from lorgnette.core.types import PROFILES, Language
from lorgnette.engines import (
    DIARISER,
    RECOGNISER,
    SPEAKER_EMBEDDER,
    VOICE,
    VOICE_ACTIVITY,
    WAKE_WORD,
)
from lorgnette.link.messages import VERSION, Hello

OF_SOUND = (WAKE_WORD, VOICE_ACTIVITY, RECOGNISER, SPEAKER_EMBEDDER, DIARISER, VOICE)

SILENT = tuple(key for key in ENGINES if key not in OF_SOUND)
"""The engines that a typed sentence may need."""

PATIENCE = 60.0
"""Seconds after which an answer is given up."""


async def ask(config: Config, given: argparse.Namespace, watch: Watcher) -> bool:
    """Ask and watch; whether the turn came to its end."""
    language = Language(given.lang or config.hub.language)
    finished = anyio.Event()

    def note(moment: Moment) -> None:
        if moment.kind == "done":
            finished.set()

    async with whole_hub(config, given.skill, only=given.only_skill, wanted=SILENT) as hub:
        hub.watchers += [watch, note]
        session = hub.session_of(Hello(VERSION, PROFILES[given.profile], language))
        await session.started.wait()
        session.hearing.typed(given.text, language)
        with anyio.move_on_after(PATIENCE):
            await finished.wait()
    return finished.is_set()
