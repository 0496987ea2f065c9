"""The engines of a session, timed: how long each took in a turn is told to its timeline."""

from collections.abc import Callable, Mapping
from typing import Any

from lorgnette.engines import RECOGNISER, SEER, THINKER, TRANSLATOR, VOICE, Key
from lorgnette.engines.wrap.several import Several
from lorgnette.engines.wrap.timing import (
    Stopwatch,
    TimedRecogniser,
    TimedSeer,
    TimedThinker,
    TimedTranslator,
    TimedVoice,
    Timing,
)

WRAPPERS: Mapping[Key[Any], Callable[[Any, Stopwatch], Any]] = {
    RECOGNISER: TimedRecogniser,
    VOICE: TimedVoice,
    TRANSLATOR: TimedTranslator,
    SEER: TimedSeer,
    THINKER: TimedThinker,
}
"""The engines that take time; ears hear every 20 ms, and are not told of."""


def timed(
    found: Mapping[Key[Any], Any], clock: Callable[[], float], tell: Callable[[Timing], None]
) -> dict[Key[Any], Any]:
    """The same engines; each use of one of them is told, and which of several it was."""

    def wrap(key: Key[Any], engine: Any, provider: str = "") -> Any:
        wrapper = WRAPPERS.get(key)
        if wrapper is None:
            return engine
        if isinstance(engine, Several):
            parts = {name: wrap(key, part, name) for name, part in engine.parts.items()}
            return type(engine)(parts)
        return wrapper(engine, Stopwatch(key.name, clock, tell, provider))

    return {key: wrap(key, engine) for key, engine in found.items()}
