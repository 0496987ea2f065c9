"""The table of what guidance says: `phrases.yaml`, read on first use."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from lorgnette.core.routes import Manoeuvre, Mode
from lorgnette.core.types import CHINESE, ENGLISH, Language

LANGUAGES: Final = (ENGLISH, CHINESE)


class Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing in every language: without a name (one of something), and with it (several)."""

    en: tuple[str, ...]
    zh: tuple[str, ...]

    def form(self, language: Language, *, second: bool = False) -> str:
        """The first or second form; the first when there is no other. English for strangers."""
        forms = self.zh if language == CHINESE else self.en
        return forms[-1] if second else forms[0]


Phrases = Mapping[str, Phrase]


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; see its first lines."""

    verbs: dict[str, dict[Mode, Phrase]]
    deeds: dict[Manoeuvre, dict[str, Phrase]]
    reached: dict[Manoeuvre, dict[str, Phrase]]
    frames: dict[str, Phrase]
    lens: dict[str, Phrase]
    distances: dict[str, Phrase]


@cache
def table() -> Table:
    """What guidance says."""
    import yaml

    text = Path(__file__).with_name("phrases.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), Table)
