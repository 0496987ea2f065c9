"""Which provider stands behind which engine: the one place where they are chosen.

Providers enter through the entry points `lorgnette.providers`, named `engine.provider`. Each is
a class or function called with the configuration as plain tables; it gives the engine, or raises
MissingPart.
A provider that fails is set aside with a reason and the next one is tried. Of some engines all
that work are used, each for what it can do.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from pathlib import Path
from typing import Any

import anyio
import msgspec

from lorgnette.app.clocks import SystemClock
from lorgnette.app.config import Config
from lorgnette.app.discreet import DiscreetSeer
from lorgnette.app.tracing import cause_of, report
from lorgnette.app.veiled import VeiledBroadcaster, VeiledProjector
from lorgnette.core.errors import ConfigurationError, EngineFailed, OperatorError
from lorgnette.engines import (
    BROADCASTER,
    CATALOGUE,
    CODE_READER,
    DIARISER,
    FACE_FINDER,
    LANGUAGE_IDENTIFIER,
    PAINTER,
    PLACES,
    PROJECTOR,
    READER,
    RECOGNISER,
    ROUTER,
    SEER,
    SPEAKER_EMBEDDER,
    THINKER,
    TRANSLATOR,
    VOICE,
    VOICE_ACTIVITY,
    WAKE_WORD,
    Key,
)
from lorgnette.engines.wrap.catalogues import SeveralCatalogues
from lorgnette.engines.wrap.faithful import FaithfulTranslator
from lorgnette.engines.wrap.places import SeveralPlaces
from lorgnette.engines.wrap.remembered import RememberedCatalogue
from lorgnette.engines.wrap.remembered_places import RememberedPlaces
from lorgnette.engines.wrap.retry import (
    Patience,
    RetryingThinker,
    RetryingTranslator,
    RetryingVoice,
)
from lorgnette.engines.wrap.routers import SeveralRouters
from lorgnette.engines.wrap.several import (
    Several,
    SeveralRecognisers,
    SeveralTranslators,
    SeveralVoices,
)
from lorgnette.store.goods import FILE, SQLiteAnswers

log = logging.getLogger(__name__)

ENTRY_POINTS = "lorgnette.providers"

ENGINES: tuple[Key[Any], ...] = (
    WAKE_WORD,
    VOICE_ACTIVITY,
    RECOGNISER,
    SPEAKER_EMBEDDER,
    VOICE,
    TRANSLATOR,
    LANGUAGE_IDENTIFIER,
    DIARISER,
    CODE_READER,
    READER,
    CATALOGUE,
    PAINTER,
    FACE_FINDER,
    SEER,
    PROJECTOR,
    BROADCASTER,
    ROUTER,
    PLACES,
    THINKER,
)

Settings = Mapping[str, Any]
Make = Callable[[Settings], Any]

SEVERAL: Mapping[Key[Any], type[Several[Any]]] = {
    RECOGNISER: SeveralRecognisers,
    VOICE: SeveralVoices,
    TRANSLATOR: SeveralTranslators,
    CATALOGUE: SeveralCatalogues,
    ROUTER: SeveralRouters,
    PLACES: SeveralPlaces,
}
"""The engines of which all providers that work are used: one knows one language, one another."""


AGAIN = Patience(anyio.sleep)
"""Whoever failed for no lasting reason is asked once more, a moment later."""


@dataclass(frozen=True)
class Around:
    """What is known where a provider was made: its name, and whether it leaves the hub."""

    name: str
    leaves: bool
    settings: Settings
    found: Mapping[Key[Any], Any]


def remembered(made: Any, around: Around) -> Any:
    """A catalogue with a memory, when its answers may be kept."""
    if not (keeps := getattr(made, "keeps", 0)):
        return made
    answers = SQLiteAnswers(Path(around.settings["hub"]["data"]) / FILE, around.name)
    return RememberedCatalogue(made, answers, SystemClock(), keeps)


def remembered_places(made: Any, _around: Around) -> Any:
    """A source of places with a memory, when its answers may be kept."""
    keeps = getattr(made, "keeps", 0)
    return RememberedPlaces(made, SystemClock(), keeps) if keeps else made


def patient_voice(made: Any, _around: Around) -> Any:
    """A voice that begins again when it failed before its first sound."""
    return RetryingVoice(made, AGAIN)


def patient_thinker(made: Any, _around: Around) -> Any:
    """A thinker that is asked again when it failed before its first word."""
    return RetryingThinker(made, AGAIN)


def faithful(made: Any, around: Around) -> Any:
    """A translator that is asked again when it failed, and compared with what was said."""
    names = around.settings["translator"]["names"]
    return FaithfulTranslator(RetryingTranslator(made, AGAIN), names)


def discreet(made: Any, around: Around) -> Any:
    """A seer that gets no more than it must, and no faces unless it is here or may have them."""
    hides = around.leaves and not around.settings["seer"]["faces"]
    return DiscreetSeer(made, around.found.get(FACE_FINDER), hides=hides)


def projected(made: Any, around: Around) -> Any:
    """A projector that is given no faces unless the wearer wants them to be seen."""
    return VeiledProjector(made, around.found.get(FACE_FINDER))


def broadcast(made: Any, around: Around) -> Any:
    """A broadcaster that is given no faces unless the wearer wants them to be seen."""
    return VeiledBroadcaster(made, around.found.get(FACE_FINDER))


WATCHED: Mapping[Key[Any], Callable[[Any, Around], Any]] = {
    VOICE: patient_voice,
    THINKER: patient_thinker,
    TRANSLATOR: faithful,
    CATALOGUE: remembered,
    PLACES: remembered_places,
    SEER: discreet,
    PROJECTOR: projected,
    BROADCASTER: broadcast,
}
"""What is put around every provider of an engine, whoever wrote it."""

FIRST = ("phrasebook", "sqlite", "valhalla", "maps")
"""Providers that are asked before all others: what they say was checked, or is on this machine."""

LAST = ("apertium", "microvad")
"""Providers that are asked when nobody else can: what they say is approximate."""


@dataclass
class Engines:
    """The engines of a hub, and why others are missing.

    `set_aside` are providers without which it goes on; `ailing` those that failed at first and
    are asked all the same, such as a server that is not up yet; `leaving` those that send what
    they are given to another machine.
    """

    found: dict[Key[Any], Any] = field(default_factory=dict)
    providers: dict[str, str] = field(default_factory=dict)
    set_aside: dict[str, str] = field(default_factory=dict)
    ailing: dict[str, str] = field(default_factory=dict)
    leaving: set[str] = field(default_factory=set)

    async def warm_up(self) -> None:
        """Load every engine; what cannot be loaded is set aside, unless it may work later."""
        for key in list(self.found):
            for provider, part in self.parts(key).items():
                warm = getattr(part, "warm_up", None)
                if warm is not None:
                    try:
                        await warm()
                    except EngineFailed as error:
                        self.ailing[f"{key.name}.{provider}"] = str(error)
                    except Exception as error:  # noqa: BLE001 - strangers raise anything
                        self.put_aside(key, error, provider)

    def parts(self, key: Key[Any]) -> dict[str, Any]:
        """The providers of an engine, by name."""
        engine = self.found[key]
        if isinstance(engine, Several):
            return dict(engine.parts)
        return {self.providers.get(key.name, ""): engine}

    def leaving_of(self, key: Key[Any]) -> set[str]:
        """The providers of this engine that send what they are given to another machine."""
        parts = self.parts(key) if key in self.found else ()
        return {f"{key.name}.{provider}" for provider in parts} & self.leaving

    def staying(self, key: Key[Any]) -> Any:
        """What of an engine works on this machine alone; None when there is nothing."""
        parts = self.parts(key) if key in self.found else {}
        here = {
            name: part for name, part in parts.items() if f"{key.name}.{name}" not in self.leaving
        }
        return together(key, here) if here else None

    def put(self, key: Key[Any], parts: dict[str, Any]) -> None:
        """Let these do the work of an engine from now on, the first first."""
        if not parts:
            self.found.pop(key, None)
            self.providers.pop(key.name, None)
            return
        self.found[key] = together(key, parts)
        self.providers[key.name] = ", ".join(parts)

    def put_aside(self, key: Key[Any], error: Exception, provider: str | None = None) -> None:
        """Go on without a provider that turned out not to work; by default, without the engine."""
        parts = self.parts(key)
        for name in [provider] if provider is not None else [*parts]:
            del parts[name]
            self.set_aside[f"{key.name}.{name}"] = why(cause_of(error))
        self.put(key, parts)

    async def aclose(self) -> None:
        """Stop every engine that has something to stop, the last one made first."""
        for engine in reversed(self.found.values()):
            stop = getattr(engine, "aclose", None)
            if stop is None:
                continue
            try:
                await stop()
            except Exception as error:  # noqa: BLE001 - the others must be stopped all the same
                report(log, "an engine does not stop", error)


def together(key: Key[Any], parts: Mapping[str, Any]) -> Any:
    """Some providers of an engine, at least one, as one."""
    return next(iter(parts.values())) if len(parts) == 1 else SEVERAL[key](parts)


def installed() -> dict[str, list[tuple[str, metadata.EntryPoint]]]:
    """The providers there are, by engine; ours come first, then strangers' by name."""
    found: dict[str, list[tuple[str, metadata.EntryPoint]]] = {}
    for point in sorted(metadata.entry_points(group=ENTRY_POINTS), key=_place):
        engine, _, provider = point.name.partition(".")
        found.setdefault(engine, []).append((provider, point))
    return found


def _place(point: metadata.EntryPoint) -> tuple[bool, bool, bool, str]:
    provider = point.name.partition(".")[2]
    strange = not point.value.startswith("lorgnette.")
    return provider not in FIRST, provider in LAST, strange, point.name


def compose(config: Config, wanted: Iterable[Key[Any]] = ENGINES) -> Engines:
    """Make the wanted engines as the configuration says.

    Raises ConfigurationError when an engine or a provider named there does not exist.
    """
    engines = Engines()
    unknown = set(config.engines) - {key.name for key in ENGINES}
    if unknown:
        known = ", ".join(key.name for key in ENGINES)
        raise ConfigurationError(f"engines.{min(unknown)}: no such engine; there are: {known}")
    choices = installed()
    settings = tables(config)
    for key in wanted:
        parts: dict[str, Any] = {}
        for provider, point in chosen(config, key, choices.get(key.name, [])):
            if parts and key not in SEVERAL:
                break
            engine = make(key, point, settings, engines, f"{key.name}.{provider}")
            if engine is not None:
                parts[provider] = engine
        engines.put(key, parts)
    return engines


def chosen(
    config: Config, key: Key[Any], choices: list[tuple[str, metadata.EntryPoint]]
) -> list[tuple[str, metadata.EntryPoint]]:
    """The providers to try for an engine: those that are configured, in that order, or all."""
    names = config.engines.get(key.name)
    if names is None:
        return choices
    points = dict(choices)
    named = []
    for name in dict.fromkeys([names] if isinstance(names, str) else names):
        if name not in points:
            known = ", ".join(points) or "none"
            raise ConfigurationError(
                f"engines.{key.name}: no provider {name!r}; there are: {known}"
            )
        named.append((name, points[name]))
    return named


def make(
    key: Key[Any], point: metadata.EntryPoint, settings: Settings, engines: Engines, name: str
) -> Any:
    """The engine of one provider, or None when it is set aside."""
    try:
        provider: Make = point.load()
        leaves = leaves_the_hub(provider, settings)
        if leaves and settings["privacy"]["egress"] == "none":
            engines.set_aside[name] = (
                'talks to another machine; allow it: privacy.egress = "allowed"'
            )
            return None
        made = provider(settings)
        if leaves:
            engines.leaving.add(name)
        if key in WATCHED:
            return WATCHED[key](made, Around(point.name, leaves, settings, engines.found))
    except Exception as error:  # noqa: BLE001 - a stranger's provider may raise anything
        engines.set_aside[name] = why(error)
        return None
    return made


def why(error: Exception) -> str:
    """The reason for which a provider is set aside."""
    return str(error) if isinstance(error, OperatorError) else f"{type(error).__name__}: {error}"


def leaves_the_hub(provider: Make, settings: Settings) -> bool:
    """Whether a provider would send something to another machine. Silence means no."""
    says = getattr(provider, "leaves_the_hub", None)
    return bool(says(settings)) if says is not None else False


def tables(config: Config) -> Settings:
    """The configuration as plain tables: the hub's folder and secrets are filled in."""
    settings: dict[str, Any] = msgspec.to_builtins(config)
    settings["hub"]["data"] = str(config.folder)
    settings["thinker"]["key"] = config.thinker_key
    settings["seer"]["key"] = config.seer_key
    settings["live"]["key"] = config.live_key
    settings["translator"]["key"] = config.translator_key
    settings["translator"]["models"] = str(config.translator_models)
    return settings


def states(engines: Engines) -> Mapping[str, str]:
    """Every engine with its provider, or why it has none, for `doctor`."""
    said = {}
    for key in ENGINES:
        if key.name in engines.providers:
            said[key.name] = engines.providers[key.name]
        else:
            reasons = [
                why for name, why in engines.set_aside.items() if name.startswith(f"{key.name}.")
            ]
            said[key.name] = "; ".join(dict.fromkeys(reasons)) or "none"
    return said
