"""Searches one map: by kind, address, crossing and name."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import Final

import msgspec

from lorgnette.core.geo import metres
from lorgnette.core.places import Address, Place
from lorgnette.core.places.addresses import House, crossing, house, somewhere
from lorgnette.core.places.kinds import KINDS, LINES, SETTLEMENTS, kinds_said, words_of_kinds
from lorgnette.core.places.ranking import worth
from lorgnette.core.types import Language, Spot
from lorgnette.engines.places import Found
from lorgnette.store.goods.finding import spelling
from lorgnette.store.places import nearby
from lorgnette.store.places.finding import Named, named
from lorgnette.store.places.names import WAYS, folded, is_han, runs, street_key
from lorgnette.store.places.streets import unpacked
from lorgnette.store.places.tables import FINE, THERE, UNPACK_HOUSE, Row
from lorgnette.understanding.letters import sounds

Hit = tuple[float, Found]
"""What was found, with how likely it is meant."""

SURE: Final = 0.85
"""What fits so well was meant."""

CALLED: Final = 0.97
"""What fits so well is called just so."""

LONGEST: Final = 200
"""Characters of a question that are looked at."""

STREETS: Final = 60
"""Streets of one name of which houses and crossings are looked for."""

PARTS: Final = 4
"""Words of a town at most, and one more."""

LONGEST_TOWN: Final = 10
"""The same in Chinese characters."""

SAME: Final = 200
"""Metres within which two of one kind and name are one place."""

NO_SUCH_HOUSE: Final = 0.75
"""How well a street fits when the house was not found in it."""


class Question(msgspec.Struct, frozen=True):
    """What is looked for, how it is said, and near what."""

    words: str
    language: Language
    near: Spot | None
    limit: int


def search(db: sqlite3.Connection, question: Question) -> list[Hit]:
    """Places of one map that may be meant, the likeliest first."""
    words, near = question.words.strip()[:LONGEST], question.near
    if kinds := kinds_said(words):
        every = named(db, words, near)
        hits = _of_kinds(db, kinds, question)
        found = [each for each in every if each.likeness >= CALLED]
        if not (hits or found):  # no market, but a Market Street
            found = [each for each in every if _is_near(each.row.place, near)]
    else:
        found = named(db, words, near)
        hits = _otherwise(db, question, max((each.likeness for each in found), default=0.0))
    hits += [_hit(each.row.place, each.likeness, near) for each in found]
    return _distinct(hits)[: question.limit]


def _is_near(place: Place, near: Spot | None) -> bool:
    return near is None or metres(place.spot, near) <= nearby.RINGS[-1]


def _otherwise(db: sqlite3.Connection, question: Question, best: float) -> list[Hit]:
    """What words may mean beside a name; `best` is how well the best name fits."""
    words, near = question.words.strip()[:LONGEST], question.near
    asked = house(words)
    hits = _houses(db, asked, near) if asked else []
    if best >= SURE or any(hit.likeness >= SURE for _, hit in hits):
        return hits
    if streets := crossing(words):
        hits += _crossings(db, streets, near)
    if meant := kinds_meant(words):
        hits += _of_kinds(db, meant, question)
    return hits or _somewhere(db, question)


def settlement(db: sqlite3.Connection, words: str, near: Spot | None) -> Place | None:
    """The place in or near which something is looked for."""
    found = [each for each in named(db, words, near) if each.likeness >= SURE]
    ranked = sorted(found, key=lambda each: _hit(each.row.place, each.likeness, near)[0])
    return ranked[-1].row.place if ranked else None


def kinds_meant(words: str) -> tuple[str, ...]:
    """Kinds whose word is spelt or sounds nearly so: «farmacy»."""
    plain = folded(words)
    if not (plain.isascii() and 5 <= len(plain) <= 25):
        return ()
    differs = spelling(plain)
    most = 1 if len(plain) < 8 else 2
    like = [word for word in words_of_kinds() if abs(len(word) - len(plain)) <= 2]
    cost, word = min(((differs(word), word) for word in like), default=(99, ""))
    if cost <= most:
        return kinds_said(word)
    heard = sounds(plain)
    return next((kinds_said(word) for word in like if word.isalpha() and sounds(word) == heard), ())


def _of_kinds(db: sqlite3.Connection, kinds: Sequence[str], question: Question) -> list[Hit]:
    if not kinds:
        return []
    near, limit = question.near, question.limit
    rows: list[tuple[float | None, Row]]
    if near is None:
        rows = [(None, row) for _, row in nearby.important(db, kinds, limit)]
    else:
        rows = [(far, row) for far, _, row in nearby.nearest(db, kinds, near, limit)]
    average = KINDS[kinds[0]].importance
    return [
        (worth(1.0, row.place.importance if far is None else average, far) + 0.5, _found(row, far))
        for far, row in rows
    ]


def _found(row: Row, far: float | None) -> Found:
    return Found(row.place, 1.0, far)


def _hit(place: Place, likeness: float, near: Spot | None) -> Hit:
    far = None if near is None else metres(near, place.spot)
    return worth(likeness, place.importance, far), Found(place, round(likeness, 3), far)


def _somewhere(db: sqlite3.Connection, question: Question) -> list[Hit]:
    """«coffee in Vaduz»: what is looked for near what else was said."""
    for what, where, among in _parts(question.words):
        place = settlement(db, where, question.near)
        if place is None or (among and place.kind not in among):
            continue
        inside = msgspec.structs.replace(question, words=what, near=place.spot)
        hits = [
            (value, hit) for value, hit in search(db, inside) if hit.metres and hit.metres < 30_000
        ]
        if hits:
            return [(value, _again(hit, question.near)) for value, hit in hits]
    return []


def _parts(words: str) -> Iterator[tuple[str, str, Collection[str]]]:
    """What may be wanted, where, and what kind of place that must be, if not any.

    «coffee in Vaduz», «Vaduz castle», «Station Road Lensham», «镜湾镇车站路».
    """
    plain = words.strip()[:LONGEST]
    for what, where in somewhere(plain):
        yield what, where, ()
    if plain and is_han(plain):
        cuts = range(2, min(len(plain) - 1, LONGEST_TOWN))
        for cut in cuts:
            if plain[cut - 1] in "省市区县镇乡村" or kinds_said(plain[cut:]):
                yield plain[cut:], plain[:cut], ()
        return
    split = plain.split()
    for cut in range(1, min(len(split), PARTS)):
        for own, town in ((split[:-cut], split[-cut:]), (split[cut:], split[:cut])):
            yield " ".join(own), " ".join(town), SETTLEMENTS


def _again(hit: Found, near: Spot | None) -> Found:
    far = None if near is None else metres(near, hit.place.spot)
    return msgspec.structs.replace(hit, metres=far)


def _houses(db: sqlite3.Connection, asked: House, near: Spot | None) -> list[Hit]:
    """Houses with exactly this number, in streets of about this name."""
    street = asked.street.partition(",")[0]
    likely = {street_key(street): 1.0}
    found: list[Named] = []
    hits = _numbered(db, likely, asked.number, near)
    if not hits:
        found = [each for each in named(db, street, near) if each.row.place.kind in LINES]
        for each in found[:STREETS]:
            for name in each.row.place.names.values():
                key = street_key(name)
                likely[key] = max(likely.get(key, 0.0), each.likeness)
        hits = _numbered(db, likely, asked.number, near)
    if not hits and asked.number[-1:].isalpha():
        likely = {key: 0.9 * value for key, value in likely.items()}
        hits = _numbered(db, likely, asked.number.rstrip("abcdefghijklmnopqrstuvwxyz"), near)
    return hits or [
        _hit(each.row.place, NO_SUCH_HOUSE * each.likeness, near) for each in found[:STREETS]
    ]


def _numbered(
    db: sqlite3.Connection, streets: dict[str, float], number: str, near: Spot | None
) -> list[Hit]:
    hits = []
    for key, likeness in streets.items():
        rows = db.execute(
            "SELECT data FROM houses WHERE street = ? AND number = ? LIMIT 500", (key, number)
        )
        hits += [_hit(UNPACK_HOUSE.decode(data), likeness, near) for (data,) in rows]
    return hits


def _crossings(db: sqlite3.Connection, streets: tuple[str, str], near: Spot | None) -> list[Hit]:
    """Where two streets meet: they have a point in common."""
    ones, others = (_streets(db, name, near, streets) for name in streets)
    points = [(each, _points(db, each.id)) for each in others]
    hits = []
    for one in ones:
        mine = _points(db, one.id)
        for other, theirs in points:
            common = mine & theirs
            if common and other.id != one.id:
                place = _crossing(one.row.place, other.row.place, sorted(common))
                hits.append(_hit(place, min(one.likeness, other.likeness), near))
    return hits


def _streets(
    db: sqlite3.Connection, name: str, near: Spot | None, both: tuple[str, str]
) -> list[Named]:
    found = [each for each in named(db, name, near) if each.row.place.kind in LINES]
    if not found:  # «Main and Church Street»
        way = runs(both[1])[-1:]
        if WAYS.intersection(way):
            again = named(db, f"{name} {way[0]}", near)
            found = [each for each in again if each.row.place.kind in LINES]
    return sorted(found, key=lambda e: _hit(e.row.place, e.likeness, near)[0])[-STREETS:]


def _points(db: sqlite3.Connection, street: int) -> set[tuple[int, int]]:
    rows = db.execute("SELECT line FROM pieces WHERE place = ?", [street])
    return {point for (line,) in rows for point in unpacked(line)}


def _crossing(one: Place, other: Place, common: Sequence[tuple[int, int]]) -> Place:
    east, north = common[len(common) // 2]
    names = {
        language: f"{name} / {other.names.get(language) or other.name(Language(language))}"
        for language, name in one.names.items()
    }
    return Place(
        Spot(north / FINE, east / FINE),
        names,
        "crossing",
        Address(locality=one.address.locality),
        importance=KINDS["crossing"].importance,
    )


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    """The likeliest first, and of those that are one place only one."""
    kept: list[Hit] = []
    seen: dict[tuple[str, str], list[Spot]] = {}
    for value, hit in sorted(hits, key=lambda each: -each[0]):
        place, key = hit.place, _key(hit.place)
        if any(metres(place.spot, spot) < SAME for spot in seen.get(key, ())):
            continue
        seen.setdefault(key, []).append(place.spot)
        kept.append((value, hit))
    return kept


def _key(place: Place) -> tuple[str, str]:
    """What two objects that are one place have in common."""
    if name := folded(place.name(THERE)):
        return place.kind, name
    at = place.address
    return place.kind, f"{at.street} {at.house}" if at.house else place.identity
