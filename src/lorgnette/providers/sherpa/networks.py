"""Loaded networks: sherpa-onnx behind two narrow shapes. Runs in worker threads."""

import threading
from collections.abc import Iterable
from typing import Any, Final

import numpy as np

from lorgnette.core.errors import EngineFailed
from lorgnette.core.types import SAMPLE_RATE, Language
from lorgnette.engines import Transcript, Vocabulary
from lorgnette.providers.sherpa.model import Kind, Model
from lorgnette.providers.whole.sound import Floats

AT_ONCE: Final = SAMPLE_RATE // 10
"""Samples given to the library at once: it takes them one by one, holding the interpreter lock."""

SHORTEST: Final = SAMPLE_RATE // 4
"""Samples below which some networks have nothing to look at."""


def load(model: Model, threads: int) -> "Streaming | Whole":
    """Load a model. The library ends the process when it does not like one: see `trial`."""
    import sherpa_onnx

    parts = {part: str(path) for part, path in model.parts.items()}
    shared: dict[str, Any] = {"num_threads": threads, "provider": "cpu"}
    online, offline = sherpa_onnx.OnlineRecognizer, sherpa_onnx.OfflineRecognizer
    match model.kind:
        case Kind.STREAMING_TRANSDUCER:
            return Streaming(online.from_transducer(**parts, **shared))
        case Kind.STREAMING_PARAFORMER:
            return Streaming(online.from_paraformer(**parts, **shared))
        case Kind.TRANSDUCER:
            return Whole(offline.from_transducer(**parts, **shared))
        case Kind.PARAFORMER:
            file = parts.pop("model")
            return Whole(offline.from_paraformer(paraformer=file, **parts, **shared))
        case Kind.SENSE_VOICE:
            made = offline.from_sense_voice(**parts, **shared, use_itn=True)
            return Whole(made, made.config.model_config.sense_voice)
        case Kind.WHISPER:
            made = offline.from_whisper(**parts, **shared, language=model.languages[0])
            return Whole(made, made.config.model_config.whisper)


class Streaming:
    """A network that hears while one speaks. Any number of threads may use it."""

    def __init__(self, recogniser: Any) -> None:
        """`recogniser`: an `OnlineRecognizer`."""
        self._recogniser = recogniser

    def listen(self) -> Any:
        """A new utterance, for one thread at a time."""
        return self._recogniser.create_stream()

    def hear(self, stream: Any, samples: Floats) -> str:
        """Take more of an utterance; everything that can be said of it by now."""
        _give(stream, samples)
        while self._recogniser.is_ready(stream):
            self._recogniser.decode_stream(stream)
        return written(self._recogniser.get_result(stream))


class Whole:
    """A network that hears whole utterances. Any number of threads may use it.

    `expecting` is the part of its configuration that names the language, if it has one. The
    library keeps it for all utterances, so there they take turns.
    """

    def __init__(self, recogniser: Any, expecting: Any = None) -> None:
        """`recogniser`: an `OfflineRecognizer`."""
        self._recogniser = recogniser
        self._expecting = expecting
        self._turns = threading.Lock()

    def hear(self, samples: Floats, language: Language) -> str:
        """What is said."""
        stream = self._recogniser.create_stream()
        _give(stream, np.pad(samples, (0, max(0, SHORTEST - len(samples)))))
        if self._expecting is None:
            self._recogniser.decode_stream(stream)
        else:
            with self._turns:
                self._expecting.language = language
                self._recogniser.recognizer.set_config(self._recogniser.config)
                self._recogniser.decode_stream(stream)
        return written(stream.result.text)


class InLanguage:
    """A `Whole` network asked in one language; the `Network` of a `WholeHearing`."""

    def __init__(self, network: Whole, language: Language) -> None:
        """`language`: one that it knows."""
        self._network = network
        self._language = language

    def transcribe(
        self, samples: Floats, _vocabulary: Vocabulary | None, _guess: str = ""
    ) -> Transcript:
        """What is said. The vocabulary is not used. Raises EngineFailed."""
        try:
            return Transcript(self._network.hear(samples, self._language), self._language)
        except Exception as error:
            raise EngineFailed(f"the recogniser failed: {type(error).__name__}") from error


def written(text: str) -> str:
    """The text as one writes: some networks know capital letters only."""
    text = " ".join(text.split())
    return text if any(map(str.islower, text)) else text.lower()


def _give(stream: Any, samples: Floats) -> None:
    for piece in _pieces(samples):
        stream.accept_waveform(SAMPLE_RATE, piece)


def _pieces(samples: Floats) -> Iterable[Floats]:
    return (samples[start : start + AT_ONCE] for start in range(0, len(samples), AT_ONCE))
