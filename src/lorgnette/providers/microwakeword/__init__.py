"""Wake words by microWakeWord: 50 KB models that run for 0.2 % of a core.

The models and the TensorFlow Lite library come with `pymicro-wakeword`. It is used below its
own class, so that streams share the models, words share the features, and every score is seen:
three in a row say more than the library's mean (`senses.wake`).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

from lorgnette.core.errors import MissingPart
from lorgnette.engines.wakeword import WakeMeter
from lorgnette.providers.microwakeword.model import Model, package


class MicroWakeWord:
    """The words shipped with pymicro-wakeword, and any others given as files."""

    def __init__(self, cards: Iterable[Path] = ()) -> None:
        """`cards`: JSON files of further microWakeWord models, the `.tflite` beside each.

        Raises MissingPart without the package, ConfigurationError for a file that is no model.
        """
        shipped = sorted((package() / "models").glob("*.json"))
        self._models = {model.word: model for model in map(Model, (*shipped, *cards))}

    @property
    def words(self) -> Sequence[str]:
        """The wake words that can be had, as they are said."""
        return sorted(self._models)

    def open(self, words: Sequence[str]) -> WakeMeter:
        """A meter for one stream. Raises MissingPart for a word it has no model of.

        Raises ConfigurationError when a model's file turns out to be none.
        """
        from lorgnette.providers.microwakeword.network import MicroMeter

        for word in words:
            if word not in self._models:
                known = ", ".join(self.words)
                raise MissingPart(f"there is no wake word model for «{word}», only for {known}")
        return MicroMeter([self._models[word] for word in words])
