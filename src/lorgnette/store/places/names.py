"""Names of places as they are looked for: words, Chinese in pairs of characters, and their sounds.

Words that are written short are the same as in full: «Main St» and «Main Street».
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from lorgnette.understanding.letters import sounds
from lorgnette.understanding.sound import shape_of
from lorgnette.understanding.syllables import ALIKE, PARTS

HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
KANA: Final = "\u3040-\u30ff"

_WORD: Final = re.compile(rf"[{HAN}{KANA}]+|[^\W_{HAN}{KANA}]+")
_HAN_ONLY: Final = re.compile(r"[\x00-\x7f\u3400-\u9fff]*\Z")
_APOSTROPHES: Final = re.compile(r"(?<=\w)['’ʼ`´](?=\w)")
_LETTERS: Final = str.maketrans(
    dict(zip("øłđðþæœı", ("o", "l", "d", "d", "th", "ae", "oe", "i"), strict=True))
)
_SIMPLE: Final = str.maketrans(
    "號區縣鎮鄉灣東門陽龍廣場車機館學醫藥銀園橋樓濱連寧華蘭雲廈蘇慶貴漢長萬壽義興島嶺嶼鐵國會黃馬",
    "号区县镇乡湾东门阳龙广场车机馆学医药银园桥楼滨连宁华兰云厦苏庆贵汉长万寿义兴岛岭屿铁国会黄马",
)
"""Characters that are common in names of places, as they are written in simplified Chinese."""

FULL: Final = {
    "rd": "road", "av": "avenue", "ave": "avenue", "blvd": "boulevard", "dr": "drive",
    "ln": "lane", "sq": "square", "pl": "place", "ct": "court", "hwy": "highway", "mt": "mount",
    "stn": "station", "sta": "saint", "sankt": "saint", "str": "strasse", "pk": "park",
    "center": "centre", "theater": "theatre", "n": "north", "s": "south", "e": "east",
    "w": "west", "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th",
    "fifth": "5th", "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th",
    "tenth": "10th",
}  # fmt: skip
"""Words that are written short, and what they are."""

WAYS: Final = frozenset(
    (
        *("street", "road", "avenue", "boulevard", "drive", "lane", "square", "place", "court"),
        *("highway", "strasse", "way", "path"),
    )
)
"""Words that half of all streets have in their names."""

SMALL: Final = frozenset(
    (
        *("the", "of", "a", "an", "at", "in", "on", "de", "la", "le", "les", "des", "du", "der"),
        *("die", "das", "and", "und"),
    )
)
"""Words that say little about which place is meant."""


def folded(text: str) -> str:
    """A text without capitals and accents, and with common traditional characters simplified."""
    text = _APOSTROPHES.sub("", text).casefold()
    if text.isascii():
        return text
    if _HAN_ONLY.match(text):
        return text.translate(_SIMPLE)
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS).translate(_SIMPLE))
    return "".join(char for char in parts if not unicodedata.combining(char))


def runs(text: str) -> list[str]:
    """The words of a text, in full; what is written in Chinese stays together."""
    words = _WORD.findall(folded(text))
    return [
        _in_full(word, last=place == len(words) - 1)
        if len(word) < 9 or word[-3:] == "str"
        else word
        for place, word in enumerate(words)
    ]


@lru_cache(maxsize=50_000)
def street_key(name: str) -> str:
    """The name of a street in the form in which houses are looked for."""
    return " ".join(runs(name))


def terms(text: str) -> list[str]:
    """The terms of a text: words, and every two Chinese characters that stand together."""
    found = list[str]()
    for run in runs(text):
        if run[0] < "\u3005" or len(run) == 1 or not is_han(run):
            found.append(run)
        else:
            found += [run[place : place + 2] for place in range(len(run) - 1)]
    return found


def _in_full(word: str, *, last: bool) -> str:
    if word == "st":
        return "street" if last else "saint"
    if word[-3:] == "str" and len(word) > 5:
        return word + "asse"
    return FULL.get(word, word)


def is_han(term: str) -> bool:
    """Whether a term is Chinese."""
    return "\u3005" <= term[0] <= "\u9fff" or "\uf900" <= term[0] <= "\ufaff"


@lru_cache(maxsize=100_000)
def pinyin(term: str) -> str:
    """How Chinese characters sound, without tones: 重庆 is `chong qing`."""
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(term, errors="ignore"))


@lru_cache(maxsize=100_000)
def sound(term: str) -> str:
    """How a term sounds, roughly: words that are taken for each other share it.

    Of a word the consonants, in kinds; of Chinese characters the syllables, blurred.
    """
    if is_han(term):
        return blurred(pinyin(term).split()) or term
    if not term.isalpha() or not term.isascii():
        return term
    return shape_of(sounds(term)) or term


def blurred(read: Sequence[str]) -> str:
    """Syllables of pinyin, with those that are taken for each other as one."""
    return " ".join(_blurred(syllable) for syllable in read)


@lru_cache(maxsize=2_000)
def _blurred(syllable: str) -> str:
    match = PARTS.fullmatch(syllable.replace("v", "ü"))
    if match is None:
        return syllable
    initial, final = match[1], match[2]
    return ALIKE.get(initial, initial) + re.sub("ng$", "n", final)
