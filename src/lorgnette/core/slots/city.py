"""Cities and countries with their time zones: «Tokyo», «the Netherlands», 旧金山.

A country means its capital's time, and is here when that is the time of most of it.
"""

from collections.abc import Iterable
from functools import cache

import msgspec

from lorgnette.core.slots.phrases import Part, Table
from lorgnette.core.slots.registry import register
from lorgnette.core.slots.said import Said
from lorgnette.core.slots.table import rows
from lorgnette.core.types import CHINESE, ENGLISH, Language


class City(msgspec.Struct, frozen=True):
    """A city by its English name, and its IANA time zone: `City("Tokyo", "Asia/Tokyo")`."""

    name: str
    zone: str


class Names(msgspec.Struct, frozen=True):
    """What a city is called; `also` are further names, separated by `|`.

    Those that are not `expected` are understood but not listened for: too many names to mistake.
    """

    city: City
    also: str
    chinese: str
    also_chinese: str
    expected: bool


@cache
def cities() -> tuple[Names, ...]:
    """Every city; where two share a name, the better known comes first."""
    found: list[Names] = []
    expected = True
    for row in rows("cities"):
        if row[0].startswith("="):
            expected = False
            continue
        name, also, chinese, also_chinese, zone = row
        found.append(Names(City(name, zone), also, chinese, also_chinese, expected))
    return tuple(found)


def _english() -> Part[City]:
    return Table(
        {each.city.name: each.city for each in cities() if each.expected},
        {each.also: each.city for each in cities() if each.also}
        | {each.city.name: each.city for each in cities() if not each.expected},
    )


def _chinese() -> Part[City]:
    known = cities()
    return Table(
        _by_first((each.chinese, each.city) for each in known if each.expected),
        _by_first((each.also_chinese, each.city) for each in known if each.also_chinese)
        | _by_first((each.chinese, each.city) for each in known if not each.expected),
    )


def _by_first(names: Iterable[tuple[str, City]]) -> dict[str, City]:
    found: dict[str, City] = {}
    for name, city in names:
        found.setdefault(name, city)
    return found


@cache
def _chinese_names() -> dict[City, str]:
    return {each.city: each.chinese for each in cities()}


def _show(value: City, language: Language) -> str:
    return _chinese_names().get(value, value.name) if language == CHINESE else value.name


register(City, Said("city", {ENGLISH: _english, CHINESE: _chinese}, _show))
