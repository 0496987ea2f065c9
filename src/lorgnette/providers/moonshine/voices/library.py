"""Takes the networks about voices out of the library in the moonshine-voice package.

They lie in the library as they would lie in a file of onnxruntime (a flatbuffer, which says so in
its fifth to eighth byte), so they are found without knowing how each system builds libraries.
"""

import mmap
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from lorgnette.core.errors import MissingPart

PACKAGE: Final = "moonshine_voice"
LIBRARIES: Final = ("*.so", "*.dylib", "*.dll")
MARK: Final = b"ORTM"
AHEAD: Final = 4
"""Bytes before the mark."""

LARGEST: Final = 8 * 2**20
"""Bytes of the larger network, and some more: what follows a network is not looked at."""


def network(input_name: str) -> Any:
    """The network whose first input has that name, as a session of one thread.

    Raises MissingPart.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingPart("onnxruntime is missing: pip install onnxruntime") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    for data in candidates(library()):
        try:
            session = onnxruntime.InferenceSession(
                data, options, providers=["CPUExecutionProvider"]
            )
        except Exception:  # noqa: BLE001, S112 - four letters that happen to be the mark
            continue
        if session.get_inputs()[0].name == input_name:
            return session
    raise MissingPart("moonshine-voice has no networks about voices: install version 0.0.73")


def library() -> Path:
    """The library of the installed package, which is found and not loaded. Raises MissingPart."""
    spec = find_spec(PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        for pattern in LIBRARIES:
            for file in sorted(Path(place).glob(pattern)):
                return file
    raise MissingPart("networks about voices are missing: pip install moonshine-voice==0.0.73")


def candidates(file: Path) -> Iterator[bytes]:
    """What may be networks in a file, in the order in which they lie there."""
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as data:
        place = data.find(MARK)
        while place >= 0:
            yield data[max(0, place - AHEAD) : place - AHEAD + LARGEST]
            place = data.find(MARK, place + 1)
