"""Loads a model in a process of its own, so that one that is damaged ends that and not the hub.

The library calls `_Exit` when a network lacks what it expects. A model that was tried is not tried
again until its files, or the library, change.
"""

import subprocess
import sys
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

import msgspec

from lorgnette.core.errors import MissingPart
from lorgnette.providers.installed import Card
from lorgnette.providers.sherpa.model import Model, find

PATIENCE: Final = 300.0
"""Seconds that loading and using a model once may take: a slow disk, a large model."""

TRIED: Final = ".tried"
LONGEST_COMPLAINT: Final = 300


def try_out(model: Model) -> None:
    """Raises MissingPart with what the library says when it cannot use a model."""
    seal = sealed([*model.parts.values()])
    if is_tried(model.folder, seal):
        return
    asked = msgspec.json.encode((str(model.folder), model.languages))
    run("lorgnette.providers.sherpa.trial", asked, model.folder)
    remember(model.folder, seal)


def run(program: str, asked: bytes, folder: Path) -> None:
    """Run a trial as a program of its own; MissingPart with its last line when it fails."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", program],
            input=asked,
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise MissingPart(f"the model in {folder} does not load in {PATIENCE:.0f} s") from None
    except OSError as error:
        raise MissingPart(f"the model in {folder} cannot be tried: {error}") from error
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines() or ["it crashes"]
        why = "".join(filter(str.isprintable, lines[-1]))[-LONGEST_COMPLAINT:]
        raise MissingPart(f"the model in {folder} cannot be used: {why}")


def sealed(files: list[Path]) -> str:
    """A digest of the names, sizes and dates of files, and of the library's version."""
    seen = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in sorted(files)]
    return sha256(repr((seen, version("sherpa-onnx"))).encode()).hexdigest()


def is_tried(folder: Path, seal: str) -> bool:
    """Whether the files were tried as they are."""
    try:
        return (folder / TRIED).read_text() == seal
    except (OSError, ValueError):
        return False


def remember(folder: Path, seal: str) -> None:
    """Note that the files were tried; where nothing can be written they are tried again."""
    try:
        (folder / TRIED).write_text(seal)
    except OSError:
        return


def main() -> None:
    """Load the model whose folder standard input names, and let it hear a little noise."""
    import numpy as np

    from lorgnette.providers.sherpa.networks import Streaming, load

    folder, languages = msgspec.json.decode(sys.stdin.buffer.read())
    model = find(Path(folder), Card(languages=tuple(languages)))
    network = load(model, threads=1)
    samples = np.random.default_rng(1).normal(0, 0.01, 16_000).astype(np.float32)
    if isinstance(network, Streaming):
        network.hear(network.listen(), samples)
    else:
        network.hear(samples, model.languages[0])


if __name__ == "__main__":
    main()
