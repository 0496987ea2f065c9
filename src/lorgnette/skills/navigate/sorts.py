"""What kind of place one looks for, and which of those that were told, as it is said."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from typing import Final, TypeVar

import msgspec

from lorgnette.core.places.kinds import KINDS, LINES, SETTLEMENTS
from lorgnette.core.slots import Context, register, slot_for
from lorgnette.core.slots.choice import Choice
from lorgnette.core.slots.phrases import Part, Table
from lorgnette.core.slots.said import Said
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.core.words import split

ELSEWHERE: Final = frozenset(
    {
        *(*SETTLEMENTS, *LINES, "country", "state", "island", "locality", "square"),
        *("building", "crossing", "house", "office", "craft"),
    }
)
"""Kinds that nobody needs the nearest of, whatever it is."""

DOUBTFUL: Final = frozenset(
    {
        *("bay", "bus", "charger", "club", "court", "garage", "hut", "information", "movie"),
        *("movies", "pass", "pitch", "post", "quarter", "sight", "spring", "wood", "woods", "电影"),
    }
)
"""Words for kinds that more often mean something else; what there is to eat is an errand."""


CLEAR: Final = 8
"""Letters from which on a word is seldom another one misheard: no «peak» in «I need a break»."""

CLEAR_CHINESE: Final = 3
"""The same in characters."""

WARES: Final = frozenset(
    {
        *("books", "bottled water", "bread", "cakes", "cigarettes", "clothes", "flowers", "fruit"),
        *("gifts", "meat", "shoes", "sim", "sim card", "snacks", "souvenirs", "toys"),
        *("vegetables", "water"),
        *("咖啡", "奶茶", "面包", "水果", "水", "矿泉水", "零食", "手机卡", "电话卡"),
    }
)
"""Words for kinds that are words for what is sold there: who looks for it may stand before it."""


class Sort(msgspec.Struct, frozen=True):
    """A kind of place by a word that maps know: «pharmacy», «bus stop», 药店."""

    word: str


class Sold(msgspec.Struct, frozen=True):
    """A kind of place by what is sold there: «bread», 矿泉水."""

    word: str


N = TypeVar("N", Sort, Sold)


def _phrases(language: Language, named: Callable[[str], N], *, sold: bool) -> Part[N]:
    words = [word for word in _words(language) if (word in WARES) is sold]
    phrases = {word: named(word) for word in words}
    if language == ENGLISH:
        for word in words:
            phrases.setdefault(_plural(word), named(word))
    return Table(phrases)


def _words(language: Language) -> Iterator[str]:
    for kind in KINDS.values():
        if kind.name not in ELSEWHERE:
            words = (word.casefold() for word in kind.words[language])
            yield from (word for word in words if word not in DOUBTFUL and " to " not in word)


def _plural(word: str) -> str:
    if word.endswith("s"):
        return word
    if word.endswith(("ch", "sh", "x")):
        return word + "es"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


class _Words(Said[N]):
    guessed = False


def _slot(kind: type[N], *, sold: bool) -> _Words[N]:
    parts = {each: partial(_phrases, each, kind, sold=sold) for each in (ENGLISH, CHINESE)}
    return _Words(kind.__name__.lower(), parts, lambda named, _: named.word)


register(Sort, _slot(Sort, sold=False))
register(Sold, _slot(Sold, sold=True))


class Errand(StrEnum):
    """What one wants to do: the message `errand-…` names what has a place for it."""

    FOOD = (
        "eat [something]|have (lunch|dinner|breakfast|something to eat)|get something to eat"
        "|吃饭|吃东西|吃点东西|吃点什么|吃什么"
    )
    DRINK = "drink [something]|(have|get) (a drink|something to drink)|喝东西|喝点东西|喝点什么"
    CASH = (
        "(withdraw|take out) [some] (cash|money)|get some (cash|money)|get money"
        "|取钱|取点钱|取款|取现金|取点现金"
    )
    TOILET = "pee|go to the (toilet|bathroom|loo|restroom)|上厕所|上洗手间|上个厕所|去厕所|去洗手间"
    SEAT = "sit|sit down|rest|have a rest|坐|坐坐|坐一下|坐一会儿|休息|休息一下|歇一下|歇会儿"
    PARKING = "park|park (the|my) car|停车|停一下车"
    FUEL = "refuel|fill up|get (petrol|gas)|加油|加点油"
    DOCTOR = "see a doctor|看医生|看病"
    BED = "sleep|stay (tonight|overnight|for the night)|spend the night|住宿|过夜|住"
    SIGHTS = "go sightseeing|see (the sights|something interesting)|玩|逛逛"
    SHOP = "go shopping|shop|buy (something|things)|购物|逛街|买东西|买菜"
    BICYCLE = "(rent|hire) a (bike|bicycle)|租自行车|租单车|骑共享单车"
    CAR = "(rent|hire) a car|租车|租辆车"
    CHARGING = "charge (my|the) car|充电|给车充电"
    SWIM = "swim|go swimming|游泳"
    HAIR = "get (a haircut|my hair cut)|have my hair cut|理发|剪头发"
    POST = "(post|send|mail) (a letter|a parcel|a package|a postcard)|buy stamps|寄信|寄快递|买邮票"
    MEDICINE = "(get|buy) [some] (medicine|painkillers|plasters)|买药"
    TAXI = "get a (taxi|cab)|打车|打的"


class Feeling(StrEnum):
    """What one lacks, said by how one feels; named as errands are."""

    FOOD = "hungry|starving|饿|饿了|好饿|很饿"
    DRINK = "thirsty|渴|渴了|好渴|很渴"


def is_clear(sort: Sort | None = None, **_: object) -> bool:
    """Whether a kind may be meant by words that were misheard: short words sound like others."""
    return sort is None or len(sort.word) >= (CLEAR if sort.word.isascii() else CLEAR_CHINESE)


class Which(StrEnum):
    """One of the places that were told."""

    FIRST = "the first [one]|first one|number one|第一(个|家|间)"
    SECOND = "the second [one]|second one|number two|第二(个|家|间)"
    THIRD = "the third [one]|third one|number three|第三(个|家|间)"
    FOURTH = "the fourth [one]|fourth one|number four|第四(个|家|间)"
    FIFTH = "the fifth [one]|fifth one|number five|第五(个|家|间)"
    LAST = "the last one|last one|最后(一个|一家|一间)"
    NEXT = (
        "the (next|other) one|next one|another one|any others|what else is there"
        "|下一(个|家|间)|另(一|外一)(个|家|间)|换一(个|家)|还有(别的|其他的)[吗]"
    )
    NEAREST = (
        "the (nearest|closest) [one]|(nearest|closest) one"
        "|which [one] is [the] (nearest|closest)|最近的[那个|那家|一个|一家]|哪(个|家)最近"
    )


for choice in (Errand, Feeling, Which):
    choices = {each.value: each for each in choice}
    register(choice, Choice(choices, choice.__name__.lower(), guessed=False))


REFERENCES: Final = frozenset(
    {
        *("it", "there", "that", "this", "them", "they"),
        *(f"{this} {one}" for this in ("this", "that") for one in ("one", "place", "shop")),
        *("它", "他", "她", "那里", "那儿", "那边", "那个", "那家", "这家", "那家店", "这家店"),
        *("那个地方", "这个地方", "那间", "这间"),
    }
)
"""Words for the place that is spoken of."""


def which_of(words: str, context: Context) -> Which | None:
    """Which of several places words mean, if that is all they say."""
    for said in (words, f"the {words}"):
        parts = split(said, context.language)
        used, which = next(iter(slot_for(Which).read(parts, context)), (0, None))
        if parts and used == len(parts):
            return which
    return None
