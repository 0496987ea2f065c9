"""Samples to transcripts: trims, searches, and weighs what was found. Runs in worker threads."""

import threading
from collections import OrderedDict
from importlib.util import find_spec
from math import sqrt
from pathlib import Path
from typing import Final

from lorgnette.core.errors import EngineFailed, MissingPart
from lorgnette.core.types import ENGLISH, SAMPLE_RATE
from lorgnette.engines import Transcript, Vocabulary
from lorgnette.providers.moonshine.grammar import Grammar
from lorgnette.providers.moonshine.lexicon import figures, stops
from lorgnette.providers.moonshine.model import Model
from lorgnette.providers.moonshine.search import Found, Guess, Marks, Search, write_freely
from lorgnette.providers.moonshine.tokens import Tokens
from lorgnette.providers.whole.sound import Floats

PACKAGE: Final = "moonshine_voice"
MODEL: Final = Path("assets", "tiny-en")

TOKENS_A_SECOND: Final = 9
"""Nobody speaks faster; more is a network repeating itself."""

GRAMMARS_KEPT: Final = 4


def shipped_model() -> Path:
    """The folder of the model that comes with moonshine-voice. Raises MissingPart.

    The package is found, not imported: its own code brings a C library that is not needed here.
    """
    spec = find_spec(PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place) / MODEL
        if folder.is_dir():
            return folder
    raise MissingPart("the English model is missing: pip install moonshine-voice==0.0.73")


class Transcriber:
    """A loaded model. Any number of threads may use it at once."""

    def __init__(self, folder: Path) -> None:
        """Load the model in `folder`. Raises MissingPart."""
        try:
            self._model = Model(folder)
            self._tokens = Tokens.load(folder / "tokenizer.bin")
            self._marks = marks(self._tokens)
            figures(self._tokens)
        except ImportError as error:
            raise MissingPart("onnxruntime is missing: pip install onnxruntime") from error
        except Exception as error:
            raise MissingPart(f"the model in {folder} cannot be loaded: {error}") from error
        self._grammars: OrderedDict[int, tuple[Vocabulary, Grammar]] = OrderedDict()
        self._lock = threading.Lock()

    def grammar(self, vocabulary: Vocabulary) -> Grammar:
        """The vocabulary as this model writes it. The last few are kept."""
        with self._lock:
            kept = self._grammars.pop(id(vocabulary), None)
            kept = kept or (vocabulary, Grammar(vocabulary, self._tokens))
            self._grammars[id(vocabulary)] = kept
            while len(self._grammars) > GRAMMARS_KEPT:
                self._grammars.popitem(last=False)
        return kept[1]

    def transcribe(
        self, samples: Floats, vocabulary: Vocabulary | None, guess: str = ""
    ) -> Transcript:
        """What was said in at most about 15 s of sound. Raises EngineFailed.

        `guess`: the text of a little less of the same sound; where it is right, it saves time.
        """
        longest = 4 + len(samples) * TOKENS_A_SECOND // SAMPLE_RATE
        try:
            rows = self._model.listen(samples)
            if vocabulary is None:
                tokens = self._tokens.encode(f" {guess}") if guess else ()
                return self._transcript(write_freely(rows, longest, self._marks, tokens))
            search = Search(self.grammar(vocabulary), self._marks)
            return self._transcript(search.run(rows, longest))
        except Exception as error:
            raise EngineFailed(f"the recogniser failed: {type(error).__name__}") from error

    def _transcript(self, found: Found) -> Transcript:
        text = self._tokens.decode(found.tokens)
        if not found.guesses:
            return Transcript(text, ENGLISH, goes_on=found.comma)
        best = found.guesses[0]
        meant = " ".join(best.words)
        return Transcript(text, ENGLISH, meant, doubt(best, found.score), found.comma)


def marks(tokens: Tokens) -> Marks:
    """The punctuation as this model writes it."""
    [comma] = tokens.encode(",")
    return Marks(comma, stops(tokens))


def doubt(guess: Guess, free: float) -> float:
    """How doubtful a guess is when the free text has the log-probability `free`.

    Every word of an accent costs a little, so what a right sentence loses grows with the square
    root of its length, while one wrong word costs as much in a long sentence as in a short one.
    It counts what is lost against the free text, and what is lost at all: of sounds that make no
    sense the free text is no better. Measured on accented commands, and on the same with a word
    taken from the vocabulary: 97 % of what was said is below 0.7, 98 % of the rest above.
    """
    length = sqrt(max(1, len(guess.words)))
    return max(0.0, free - guess.score, -0.6 * guess.score) / (3 * length)
