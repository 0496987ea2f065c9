"""The files of a wake word, and the library that runs them."""

import ctypes
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from lorgnette.core.errors import ConfigurationError, MissingPart


def package() -> Path:
    """Where pymicro-wakeword is installed. Raises MissingPart when it is not."""
    spec = find_spec("pymicro_wakeword")
    if spec is None or spec.origin is None:
        raise MissingPart("wake words need their package: pip install pymicro-wakeword")
    return Path(spec.origin).parent


@cache
def library() -> Any:
    """TensorFlow Lite, loaded once. Raises MissingPart when it is not for this machine."""
    from pymicro_wakeword.wakeword import TfLiteWakeWord

    found = sorted((package() / "lib").glob("*tensorflowlite_c*"))
    if not found:
        raise MissingPart("pymicro-wakeword came without TensorFlow Lite for this machine")
    return TfLiteWakeWord(found[0]).lib


class Card(msgspec.Struct):
    """The JSON file beside a model; what else it says is meant for other programs."""

    wake_word: str
    model: str


class Model:
    """One word: weights, shared by all streams."""

    def __init__(self, card: Path) -> None:
        """`card`: the model's JSON file. Raises ConfigurationError when it is no such thing."""
        try:
            known = msgspec.json.decode(card.read_bytes(), type=Card)
        except (OSError, msgspec.MsgspecError) as error:
            raise ConfigurationError(f"{card} does not describe a wake word: {error}") from error
        self.word = known.wake_word.lower()
        self._path = card.parent / known.model

    @cached_property
    def weights(self) -> ctypes.c_void_p:
        """The library's handle of the loaded file. Raises ConfigurationError."""
        handle = library().TfLiteModelCreateFromFile(str(self._path).encode())
        if not handle:
            raise ConfigurationError(f"{self._path} is not a TensorFlow Lite model")
        return ctypes.c_void_p(handle)
