"""Wake words along one stream of sound."""

import ctypes
import weakref
from collections.abc import Sequence
from typing import Final

import numpy as np
from pymicro_features import MicroFrontend

from lorgnette.core.types import Sound
from lorgnette.providers.microwakeword.model import Model, library

STEP: Final = 320
"""Bytes the features take at once: 10 ms."""

SIGNED: Final = 9  # kTfLiteInt8


class Network:
    """One word along one stream."""

    def __init__(self, model: Model) -> None:
        lib = self._lib = library()
        self.word = model.word
        self._model = model  # whose weights the library reads for as long as this lives
        self._interpreter = ctypes.c_void_p(lib.TfLiteInterpreterCreate(model.weights, None))
        weakref.finalize(self, lib.TfLiteInterpreterDelete, self._interpreter)
        lib.TfLiteInterpreterAllocateTensors(self._interpreter)
        self._input = lib.TfLiteInterpreterGetInputTensor(self._interpreter, 0)
        self._output = lib.TfLiteInterpreterGetOutputTensor(self._interpreter, 0)
        quantised = lib.TfLiteTensorQuantizationParams(self._input)
        self._scale, self._zero = quantised.scale, quantised.zero_point
        self._kind = np.int8 if lib.TfLiteTensorType(self._input) == SIGNED else np.uint8
        self._most = float(np.iinfo(self._kind).max)
        self._size = lib.TfLiteTensorByteSize(self._input)
        self._features: list[float] = []
        self._out = lib.TfLiteTensorQuantizationParams(self._output)
        signed = lib.TfLiteTensorType(self._output) == SIGNED
        self._byte = (ctypes.c_int8 if signed else ctypes.c_uint8)()

    def hear(self, features: list[float]) -> float | None:
        """Take the features of the next 10 ms; a score each time there are enough (30 ms)."""
        self._features += features
        if len(self._features) < self._size:
            return None
        steps = np.array(self._features, np.float32)  # none is below zero
        self._features.clear()
        steps /= self._scale
        steps += self._zero
        np.minimum(np.rint(steps, out=steps), self._most, out=steps)
        lib = self._lib
        lib.TfLiteTensorCopyFromBuffer(self._input, steps.astype(self._kind).tobytes(), self._size)
        lib.TfLiteInterpreterInvoke(self._interpreter)
        lib.TfLiteTensorCopyToBuffer(self._output, ctypes.byref(self._byte), 1)
        score: float = (self._byte.value - self._out.zero_point) * self._out.scale
        return min(1.0, max(0.0, score))


class MicroMeter:
    """Several words along one stream, from the same features."""

    def __init__(self, models: Sequence[Model]) -> None:
        self._models = models
        self._frontend = MicroFrontend()
        self._rest = b""
        self._networks: list[Network] = []
        self.reset()

    def hear(self, sound: Sound, /) -> Sequence[tuple[str, float]]:
        """Take the next samples; every new score as (word, 0 to 1), one each 30 ms a word."""
        self._rest += sound
        full = len(self._rest) // STEP * STEP
        scores = []
        for at in range(0, full, STEP):
            features = self._frontend.process_samples(self._rest[at : at + STEP]).features
            if not features:
                continue  # the first window is longer than a step
            for network in self._networks:
                score = network.hear(features)
                if score is not None:
                    scores.append((network.word, score))
        self._rest = self._rest[full:]
        return scores

    def reset(self) -> None:
        """Forget what was heard."""
        self._rest = b""
        self._frontend.reset()
        # The library keeps what it remembers out of reach: a new network knows nothing.
        self._networks = [Network(model) for model in self._models]
