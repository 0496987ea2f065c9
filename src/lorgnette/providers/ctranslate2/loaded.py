"""A model in memory: text in, text out, in a thread that may be stopped."""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from lorgnette.core.errors import EngineFailed
from lorgnette.providers.ctranslate2.folder import Asking, Model

if TYPE_CHECKING:
    from ctranslate2 import Translator

LONGEST_SENTENCE: Final = 512
"""Tokens of one sentence, in and out. An answer that is three times as long runs wild."""

BEAM: Final = 2
"""Translations that are kept in mind at once: more are hardly better, and slower."""


class Loaded:
    """One model with its sentencepiece models. Everything here blocks: call it in a thread."""

    def __init__(self, model: Model, threads: int) -> None:
        """Load it. Raises EngineFailed."""
        import ctranslate2
        from sentencepiece import SentencePieceProcessor

        try:
            self._translator: Translator = ctranslate2.Translator(
                str(model.folder), device="cpu", intra_threads=threads
            )
            source, target = model.pieces
            self._source = SentencePieceProcessor(model_file=str(source))
            self._target: SentencePieceProcessor = (
                self._source if target == source else SentencePieceProcessor(str(target))
            )
        except (RuntimeError, OSError, ValueError) as error:
            why = str(error).splitlines()[0]
            raise EngineFailed(f"the model in {model.folder} cannot be loaded: {why}") from error

    def translate(
        self, sentences: Sequence[str], asking: Asking, stop: threading.Event, *, draft: bool
    ) -> list[str]:
        """Each sentence translated, all in one batch; nothing when it was stopped.

        `draft`: quick rather than good. It looks at the clock of nobody: `stop` is asked between
        two words of a draft, and between two batches otherwise. Raises EngineFailed.
        """
        asked = [
            [*asking.before, *self._source.encode(each, out_type=str), *asking.after]
            for each in sentences
        ]
        try:
            results = self._translator.translate_batch(
                asked,
                target_prefix=[list(asking.target)] * len(asked) if asking.target else None,
                beam_size=1 if draft else BEAM,
                max_input_length=LONGEST_SENTENCE,
                max_decoding_length=min(LONGEST_SENTENCE, 3 * max(map(len, asked)) + 20),
                callback=(lambda _step: stop.is_set()) if draft else None,
            )
        except (RuntimeError, ValueError) as error:
            raise EngineFailed(f"the model failed: {str(error).splitlines()[0]}") from error
        if stop.is_set():
            return []
        ours = len(asking.target)
        return [self._target.decode(result.hypotheses[0][ours:]) for result in results]
