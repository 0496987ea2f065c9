"""Which provider stands behind which engine: the one place where they are chosen.

Providers enter through the entry points `lorgnette.providers`, named `engine.provider`. Each is
a class or function called with the configuration as plain tables; it gives the engine, or raises
MissingPart.
A provider that fails is set aside with a reason and the next one is tried.
"""

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import metadata
from typing import Any

import msgspec

from lorgnette.app.config import Config
from lorgnette.app.tracing import cause_of, report
from lorgnette.core.errors import ConfigurationError, OperatorError
from lorgnette.engines import (
    RECOGNISER,
    THINKER,
    TRANSLATOR,
    VOICE,
    VOICE_ACTIVITY,
    WAKE_WORD,
    Key,
)

log = logging.getLogger(__name__)

ENTRY_POINTS = "lorgnette.providers"

ENGINES: tuple[Key[Any], ...] = (
    WAKE_WORD,
    VOICE_ACTIVITY,
    RECOGNISER,
    VOICE,
    TRANSLATOR,
    THINKER,
)

Settings = Mapping[str, Any]
Make = Callable[[Settings], Any]


@dataclass
class Engines:
    """The engines of a hub, and why others are missing."""

    found: dict[Key[Any], Any] = field(default_factory=dict)
    providers: dict[str, str] = field(default_factory=dict)
    set_aside: dict[str, str] = field(default_factory=dict)

    async def warm_up(self) -> None:
        """Load every engine; one that cannot be loaded is set aside."""
        for key, engine in list(self.found.items()):
            warm = getattr(engine, "warm_up", None)
            if warm is not None:
                try:
                    await warm()
                except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
                    self.put_aside(key, error)

    def put_aside(self, key: Key[Any], error: Exception) -> None:
        """Go on without an engine that turned out not to work."""
        del self.found[key]
        name = f"{key.name}.{self.providers.pop(key.name, '')}"
        self.set_aside[name] = why(cause_of(error))

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


def installed() -> dict[str, list[tuple[str, metadata.EntryPoint]]]:
    """The providers there are, by engine; ours come first, then strangers' by name."""
    found: dict[str, list[tuple[str, metadata.EntryPoint]]] = {}
    points = metadata.entry_points(group=ENTRY_POINTS)
    for point in sorted(
        points, key=lambda each: (not each.value.startswith("lorgnette."), each.name)
    ):
        engine, _, provider = point.name.partition(".")
        found.setdefault(engine, []).append((provider, point))
    return found


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
        for provider, point in chosen(config, key, choices.get(key.name, [])):
            engine = make(point, settings, engines, f"{key.name}.{provider}")
            if engine is not None:
                engines.found[key] = engine
                engines.providers[key.name] = provider
                break
    return engines


def chosen(
    config: Config, key: Key[Any], choices: list[tuple[str, metadata.EntryPoint]]
) -> list[tuple[str, metadata.EntryPoint]]:
    """The providers to try for an engine: the one that is configured, or all."""
    name = config.engines.get(key.name)
    if name is None:
        return choices
    named = [choice for choice in choices if choice[0] == name]
    if not named:
        known = ", ".join(choice[0] for choice in choices) or "none"
        raise ConfigurationError(f"engines.{key.name}: no provider {name!r}; there are: {known}")
    return named


def make(point: metadata.EntryPoint, settings: Settings, engines: Engines, name: str) -> Any:
    """The engine of one provider, or None when it is set aside."""
    try:
        provider: Make = point.load()
        if settings["privacy"]["egress"] == "none" and leaves_the_hub(provider, settings):
            engines.set_aside[name] = (
                'talks to another machine; allow it: privacy.egress = "allowed"'
            )
            return None
        return provider(settings)
    except Exception as error:  # noqa: BLE001 - a stranger's provider may raise anything
        engines.set_aside[name] = why(error)
    return None


def why(error: Exception) -> str:
    """The reason for which a provider is set aside."""
    return str(error) if isinstance(error, OperatorError) else f"{type(error).__name__}: {error}"


def leaves_the_hub(provider: Make, settings: Settings) -> bool:
    """Whether a provider would send something to another machine. Silence means no."""
    says = getattr(provider, "leaves_the_hub", None)
    return bool(says(settings)) if says is not None else False


def tables(config: Config) -> Settings:
    """The configuration as plain tables, secrets from the environment filled in."""
    settings: dict[str, Any] = msgspec.to_builtins(config)
    settings["thinker"]["key"] = config.thinker_key
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
            said[key.name] = "; ".join(reasons) or "none"
    return said
