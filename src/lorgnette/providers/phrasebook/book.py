"""The phrases as they are written down: one line each, one file for each theme.

The columns of a file are the phrase's name and its text in each language, between tabs. A cell
holds the text and then, after `;`, other wordings that mean the same (see `wording`). A text
that begins with `>` is only translated to, never from: French says `bonjour` for three English
greetings, and one of them owns the way back. `{n}`, `{many}`, `{price}` and `{time}` stand for a
number (see `numbers`).
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from lorgnette.core.types import Language

PHRASES = Path(__file__).parent / "phrases"

_SLOT = re.compile(r"\{(\w+)\}")


class Phrase(msgspec.Struct, frozen=True):
    """One meaning: what to say in each language, and what else is taken for it.

    `wordings` are templates; `slot` is the kind of number, if any.
    """

    name: str
    texts: Mapping[Language, str]
    wordings: Mapping[Language, tuple[str, ...]]
    slot: str = ""


def read_phrases(folder: Path = PHRASES) -> tuple[Phrase, ...]:
    """All phrases of a folder, theme by theme."""
    return tuple(phrase for path in sorted(folder.glob("*.tsv")) for phrase in _read(path))


def _read(path: Path) -> Iterator[Phrase]:
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    languages = [Language(tag) for tag in header.split("\t")[1:]]
    for line in lines:
        name, *cells = line.split("\t")
        yield _phrase(name, dict(zip(languages, cells, strict=True)))


def _phrase(name: str, cells: Mapping[Language, str]) -> Phrase:
    texts, wordings = {}, {}
    for language, cell in cells.items():
        text, *others = cell.split(";")
        texts[language] = text.removeprefix(">")
        wordings[language] = tuple(others if text.startswith(">") else [text, *others])
    slots = _SLOT.findall(next(iter(texts.values())))
    return Phrase(name, texts, wordings, slots[0] if slots else "")
