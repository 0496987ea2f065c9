"""What works on this machine: for `doctor`, the first lines of `serve`, and the page."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from lorgnette import __version__
from lorgnette.app.clocks import SystemClock
from lorgnette.app.composition import ENGINES, Engines, compose, states
from lorgnette.app.config import Config
from lorgnette.app.house import catalogue, open_store
from lorgnette.app.listening import Listening
from lorgnette.core.errors import ConfigurationError, MissingPart, StoreFailed
from lorgnette.engines import FACE_FINDER, RECOGNISER, RECORDS, ROUTER, SEER, TRANSLATOR, ways
from lorgnette.engines.translator import ANY, Way
from lorgnette.providers.installed import FOLDER as MODELS
from lorgnette.providers.valhalla.maps import FOLDER as MAPS
from lorgnette.providers.valhalla.maps import maps_in
from lorgnette.providers.valhalla.programs import programs
from lorgnette.skills.catalogue import LANGUAGES, Catalogue

NO_MAP = "there is none yet: lorgnette maps add FILE.osm.pbf"

OPTIONAL = (
    "thinker",
    "face-finder",
    "seer",
    "translator",
    "language-identifier",
    "diariser",
    "speaker-embedder",
    "code-reader",
    "reader",
    "painter",
    "router",
    "places",
    "broadcaster",
)
"""Engines without which the hub still does its work."""


class Finding(msgspec.Struct, frozen=True):
    """One part of the hub: whether it works, and what there is to say about it.

    `leaves` names its providers that send what they are given to another machine.
    """

    part: str
    works: bool
    says: str
    optional: bool = False
    leaves: Sequence[str] = ()


async def examine(config: Config) -> Sequence[Finding]:
    """Try everything once, and let go of it again."""
    skills, engines = catalogue(), compose(config)
    try:
        open_store(config, engines, SystemClock())
    except StoreFailed as error:
        engines.set_aside[RECORDS.name] = str(error)
    skills.rely_on(engines.found)
    try:
        await engines.warm_up()
        return findings(config, skills, engines)
    finally:
        await engines.aclose()


def findings(config: Config, skills: Catalogue, engines: Engines) -> Sequence[Finding]:
    """What there is to say about the parts of a hub."""
    found = [Finding("lorgnette", works=True, says=__version__)]
    try:
        Listening(config.ears, engines).try_out()
    except ConfigurationError as error:
        found.append(Finding("wake words", works=False, says=str(error)))
    for name, says in states(engines).items():
        found.append(
            Finding(name, name in engines.providers, says, name in OPTIONAL, leaving(engines, name))
        )
        found += ways_of(engines) if name == TRANSLATOR.name else []
        found += languages_of(engines) if name == RECOGNISER.name else []
        found += faces_seen(config, engines) if name == SEER.name else []
        found += maps_here(config, engines) if name == ROUTER.name else []
    stored = RECORDS in engines.found
    says = str(config.folder) if stored else engines.set_aside.get(RECORDS.name, "none")
    found.append(Finding("store", stored, says))
    for language in LANGUAGES:
        skills.grammar(language)
    names = ", ".join(skills.skills)
    found.append(Finding("skills", bool(names), names or "none"))
    found += [Finding(name, works=False, says=why) for name, why in skills.set_aside.items()]
    found += [
        Finding(name, works=False, says=why, optional=True)
        for name, why in engines.set_aside.items()
        if name.partition(".")[0] in engines.providers or name.startswith("provider")
    ]
    found += [
        Finding(name, works=False, says=f"{why}; it is asked again", optional=True)
        for name, why in engines.ailing.items()
    ]
    return found


def leaving(engines: Engines, name: str) -> Sequence[str]:
    """The working providers of an engine that send what they are given to another machine."""
    providers = engines.providers.get(name, "").split(", ")
    return [each for each in providers if f"{name}.{each}" in engines.leaving]


def languages_of(engines: Engines) -> list[Finding]:
    """Each recogniser that says so, with the languages it knows."""
    if RECOGNISER not in engines.found:
        return []
    known = {
        f"{RECOGNISER.name}.{name}": sorted(getattr(part, "languages", ()))
        for name, part in engines.parts(RECOGNISER).items()
    }
    return [
        Finding(name, works=True, says=", ".join(languages), optional=True)
        for name, languages in known.items()
        if languages and name not in engines.ailing
    ]


def faces_seen(config: Config, engines: Engines) -> list[Finding]:
    """What becomes of faces in pictures that leave the hub, where any do."""
    if not engines.leaving_of(SEER):
        return []
    name = f"{SEER.name}.faces"
    if config.seer.faces:
        return [Finding(name, works=True, says="are seen by another machine", optional=True)]
    if FACE_FINDER in engines.found:
        return [Finding(name, works=True, says="are hidden in pictures that leave", optional=True)]
    says = "cannot be hidden, so no picture leaves; see face-finder, or set seer.faces = true"
    return [Finding(name, works=False, says=says, optional=True)]


def maps_here(config: Config, engines: Engines) -> list[Finding]:
    """The maps on this machine, where ways are found on them, and whether their programs are."""
    if ROUTER not in engines.found or "valhalla" not in engines.parts(ROUTER):
        return []
    name = f"{ROUTER.name}.maps"
    try:
        programs(config.folder / MODELS)
    except MissingPart as error:
        return [Finding(name, works=False, says=str(error), optional=True)]
    maps = ", ".join(each.name for each in maps_in(config.folder / MAPS))
    return [Finding(name, bool(maps), maps or NO_MAP, optional=True)]


def ways_of(engines: Engines) -> list[Finding]:
    """Each translator, with the languages it knows."""
    if TRANSLATOR not in engines.found:
        return []
    known = {name: ways(part) for name, part in engines.parts(TRANSLATOR).items()}
    return [
        Finding(f"{TRANSLATOR.name}.{name}", bool(there), in_words(there), optional=True)
        for name, there in known.items()
    ]


def in_words(known: AbstractSet[Way]) -> str:
    """Ways in one line: `en ⇄ es, en → zh`, or `en ⇄ es ⇄ zh` for each into each."""
    if not known:
        return "no languages are installed"
    if (ANY, ANY) in known:
        return f"{ANY} ⇄ {ANY}"
    languages = sorted({language for way in known for language in way})
    if len(known) == len(languages) * (len(languages) - 1):
        return " ⇄ ".join(languages)
    both = {way for way in known if way[::-1] in known}
    one = [f"{source} ⇄ {target}" for source, target in sorted(both) if source < target]
    one += [f"{source} → {target}" for source, target in sorted(known - both)]
    return ", ".join(one)


def in_short(found: Sequence[Finding]) -> list[str]:
    """The findings in a few lines: what works, and what does not and why.

    A provider that is missing is not told where another does its work.
    """
    engines = {key.name for key in ENGINES}
    works = [each for each in found if each.works and each.part in engines]
    here = [each.part for each in works if len(each.leaves) < len(each.says.split(", "))]
    away = [f"{each.part} ({', '.join(each.leaves)})" for each in works if each.leaves]
    lines = [f"works offline: {', '.join(here)}"]
    lines += [f"on another machine: {', '.join(away)}"] if away else []
    working = {each.part for each in found if each.works}
    lines += [
        f"{each.part}: {each.says}"
        for each in found
        if not each.works and each.part.partition(".")[0] not in working
    ]
    return lines
