"""How one travels, what one avoids, and where things are, as it is said."""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import takewhile

import msgspec

from lorgnette.core.routes import Hindrance, Mode
from lorgnette.core.slots import Context, register
from lorgnette.core.slots.text import Words


class By(StrEnum):
    """How one travels."""

    FOOT = "on foot|by foot|walking|步行|走路"
    BICYCLE = "by bike|by bicycle|on my bike|cycling|骑车|骑自行车|骑单车"
    CAR = "by car|driving|in the car|开车|驾车"

    @property
    def mode(self) -> Mode:
        """The mode that is meant."""
        return Mode[self.name]


VERBS = {
    "walk": By.FOOT,
    "cycle": By.BICYCLE,
    "bike": By.BICYCLE,
    "ride": By.BICYCLE,
    "drive": By.CAR,
}


def moving(text: str, place: str) -> By | None:
    """How one wants to travel, by the verb before where to: «drive to the airport»."""
    words = text.casefold().replace(place.casefold(), " ").split()
    return next((VERBS[word] for word in words if word in VERBS), None)


class Ride(StrEnum):
    """How one is carried, of which no map tells the way."""

    BUS = "bus|公交|公交车"
    TRAIN = "train|火车|高铁"
    TRAM = "tram|电车"
    SUBWAY = "subway|metro|underground|地铁"
    TAXI = "taxi|cab|出租车"
    PLANE = "plane|飞机"


class Without(StrEnum):
    """What one avoids."""

    STAIRS = "stairs|steps|staircases|楼梯|台阶"
    TOLLS = "tolls|toll roads|收费|收费路|收费公路"
    FERRIES = "ferries|ferry|boats|渡轮|轮渡|坐船"
    UNPAVED = "unpaved roads|dirt roads|gravel|土路|泥路"
    MOTORWAYS = "motorways|highways|freeways|高速|高速公路"

    @property
    def hindrance(self) -> Hindrance:
        """The hindrance that is meant."""
        return Hindrance[self.name]


class Somewhere(msgspec.Struct, frozen=True):
    """Where something may be that a map knows: no «my car», no «it», no question."""

    name: str


OWN = frozenset(
    {
        *("my", "your", "his", "her", "our", "their", "everybody", "somebody", "someone"),
        *("what", "what's", "which", "who", "where", "how", "looking", "and", "to", "for"),
        *("somewhere", "anywhere"),
        *"我你您他她它这那哪谁怎",
    }
)
"""What begins with these no map knows."""

SPEAKING = frozenset(
    {
        *("i", "i'm", "i'd", "you", "he", "she", "it", "we", "we're", "they", "this", "that"),
        *("is", "are", "do", "did", "does", "can", "could", "there"),
    }
)
"""Words of sentences, which no name of a place has."""

NAMELESS = frozenset(
    {
        *("the", "a", "an", "any", "some", "good", "best", "nicest", "cheapest", "one", "ones"),
        *"一个家",
    }
)
"""Words that alone name nothing."""


class _Somewhere(Words[Somewhere]):
    def read(self, words: Sequence[str], context: Context) -> Iterator[tuple[int, Somewhere]]:
        """See `Slot`."""
        if words and words[0] not in OWN:
            for used, place in super().read([*takewhile(_may_be_named, words)], context):
                if not NAMELESS.issuperset(words[:used]):
                    yield used, place


def _may_be_named(word: str) -> bool:
    return word not in SPEAKING


register(Somewhere, _Somewhere("place", Somewhere, lambda place: place.name, most=16))
