"""The Moonshine network (Jeffries et al. 2024, arXiv:2410.15608), run by onnxruntime."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from lorgnette.providers.moonshine.search import Scores
from lorgnette.providers.moonshine.tokens import START

ENCODER: Final = "encoder_model.ort"
DECODER: Final = "decoder_model_merged.ort"
SHORTEST: Final = 1_600
"""Samples below which the encoder has nothing to look at; 0.1 s is ample."""

Floats = npt.NDArray[np.float32]


class Model:
    """Encoder and decoder. One instance serves many threads at once."""

    def __init__(self, folder: Path, threads: int = 1) -> None:
        """`folder` holds the two networks; `threads` are used for one utterance."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._encoder, self._decoder = (
            onnxruntime.InferenceSession(
                str(folder / name), options, providers=["CPUExecutionProvider"]
            )
            for name in (ENCODER, DECODER)
        )

    def listen(self, samples: Floats) -> "Writing":
        """Encode mono sound at 16 kHz, -1 to 1; start to write about it."""
        samples = np.pad(samples, (0, max(0, SHORTEST - len(samples))))
        mask = np.ones((1, len(samples)), np.int64)
        inputs = {"input_values": samples[None].astype(np.float32), "attention_mask": mask}
        return Writing(self._decoder, self._encoder.run(None, inputs)[0])


class Writing:
    """Texts being written about one piece of sound; the `Rows` of a search.

    The decoder remembers keys and values: of the sound once for all rows, of the text for each.
    """

    def __init__(self, decoder: Any, heard: Floats) -> None:
        """`heard`: what the encoder made of the sound, [1, frames, width]."""
        self._decoder = decoder
        self._heard = heard
        self._names = [name.name for name in decoder.get_outputs()]
        inputs = {entry.name: entry.shape for entry in decoder.get_inputs()}
        self._empty = {
            name: np.zeros((1, shape[1], 0, shape[3]), np.float32)
            for name, shape in inputs.items()
            if name.startswith("past_key_values.")
        }
        self._sound: dict[str, Floats] = {}
        self._text: dict[str, Floats] = {}

    def start(self, guess: Sequence[int] = ()) -> Scores:
        """One text, as `Rows` says."""
        scores, past = self._run(np.array([[START, *guess]]), self._empty, cached=False)
        self._sound = {name: value for name, value in past.items() if ".encoder." in name}
        self._text = {name: value for name, value in past.items() if ".decoder." in name}
        return log_softmax(scores[0])

    def keep(self, count: int) -> None:
        """Forget all but the first tokens, as `Rows` says."""
        self._text = {name: value[:, :, : 1 + count] for name, value in self._text.items()}

    def extend(self, parents: Sequence[int], tokens: Sequence[int]) -> Scores:
        """Write on, as `Rows` says."""
        text = {name: value[list(parents)] for name, value in self._text.items()}
        scores, past = self._run(np.array(tokens)[:, None], self._sound | text, cached=True)
        self._text = {name: value for name, value in past.items() if ".decoder." in name}
        return log_softmax(scores[:, -1])

    def _run(
        self, tokens: npt.NDArray[np.int64], past: dict[str, Floats], *, cached: bool
    ) -> tuple[Scores, dict[str, Floats]]:
        """One step. What stands once, the sound, is spread over all rows by the network."""
        outputs = self._decoder.run(
            None,
            {
                "input_ids": tokens,
                "encoder_hidden_states": self._heard,
                "encoder_attention_mask": np.ones((1, 1), np.int64),
                "use_cache_branch": np.array([cached]),
                **past,
            },
        )
        names = (name.replace("present.", "past_key_values.") for name in self._names[1:])
        return outputs[0], dict(zip(names, outputs[1:], strict=True))


def log_softmax(values: Floats) -> Scores:
    """Logarithms of the probabilities that `values` stand for, row by row."""
    highest = values.max(-1, keepdims=True)
    scores: Scores = values - (highest + np.log(np.exp(values - highest).sum(-1, keepdims=True)))
    return scores
