"""How well the name of a place fits what was said."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from lorgnette.store.goods.finding import spelling
from lorgnette.store.places.names import SMALL, WAYS, folded, is_han, pinyin, sound, terms
from lorgnette.store.places.tables import Row
from lorgnette.understanding.letters import sounds
from lorgnette.understanding.sound import distance

MOST_NAMES: Final = 12
"""Names of a place that are compared."""

NOT_IN_NAME: Final = 0.25
"""How much a small word counts that is said and not in the name: «the harbour» is Harbour."""


class Said:
    """What was said, to be compared with many names."""

    def __init__(self, words: str) -> None:
        self.terms = list(dict.fromkeys(terms(words)))
        self.weights = [weight(term) for term in self.terms]
        self.known: dict[tuple[int, str], float] = {}
        self.differs: list[Callable[[str], int]] = [spelling(term) for term in self.terms]
        self.letters = "".join(self.terms) if folded(words).isascii() else ""
        self.small = SMALL.issuperset(self.terms)

    def fits(self, row: Row) -> float:
        """How well a place fits by the best of its names: 1 when it is called so, 0 when not."""
        names = (*row.place.names.values(), *row.also)[:MOST_NAMES]
        return max(map(self._fit, names), default=0.0)

    def fits_pinyin(self, row: Row) -> float:
        """How well what was said is how a Chinese name is read."""
        return max(map(self._read_as, row.place.names.values()), default=0.0)

    def _fit(self, name: str) -> float:
        own = _terms(name)
        if not own or not self.terms:
            return 0.0
        if self.small:
            return float(list(own) == self.terms)
        best, said, found = 0.0, 0.0, dict[str, float]()
        for place, mass in enumerate(self.weights):
            like, term = max((self._alike(place, other), other) for other in own)
            best += mass * like
            said += mass if like or self.terms[place] not in SMALL else mass * NOT_IN_NAME
            found[term] = max(found.get(term, 0.0), like)
        back = sum(weight(term) * like for term, like in found.items())
        whole = sum(map(weight, own))
        covered = best / said
        return covered**2 * (0.75 + 0.25 * min(1.0, back / whole))

    def _alike(self, place: int, other: str) -> float:
        term = self.terms[place]
        if term == other:
            return 1.0
        if (place, other) not in self.known:
            self.known[place, other] = self._compared(place, other)
        return self.known[place, other]

    def _compared(self, place: int, other: str) -> float:
        term = self.terms[place]
        if is_han(term) or is_han(other):
            return _alike_in_chinese(term, other)
        if term.isdigit() or other.isdigit():
            return 0.0
        if len(term) >= 3 and other.startswith(term) and place == len(self.terms) - 1:
            return 0.85 + 0.1 * len(term) / len(other)
        if term[0] != other[0] and sound(term) != sound(other):
            return 0.0
        longest = max(len(term), len(other))
        spelt = 1 - self.differs[place](other) / longest
        if spelt < 0.4:
            return 0.0
        heard = 0.0
        if term.isascii() and other.isascii():
            heard = 0.95 - distance(sounds(term), sounds(other), 4.0) / max(3, longest)
        value = max(spelt, heard)
        return value if value >= 0.55 else 0.0

    def _read_as(self, name: str) -> float:
        read = pinyin(name).replace(" ", "")
        if not read or not self.letters:
            return 0.0
        if read == self.letters:
            return 0.98
        if read.startswith(self.letters) or read.endswith(self.letters):
            return 0.6 + 0.35 * len(self.letters) / len(read)
        longest = max(len(read), len(self.letters))
        return max(0.0, 0.95 - 1.5 * spelling(self.letters)(read) / longest)


def weight(term: str) -> float:
    """How much a word says about which place is meant."""
    if term in SMALL:
        return 0.2
    return 0.6 if term in WAYS else 1.0


def _alike_in_chinese(one: str, other: str) -> float:
    if not (is_han(one) and is_han(other)):
        return 0.0
    if len(one) != len(other):
        return 0.7 if one in other or other in one else 0.0
    if pinyin(one) == pinyin(other):
        return 0.92
    if sound(one) == sound(other):
        return 0.85
    return 0.3 * sum(a == b for a, b in zip(one, other, strict=True)) / len(one)


@lru_cache(maxsize=20_000)
def _terms(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(terms(name)))
