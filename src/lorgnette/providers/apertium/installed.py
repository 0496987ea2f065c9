"""Which directions of Apertium are on this machine, and which package brings the others."""

import re
from collections.abc import Mapping
from pathlib import Path

from lorgnette.core.types import Language

MODES = Path("/usr/share/apertium/modes")
"""Where Debian's packages put one file for each direction."""

PROGRAMS = ("apertium-wblank-mode", "lt-proc", "stdbuf", "bash")

Direction = tuple[Language, Language]

_MODE = re.compile(r"([a-z]{2,3})-([a-z]{2,3})\.mode")
_PACKAGES = Path(__file__).parent / "packages.txt"
_TWO_LETTERS = {
    "arg": "an",
    "cat": "ca",
    "eng": "en",
    "epo": "eo",
    "fra": "fr",
    "glg": "gl",
    "ita": "it",
    "oci": "oc",
    "por": "pt",
    "ron": "ro",
    "spa": "es",
}


def directions(folder: Path = MODES) -> Mapping[Direction, Path]:
    """Every installed direction and its file; variants such as `spa-eng_US` are left out."""
    found = {}
    for path in sorted(folder.glob("*.mode")):
        if match := _MODE.fullmatch(path.name):
            found[_language(match[1]), _language(match[2])] = path
    return found


def package(source: Language, target: Language) -> str | None:
    """The Debian package of a pair of languages, or None. A few have it one way only."""
    for name in _PACKAGES.read_text(encoding="utf-8").split():
        if {_language(code) for code in name.split("-")[1:]} == {source, target}:
            return name
    return None


def _language(code: str) -> Language:
    return Language(_TWO_LETTERS.get(code, code))
