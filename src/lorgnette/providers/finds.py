"""What services are asked for by name, and what they find: how well it fits, and how near it is."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import Final

import msgspec

from lorgnette.core.geo import metres
from lorgnette.core.places import Place
from lorgnette.core.places.kinds import kinds_said
from lorgnette.core.types import Spot
from lorgnette.engines.places import Found

LEAST: Final = 0.5
"""Of what a service finds by other names, or by its kind: it will have had a reason."""

NEARBY: Final = 5_000.0
"""Metres within which the nearest of a kind is looked for."""

LONGEST: Final = 200
"""Characters of a question."""

_WORDS: Final = re.compile(r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
"""A Han character, or letters and digits."""


def question(words: str) -> str:
    """What is looked for, in one line; "" when there is nothing to look for."""
    seen = (letter if letter.isprintable() else " " for letter in words[:LONGEST])
    said = " ".join("".join(seen).split())
    return said if any(map(str.isalnum, said)) else ""


def found(place: Place, words: str, near: Spot | None) -> Found:
    """A place with its likeness: by how many of the words are in its names and its address.

    One of a kind that was asked for is surely meant.
    """
    texts = (*place.names.values(), *msgspec.structs.astuple(place.address), place.kind)
    known, said = set(_words(" ".join(texts))), _words(words)
    share = sum(word in known for word in said) / len(said) if said else 0.0
    if place.kind in kinds_said(words):
        share = 1.0
    away = None if near is None else metres(near, place.spot)
    return Found(place, LEAST + (1 - LEAST) * share, away)


def of_kinds(places: Iterable[Place], kinds: Collection[str]) -> Iterator[Place]:
    """Those of the kinds that were asked for; all when none was."""
    return (place for place in places if not kinds or place.kind in kinds)


def nearest(places: Iterable[Place], spot: Spot, within: float, limit: int) -> list[Found]:
    """Those within so many metres, the nearest first, each once."""
    each = {place.identity or str(place.spot): place for place in places}
    away = sorted(((metres(spot, place.spot), key) for key, place in each.items()))
    return [Found(each[key], metres=far) for far, key in away if far <= within][:limit]


def _words(text: str) -> list[str]:
    """Without case and accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return _WORDS.findall("".join(c for c in apart if not unicodedata.combining(c)))
