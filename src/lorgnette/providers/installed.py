"""The models in the hub's folder: `models/NAME/`, each with a card that says what it is.

A folder that holds nothing but folders groups models, such as `models/translator/NAME/`.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import msgspec

from lorgnette.core.errors import MissingPart

CARD: Final = "model.yaml"
FOLDER: Final = "models"
LONGEST_CARD: Final = 1 << 20


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is written in a model's folder, by `lorgnette models get` or by hand.

    `engine` and `provider` say who can use it, `languages` what it knows; where it came from and
    the checksums of its files are for `lorgnette models verify`.
    """

    engine: str = ""
    provider: str = ""
    languages: tuple[str, ...] = ()
    licence: str = ""
    source: str = ""
    sha256: str = ""
    files: dict[str, str] = {}


class Installed(msgspec.Struct, frozen=True):
    """A model's name, under which it is listed and removed, its folder and its card."""

    name: str
    folder: Path
    card: Card


def models_folder(tables: Mapping[str, Any]) -> Path:
    """Where the models are, in the configuration's tables."""
    return Path(tables["hub"]["data"]) / FOLDER


def installed(folder: Path) -> Iterator[Installed]:
    """The models in a folder, by name. Folders whose name begins with a dot are unfinished."""
    for place in places(folder):
        yield Installed(place.relative_to(folder).as_posix(), place, read_card(place))


def places(folder: Path) -> Iterator[Path]:
    """The folders of the models in a folder, readable or not."""
    for place in _folders(folder):
        inside = _folders(place)
        if inside and not any(path.is_file() for path in place.iterdir()):
            yield from inside
        else:
            yield place


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))


def read_card(folder: Path) -> Card:
    """The card in a model's folder, or an empty one. Raises MissingPart when it cannot be read."""
    path = folder / CARD
    try:
        with path.open("rb") as file:
            return msgspec.yaml.decode(file.read(LONGEST_CARD), type=Card)
    except FileNotFoundError:
        return Card()
    except (OSError, ValueError, RecursionError) as error:
        raise MissingPart(f"{path} cannot be read: {error}") from error


def write_card(folder: Path, card: Card) -> None:
    """Put the card into a model's folder."""
    (folder / CARD).write_bytes(msgspec.yaml.encode(card))
