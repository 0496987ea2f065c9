"""The networks of PP-OCRv6 in the rapidocr package, which is found and not imported.

Its own code fetches whatever it misses from the network.
"""

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from lorgnette.core.errors import MissingPart

PACKAGE: Final = "rapidocr"
DETECTION: Final = "PP-OCRv6_det_small.onnx"
RECOGNITION: Final = "PP-OCRv6_rec_small.onnx"

THREADS: Final = 2
"""Threads for one picture: more would be taken from whoever listens meanwhile."""


@cache
def folder() -> Path:
    """Where the package keeps its networks. Raises MissingPart."""
    spec = find_spec(PACKAGE)
    for place in (spec.submodule_search_locations or ()) if spec else ():
        models = Path(place) / "models"
        if all((models / name).exists() for name in (DETECTION, RECOGNITION)):
            return models
    raise MissingPart("the networks that read are missing: pip install rapidocr==3.10.0")


@cache
def giving_back() -> Any:
    """How to run a network that needs much memory for a moment, and keeps none of it afterwards."""
    import onnxruntime

    options = onnxruntime.RunOptions()
    options.log_severity_level = 3
    options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
    return options


def load(name: str) -> Any:
    """A network as a session, which several threads may use at once."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(THREADS, os.cpu_count() or 1)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False  # a plan for one size of input; no two pictures have one
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        str(folder() / name), options, providers=["CPUExecutionProvider"]
    )
