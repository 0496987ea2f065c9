"""What a folder says of the model in it: which ways it knows and how each is asked for.

A model is a folder with `model.bin`, its vocabulary and its sentencepiece model, as the converters
of CTranslate2 leave it. OPUS-MT models have `source.spm` and `target.spm` and one way, which the
folder's name ends with (`opus-mt-en-zh`); NLLB and M2M-100 have one sentencepiece model, and their
vocabulary holds the languages. A file `lorgnette.toml` says what neither tells:

    ways = [["en", "zh"]]
    prefix = ">>cmn_Hans<<"
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from lorgnette.core.errors import ConfigurationError
from lorgnette.core.types import Language
from lorgnette.engines.translator import Way

T = TypeVar("T")

_CODES: Final = Path(__file__).parent / "codes.tsv"
_END: Final = "</s>"
_SHARED: Final = ("sentencepiece.bpe.model", "spm.128k.model", "sentencepiece.model", "spm.model")
_NAME: Final = re.compile(r".*?[-_]([a-z]{2,3})[-_]([a-z]{2,3})")
_PREFIX: Final = re.compile(r">>(\w+)<<")


class Asking(msgspec.Struct, frozen=True):
    """How one way is asked for: tokens around the source, and the first of the target."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    target: tuple[str, ...] = ()


class Model(msgspec.Struct, frozen=True):
    """One model: its folder, its two sentencepiece files, and how each of its ways is asked for."""

    folder: Path
    pieces: tuple[Path, Path]
    ways: Mapping[Way, Asking]


class _Descriptor(msgspec.Struct, forbid_unknown_fields=True):
    ways: tuple[tuple[Language, Language], ...] = ()
    prefix: str = ""


class _Config(msgspec.Struct):
    add_source_eos: bool = False


def models(folder: Path) -> Iterator[Path]:
    """The folders of models in a folder, by name; or the folder itself, if it is a model."""
    if (folder / "model.bin").is_file():
        yield folder
    elif folder.is_dir():
        yield from sorted(path.parent for path in folder.glob("*/model.bin"))


def describe(folder: Path) -> Model:
    """What a folder holds. Raises ConfigurationError that names it and what is missing."""
    try:
        told = msgspec.convert(_toml(folder / "lorgnette.toml"), _Descriptor)
        words = _vocabulary(folder)
        config = _json(folder / "config.json", _Config, _Config())
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"the model in {folder} is damaged: {error}") from error
    after = () if config.add_source_eos else (_END,)
    return Model(folder, _pieces(folder), _ways(folder, told, words, after))


def _ways(
    folder: Path, told: _Descriptor, words: AbstractSet[str], after: tuple[str, ...]
) -> Mapping[Way, Asking]:
    marks = {language: mark for language in _codes() if (mark := _mark(language, words))}
    pairs = told.ways or tuple(permutations(sorted(marks), 2)) or _named(folder.name)
    if not pairs:
        raise ConfigurationError(
            f"which languages {folder} translates is not known: name it like opus-mt-en-zh,"
            ' or say ways = [["en", "zh"]] in its lorgnette.toml'
        )
    found = {}
    for source, target in pairs:
        if marks and not {source, target} <= marks.keys():
            raise ConfigurationError(f"the model in {folder} does not know {source} or {target}")
        if marks:
            found[source, target] = Asking((marks[source],), (_END,), (marks[target],))
        else:
            prefix = told.prefix or _prefix(target, words)
            found[source, target] = Asking((prefix,) if prefix else (), after)
    return found


def _mark(language: Language, words: AbstractSet[str]) -> str:
    """The token by which a multilingual model knows a language, if it does."""
    return next((m for m in (_codes()[language][0], f"__{language}__") if m in words), "")


def _prefix(target: Language, words: AbstractSet[str]) -> str:
    """The token that an OPUS-MT model for several targets wants before the source."""
    prefixes = {match[1]: word for word in words if (match := _PREFIX.fullmatch(word))}
    known = (*_codes().get(target, ()), target)
    return next((prefixes[code] for code in known if code in prefixes), "")


def _named(name: str) -> tuple[Way, ...]:
    match = _NAME.fullmatch(name.removesuffix("-ct2"))
    return ((_short(match[1]), _short(match[2])),) if match else ()


def _short(code: str) -> Language:
    """The two letters of a code of three."""
    return next((each for each, codes in _codes().items() if code in codes), Language(code))


def _pieces(folder: Path) -> tuple[Path, Path]:
    shared = [folder / name for name in _SHARED if (folder / name).is_file()]
    if shared:
        return shared[0], shared[0]
    pair = folder / "source.spm", folder / "target.spm"
    for path in pair:
        if not path.is_file():
            raise ConfigurationError(f"the model in {folder} has no {path.name}")
    return pair


def _vocabulary(folder: Path) -> AbstractSet[str]:
    """The tokens of the source side; a model without a file for them has them in `model.bin`."""
    for name in ("shared_vocabulary", "source_vocabulary"):
        if (path := folder / f"{name}.json").is_file():
            return set(_json(path, list[str], []))
        if (path := folder / f"{name}.txt").is_file():
            return set(path.read_text(encoding="utf-8").split("\n"))
    return frozenset()


def _toml(path: Path) -> Mapping[str, object]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _json(path: Path, kind: type[T], otherwise: T) -> T:
    return msgspec.json.decode(path.read_bytes(), type=kind) if path.is_file() else otherwise


@cache
def _codes() -> Mapping[Language, tuple[str, ...]]:
    """Of each language: its code in NLLB, then those of OPUS-MT."""
    lines = (line.split("\t") for line in _CODES.read_text(encoding="utf-8").splitlines())
    return {Language(short): (long, *others.split()) for short, long, others in lines}
