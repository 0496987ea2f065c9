"""Numbers in words, written in digits: «twenty-five», «veinticinco» and «二十五» are 25."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from lorgnette.core.types import Language

_TABLE: Final = Path(__file__).parent / "numerals.tsv"
_CARDINALS: Final = (*range(21), *range(30, 100, 10), 100, 1000, 10**6, 10**9)
_COUNTED: Final = {
    "cardinals": _CARDINALS,
    "ordinals": range(1, 13),
    "months": range(1, 13),
    "groups": (1, 2, 3, 12),
}
_JOINTS: Final = frozenset({"and", "y", "et", "und", "e"})

_DOUBTFUL: Final[Mapping[str, frozenset[str]]] = {
    "en": frozenset({"oh", "a", "an", "one"}),
    "es": frozenset({"un", "una", "uno"}),
    "fr": frozenset({"un", "une", "neuf"}),
    "de": frozenset({"ein", "eine", "einen", "einem", "einer", "eins", "acht"}),
    "it": frozenset({"un", "una", "uno", "un'", "sei"}),
    "pt": frozenset({"um", "uma"}),
}
"""Words that are rarely meant as numbers: articles, «new», «you are», «attention»."""

_HAN: Final = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_HAN_UNITS: Final = {"十": 10, "百": 100, "千": 1000}
_HAN_SCALES: Final = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "만": 10**4, "억": 10**8}
_SINO: Final = {c: i for i, c in enumerate("영일이삼사오육칠팔구")}
_SINO_UNITS: Final = {"십": 10, "백": 100, "천": 1000}

_RUN: Final = "".join((*_HAN, *_HAN_UNITS, *_HAN_SCALES))
_COUNTERS: Final = (
    "点點时時分刻秒块塊元角毛欧歐美日英月号號年岁歲天周週个個小位人口名次遍杯瓶张張本件只隻条條"
    "辆輛间間楼樓层層站公千厘毫米克斤升里度倍码碼路班页頁章课課、，。,.%％"
)
"""What follows a Chinese numeral that is meant as a number."""

_HAN_RUN: Final = re.compile(f"[{_RUN}]+")
_HAN_SURE: Final = re.compile(
    "(?<!星期)(?<!礼拜)(?<!周)(?!百分|千万)(?!(?<![点點時时])十分(?![钟鐘]))"
    f"[{_RUN}]+(?=[{_COUNTERS}]|$)"
)
_SINO_LETTERS: Final = "".join((*_SINO, *_SINO_UNITS))
_SINO_RUN: Final = re.compile(f"[{_SINO_LETTERS}]+[만억]?(?=[원시분초년월일도킬미그])")
_SCALED: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([万萬亿億만억])")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*'?")


def in_digits(text: str, language: Language, *, sure: bool) -> str:
    """The text with its numbers in digits.

    `sure`: only what is meant as a number beyond doubt; otherwise whatever could be one, with
    ordinals, months, and words such as `twice`.
    """
    if language in ("zh", "ja"):
        text = (_HAN_SURE if sure else _HAN_RUN).sub(lambda run: _chinese(run[0], sure), text)
    if language == "ko":
        text = _SINO_RUN.sub(_korean, text)
        if not sure:
            for word, value in _words(language, sure=False).items():
                text = text.replace(word, f" {value} ")
    elif language in _languages():
        text = _spoken(text, language, sure=sure)
    return _SCALED.sub(lambda found: _times(found[1], _HAN_SCALES[found[2]]), text)


def _times(number: str, scale: int) -> str:
    return str((Decimal(number) * scale).normalize().quantize(Decimal(1)))


def _chinese(run: str, sure: bool) -> str:
    """A run of Chinese numerals; it stays as it is when it is none, or «one» of something."""
    if run[0] in _HAN_SCALES:
        return run
    if not any(c in _HAN_UNITS or c in _HAN_SCALES for c in run):
        several = len(run) != 2 or not sure  # 两三 is «two or three»
        written = "".join(str(_HAN[c]) for c in run) if several else run
        return run if sure and written in {"0", "1"} else written
    value = _places(run, _HAN, _HAN_UNITS)
    return run if sure and value < 2 else str(value)


def _korean(run: re.Match[str]) -> str:
    return str(_places(run[0], _SINO, _SINO_UNITS))


def _places(run: str, digits: Mapping[str, int], units: Mapping[str, int]) -> int:
    """Place values: 三百二十万 is 3,200,000; 一百二 is 120."""
    total = part = digit = 0
    unit = 1
    for character in run:
        if character in digits:
            digit = digits[character]
            unit = 1 if digit == 0 else unit
        elif character in units:
            unit = units[character]
            part, digit = part + (digit or 1) * unit, 0
        else:
            total, part, digit = total + (part + digit or 1) * _HAN_SCALES[character], 0, 0
            unit = _HAN_SCALES[character]
    return total + part + (digit * unit // 10 if unit > 10 else digit)


def _spoken(text: str, language: Language, *, sure: bool) -> str:
    """The names of numbers that stand in a row, as one number in digits."""
    written, end = "", 0
    row: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        counts = _values(word[0], language, sure=sure) is not None
        goes_on = bool(row) and not text[row[-1].end() : word.start()].strip(" -")
        if row and not (goes_on and (counts or word[0].casefold() in _JOINTS)):
            written, end = _flush(text, row, written, end, language, sure=sure)
            row = []
        if counts or row:
            row.append(word)
    if row:
        written, end = _flush(text, row, written, end, language, sure=sure)
    return written + text[end:]


def _flush(
    text: str, row: list[re.Match[str]], written: str, end: int, language: Language, *, sure: bool
) -> tuple[str, int]:
    while row[-1][0].casefold() in _JOINTS and not _values(row[-1][0], language, sure=sure):
        row.pop()
    while sure and row and _is_doubtful(row, language):
        row.pop(0)
    if not row:
        return written, end
    values = [v for word in row for v in _values(word[0], language, sure=sure) or ()]
    start, stop = row[0].start(), row[-1].end()
    digits = re.search(r"(\d+(?:[.,]\d+)?)\s*\Z", text[end:start])
    if digits and values[0] >= 1000:  # «2.5 million»
        number = Decimal(digits[1].replace(",", "."))
        for value in values:
            number *= value
        return written + text[end : end + digits.start()] + f"{number.normalize():f}", stop
    return written + text[end:start] + " ".join(map(str, _summed(values))), stop


def _is_doubtful(row: Sequence[re.Match[str]], language: Language) -> bool:
    """Whether a row begins with an article rather than a number: not so in «one hundred»."""
    if row[0][0].casefold() not in _DOUBTFUL.get(language, frozenset()):
        return False
    following = _values(row[1][0], language, sure=True) if len(row) > 1 else None
    return not following or following[0] < 100


def _summed(values: Sequence[int]) -> list[int]:
    """Names in a row, each smaller than what the one before left room for, make one number."""
    numbers: list[int] = []
    total = part = 0
    room = 10**12
    for value in values:
        if value >= 1000:
            total, part, room = total + (part or 1) * value, 0, value
        elif value == 100:
            part, room = (part or 1) * 100, 100
        else:
            if value >= room:
                numbers.append(total + part)
                total = part = 0
            part, room = part + value, _room_after(value)
    return [*numbers, total + part]


def _room_after(value: int) -> int:
    """What follows must be smaller: ones after tens, nothing after ones; French adds 11 to 60."""
    if value < 20:
        return 0
    return 100 if value % 100 == 0 else 20 if value in {60, 80} else 10


@cache
def _values(word: str, language: Language, *, sure: bool) -> tuple[int, ...] | None:
    """The numbers in one word, which may be several run together: `einundzwanzig` is 1 and 20."""
    known, word = _words(language, sure=sure), word.casefold()
    if word in known:
        return (known[word],)
    if language == "de" and (pair := re.fullmatch(r"(\w+?)und(\w+zig|dreißig|dreissig)", word)):
        one, ten = _words(language, sure=False).get(pair[1]), known.get(pair[2])
        if one is not None and ten is not None:
            return (ten, one)
    for length in range(len(word) - 2, 2, -1):
        rest = word[length:].lstrip("-").removeprefix("et-")
        if word[:length] in known and (others := _values(rest, language, sure=False)):
            return (known[word[:length]], *others)
    return None


@cache
def _words(language: Language, *, sure: bool) -> dict[str, int]:
    """The names of numbers, longest first."""
    found: dict[str, int] = {}
    for of, kind, names in _rows():
        if of != language or (sure and kind != "cardinals"):
            continue
        for value, spellings in zip(_COUNTED[kind], names, strict=True):
            for name in spellings:
                found.setdefault(name, value)
    return {name: found[name] for name in sorted(found, key=len, reverse=True) if name != "-"}


@cache
def _languages() -> frozenset[str]:
    return frozenset(language for language, _, _ in _rows())


@cache
def _rows() -> tuple[tuple[str, str, list[list[str]]], ...]:
    lines = _TABLE.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines]
    return tuple((of, kind, [n.split("/") for n in names.split()]) for of, kind, names in cells)
