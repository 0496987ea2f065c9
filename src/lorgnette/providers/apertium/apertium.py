"""Apertium as a translator: one chain of programs for each direction, kept running."""

import shutil
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path

from lorgnette.core.errors import MissingPart, NotFound, UnsupportedLanguage
from lorgnette.core.types import Language
from lorgnette.engines.translator import Translation, Way
from lorgnette.providers.apertium.installed import (
    MODES,
    PROGRAMS,
    Direction,
    directions,
    package,
)
from lorgnette.providers.apertium.pipe import Pipe
from lorgnette.providers.apertium.stream import decode, encode, keeps_literals
from lorgnette.providers.apertium.unsafe import is_unsafe, watched

LONGEST = 1000
"""Characters of a text; a longer one is several sentences and should come in parts."""

DOUBT = 0.4
"""The share of unknown words from which a translation is worth nothing."""

# `apertium -z` never answers on Debian 12, because one of its programs keeps the answer in a
# buffer; this is the same chain unbuffered. Bash outlives SIGTERM to collect its children.
_CHAIN = 'trap : TERM; eval "$(apertium-wblank-mode -z "$3")"'


class Apertium:
    """A `Translator` whose answers are all approximate, and none of which leaves the machine.

    Refuses with NotFound what must not come out wrong: directions and safety, sentences whose
    numbers, prices or links did not survive, and those with too many unknown words.
    """

    quick = True

    def __init__(self, modes: Path = MODES, *, patience: float = 2.5) -> None:
        """Installed directions are in the folder `modes`.

        `patience`: seconds for one answer of a chain that runs, which needs milliseconds.
        """
        self._modes = modes
        self._patience = patience
        self._pipes: dict[Direction, Pipe] = {}

    @cached_property
    def directions(self) -> Mapping[Direction, Path]:
        """What is installed, as (source, target), and safe to offer."""
        found = directions(self._modes)
        return {direction: mode for direction, mode in found.items() if direction[0] in watched()}

    @property
    def ways(self) -> AbstractSet[Way]:
        """The directions that can be asked for on this machine."""
        return self.directions.keys()

    async def translate(self, text: str, /, *, source: Language, target: Language) -> Translation:
        """A rough translation, marked as such.

        Raises MissingPart with the package to install when there is one for this direction.
        """
        pipe = self._pipe(source, target)
        text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
        if not text or len(text) > LONGEST:
            raise NotFound("nothing to translate, or too long")
        if is_unsafe(text, source):
            raise NotFound("directions and safety are not translated roughly")
        translated, doubt = decode(await pipe.ask(encode(text)))
        if not translated or doubt >= DOUBT:
            raise NotFound("too many words are unknown")
        if not keeps_literals(text, translated):
            raise NotFound("a number or a link did not survive")
        return Translation(translated, approximate=True)

    async def aclose(self) -> None:
        """End all programs."""
        while self._pipes:
            _, pipe = self._pipes.popitem()
            await pipe.aclose()

    def _pipe(self, source: Language, target: Language) -> Pipe:
        direction = (source, target)
        if direction not in self._pipes:
            mode = str(self._mode(direction))
            command = ["stdbuf", "-o0", "bash", "-c", _CHAIN, "apertium", "-g", "", mode]
            self._pipes[direction] = Pipe(command, patience=self._patience)
        return self._pipes[direction]

    def _mode(self, direction: Direction) -> Path:
        if mode := self.directions.get(direction):
            absent = [program for program in PROGRAMS if shutil.which(program) is None]
            if absent:
                raise MissingPart(f"{absent[0]} is missing: apt install apertium coreutils")
            return mode
        name = package(*direction) if direction[0] in watched() else None
        if name is None or direction[::-1] in self.directions:
            raise UnsupportedLanguage("Apertium has no way from {} to {}".format(*direction))
        raise MissingPart(f"Apertium is not installed: apt install apertium {name}")
