"""Numbers inside a sentence: found in digits or words, written again in digits.

A number is kept as text: digits with `.` before decimals, or `h:mm`. What could be read in two
ways (`1,500` in a language where the comma is decimal, `一百二`) is not a number here.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from lorgnette.core.types import Language

Parse = Callable[[str], int | str | None]

_DIGITS = re.compile(r"[0-9]+(?:[.,:][0-9]+)*")
_PLAIN = re.compile(r"[0-9]+")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]")
_DECIMAL_COMMA: Final = frozenset({"es", "fr", "de"})

_HAN = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_HANGUL = {c: i for i, c in enumerate("영일이삼사오육칠팔구")} | {"공": 0}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HANGUL_UNITS = {"십": 10, "백": 100, "천": 1000}
_NATIVE = {
    "한": 1,
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
}
_NATIVE_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50}
_CONNECTORS = frozenset({"and", "y", "et"})

SLOTS: Final[Mapping[str, Callable[[str], bool]]] = {
    "n": lambda number: _PLAIN.fullmatch(number) is not None,
    "many": lambda number: _PLAIN.fullmatch(number) is not None and int(number) >= 2,
    "price": lambda number: ":" not in number and float(number) >= 2,
    "time": lambda number: _CLOCK.fullmatch(number) is not None and int(number.split(":")[0]) != 1,
}
"""Which numbers may stand in a slot; `many`, `price` and `time` leave one out (in Spanish one
o'clock is singular too), so that plurals are right."""


def written(number: str, language: Language) -> str:
    """The number with the decimal mark of a language."""
    return number.replace(".", ",") if language in _DECIMAL_COMMA else number


class Numbers:
    """Finds the numbers of one language in folded text."""

    def __init__(self, language: Language, words: Mapping[str, int]) -> None:
        """`words`: folded names of numbers, at least 0 to 20 and the tens, and their values."""
        self._language = language
        self._patterns: list[tuple[re.Pattern[str], Parse]] = []
        if language in ("zh", "ja"):
            self._add(_HAN | _HAN_UNITS, lambda run: _positional(run, _HAN, _HAN_UNITS))
        elif language == "ko":
            self._add(_HANGUL | _HANGUL_UNITS, lambda run: _positional(run, _HANGUL, _HANGUL_UNITS))
            tens, ones = "|".join(_NATIVE_TENS), "|".join(_NATIVE)
            native = re.compile(rf"(?:{tens})(?:{ones})|{tens}|{ones}")
            self._patterns.append((native, _native))
        else:
            self._words = dict(words) | _compounds(language, words)
            names = {part for name in self._words for part in name.split()}
            name = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
            joint = "|".join(_CONNECTORS)
            run = re.compile(rf"\b(?:{name})(?: (?:(?:{joint}) )?(?:{name}))*\b")
            self._patterns.append((run, self._spoken))

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where each number begins and ends, and the number; every one of them by itself."""
        for match in _DIGITS.finditer(text):
            number = self._digits(match.group())
            if number:
                yield match.start(), match.end(), number
        for pattern, parse in self._patterns:
            for match in pattern.finditer(text):
                value = parse(match.group())
                if value is not None:
                    yield match.start(), match.end(), str(value)

    def _add(self, characters: Mapping[str, int], parse: Parse) -> None:
        self._patterns.append((re.compile(f"[{''.join(characters)}]+"), parse))

    def _digits(self, text: str) -> str | None:
        comma = self._language in _DECIMAL_COMMA
        mark, group = (",", ".") if comma else (".", ",")
        if _PLAIN.fullmatch(text) or _CLOCK.fullmatch(text):
            return text
        if re.fullmatch(rf"[1-9][0-9]{{0,2}}(?:\{group}[0-9]{{3}})+", text):
            return text.replace(group, "")
        if re.fullmatch(rf"[0-9]+\{mark}[0-9]{{1,2}}", text):
            return text.replace(mark, ".")
        return None

    def _spoken(self, run: str) -> int | str | None:
        """The value of names in a row, each smaller than what the one before left room for."""
        values = self._values([name for name in run.split() if name not in _CONNECTORS])
        if len(values) >= 3 and max(values) < 10:
            return "".join(map(str, values))
        total, room = 0, 10_000
        for value in values:
            if value == 100 and 0 < total < 10:
                total, room = total * 100, 100
            elif value < room and (value or len(values) == 1):
                total, room = total + value, _room_after(value, self._language)
            else:
                return None
        return total if values else None

    def _values(self, names: list[str]) -> list[int]:
        """Longest first: `quatre vingt dix sept` is 90 and 7. Nothing if a name is left over."""
        values = []
        while names:
            for length in range(len(names), 0, -1):
                if (value := self._words.get(" ".join(names[:length]))) is not None:
                    break
            else:
                return []
            values.append(value)
            names = names[length:]
        return values


def _room_after(value: int, language: Language) -> int:
    """What follows must be smaller than this: ones after tens, nothing after ones."""
    if value % 100 == 0 and value:
        return 100
    if language == "fr" and value in (60, 80):
        return 20
    return 10 if value % 10 == 0 and value >= 20 else 0


def _compounds(language: Language, words: Mapping[str, int]) -> dict[str, int]:
    """Numbers written as one word: `einundzwanzig`, `veintiuno`."""
    ones = [(name, value) for name, value in words.items() if 0 < value < 10]
    if language == "es":
        return {f"veinti{name}": 20 + value for name, value in ones}
    if language == "de":
        tens = [(name, value) for name, value in words.items() if 20 <= value < 100]
        return {f"{one}und{ten}": value + add for one, add in ones for ten, value in tens}
    return {}


def _positional(run: str, digits: Mapping[str, int], units: Mapping[str, int]) -> int | str | None:
    """Chinese place values: 二百零五 is 205. Three digits or more without units: 三〇五 is 305.

    Two are left alone: 两三 is «two or three».
    """
    if not any(character in units for character in run):
        several = len(run) != 2
        return "".join(str(digits[character]) for character in run) if several else None
    total, digit, smallest = 0, None, 10_000
    for character in run:
        if character in units:
            unit = units[character]
            if unit >= smallest or digit == 0:
                return None
            total, digit, smallest = total + (1 if digit is None else digit) * unit, None, unit
        elif digit is None or digit == 0:
            digit = digits[character]
        else:
            return None
    if digit and smallest > 10 and run[-2] not in "零〇영공":
        return None
    return total + (digit or 0)


def _native(run: str) -> int:
    for ten, value in _NATIVE_TENS.items():
        if run.startswith(ten):
            return value + _NATIVE.get(run.removeprefix(ten), 0)
    return _NATIVE[run]
