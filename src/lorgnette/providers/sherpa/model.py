"""What kind of model is in a folder, and which languages it knows."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Final

import msgspec

from lorgnette.core.errors import MissingPart
from lorgnette.core.types import ENGLISH, Language
from lorgnette.providers.installed import Card
from lorgnette.providers.sherpa.properties import properties

TOKENS: Final = "tokens.txt"


class Kind(StrEnum):
    """The families of networks that are known here; the first two hear while one speaks."""

    STREAMING_TRANSDUCER = "streaming transducer"
    STREAMING_PARAFORMER = "streaming paraformer"
    TRANSDUCER = "transducer"
    PARAFORMER = "paraformer"
    SENSE_VOICE = "sense voice"
    WHISPER = "whisper"


STREAMING: Final = frozenset({Kind.STREAMING_TRANSDUCER, Kind.STREAMING_PARAFORMER})


class Model(msgspec.Struct, frozen=True):
    """A recogniser's files by the parts they play (`tokens`, `encoder`, …), and its languages."""

    folder: Path
    kind: Kind
    parts: dict[str, Path]
    languages: tuple[Language, ...]

    @property
    def streams(self) -> bool:
        """Whether it hears while one speaks; others hear whole utterances."""
        return self.kind in STREAMING


def find(folder: Path, card: Card) -> Model:
    """The model in a folder. Raises MissingPart that says what is not there."""
    tokens = min(folder.glob(f"*{TOKENS}"), default=None)
    if tokens is None:
        raise MissingPart(f"there is no {TOKENS} in {folder}")
    parts = {"tokens": tokens}
    for part in ("encoder", "decoder", "joiner"):
        if file := network(folder, part):
            parts[part] = file
    if "encoder" not in parts and (file := network(folder, "model")):
        parts["model"] = file
    try:
        said = properties(parts.get("encoder") or parts["model"])
        kind = kind_of(parts, said)
    except KeyError:
        raise MissingPart(f"there is no recogniser that is known here in {folder}") from None
    except OSError as error:
        raise MissingPart(f"{folder} cannot be read: {error}") from error
    languages = [language.lower() for language in card.languages] or languages_of(kind, said)
    if not languages:
        raise MissingPart(
            f"{folder} does not say which languages it knows: write them into its model.yaml,"
            " as in `languages: [zh, en]`"
        )
    return Model(folder, kind, parts, tuple(map(Language, languages)))


def network(folder: Path, part: str) -> Path | None:
    """The file of one part; of several the quick one, which counts in 8-bit integers."""
    files = [
        file
        for file in folder.glob("*.onnx")
        if part in file.name.removesuffix(".onnx").replace("-", ".").split(".")
    ]
    files.sort(key=lambda file: (".int8." not in file.name, len(file.name), file.name))
    return files[0] if files else None


def kind_of(parts: Mapping[str, Path], said: Mapping[str, str]) -> Kind:
    """The family, by its parts and by what the first of its networks says of itself.

    Raises KeyError when it is none that is known.
    """
    model_type = said.get("model_type", "")
    if {"encoder", "decoder", "joiner"} <= parts.keys():
        streams = "decode_chunk_len" in said or "chunk_shift" in said
        return Kind.STREAMING_TRANSDUCER if streams else Kind.TRANSDUCER
    if {"encoder", "decoder"} <= parts.keys():
        if "sot_sequence" in said:
            return Kind.WHISPER
        if "lfr_window_size" in said:
            return Kind.STREAMING_PARAFORMER
    elif "lang_auto" in said:
        return Kind.SENSE_VOICE
    elif model_type == "paraformer":
        return Kind.PARAFORMER
    raise KeyError(model_type)


def languages_of(kind: Kind, said: Mapping[str, str]) -> list[str]:
    """The languages that a network itself names."""
    if kind is Kind.SENSE_VOICE:
        named = (key.removeprefix("lang_") for key in said if key.startswith("lang_"))
        return [language for language in named if language != "auto"]
    if kind is Kind.WHISPER:
        codes = said.get("all_language_codes", "").split(",")
        return [code for code in codes if code] or [ENGLISH]
    return []
