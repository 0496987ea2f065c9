"""Every model there is to tell about."""

from collections.abc import Iterator
from pathlib import Path

from lorgnette.app.models.catalogue import catalogue
from lorgnette.app.models.shipped import Model, megabytes, shipped
from lorgnette.core.errors import MissingPart
from lorgnette.providers.installed import Card, places, read_card


def listed(folder: Path) -> Iterator[Model]:
    """Those that came with packages, those in the hub's folder, and those that can be fetched."""
    yield from shipped()
    here = set()
    for place in places(folder):
        name = place.relative_to(folder).as_posix()
        here.add(name)
        yield kept(name, place)
    for name, entry in catalogue().items():
        if name not in here:
            get = f"lorgnette models get {name}"
            yield Model(
                entry.engine, name, "", entry.licence, entry.megabytes, present=False,
                languages=entry.languages, what=entry.what, get=get,
            )  # fmt: skip


def kept(name: str, place: Path) -> Model:
    """A model in the hub's folder."""
    try:
        card, what = read_card(place), ""
    except MissingPart as error:
        card, what = Card(), str(error)
    size = megabytes([*place.rglob("*")])
    return Model(
        card.engine or "?", name, str(place), card.licence, size, present=True,
        languages=card.languages, what=what,
    )  # fmt: skip
