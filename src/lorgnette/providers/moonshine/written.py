"""How spoken words are written down: `sixteen` as 16, `seven thirty p m` as 7:30 p.m."""

from collections.abc import Iterator
from functools import cache

Words = tuple[str, ...]


def _row(text: str) -> Words:
    return tuple(text.split())


UNITS = _row(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = _row("twenty thirty forty fifty sixty seventy eighty ninety")
DAYS = _row(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
SHORT = {
    "a.m.": "am",
    "p.m.": "pm",
    "Mr.": "mister",
    "Mrs.": "missus",
    "Dr.": "doctor",
    "St.": "saint",
    "OK": "okay",
}


def spoken(number: int) -> Iterator[Words]:
    """The ways to say a whole number from 0 to 999, the plain one first."""
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        yield _small(rest)
        return
    for head in (UNITS[hundreds], "a") if hundreds == 1 else (UNITS[hundreds],):
        if not rest:
            yield head, "hundred"
            continue
        yield head, "hundred", *_small(rest)
        yield head, "hundred", "and", *_small(rest)


@cache
def written() -> dict[Words, tuple[str, ...]]:
    """For spoken words, the ways to write them other than word by word."""
    forms: dict[Words, list[str]] = {}
    for source in (_short(), _numbers(), _decimals(), _years(), _times(), _days()):
        for words, text in source:
            forms.setdefault(words, []).append(text)
    return {words: tuple(texts) for words, texts in forms.items()}


def _small(number: int) -> Words:
    if number < 20:
        return (UNITS[number],)
    tens, units = divmod(number, 10)
    return (TENS[tens - 2], UNITS[units]) if units else (TENS[tens - 2],)


def _short() -> Iterator[tuple[Words, str]]:
    for text, word in SHORT.items():
        yield (word,), text
    yield ("a", "m"), "a.m."
    yield ("p", "m"), "p.m."


def _numbers() -> Iterator[tuple[Words, str]]:
    for number in range(1000):
        coin = "dollar" if number == 1 else "dollars"
        for words in spoken(number):
            yield words, str(number)
            yield (*words, "percent"), f"{number}%"
            yield (*words, coin), f"${number}"
    for thousands in range(1, 20):
        yield (UNITS[thousands], "thousand"), f"{thousands},000"


def _decimals() -> Iterator[tuple[Words, str]]:
    for number in range(100):
        for digit in range(10):
            yield (*_small(number), "point", UNITS[digit]), f"{number}.{digit}"


def _years() -> Iterator[tuple[Words, str]]:
    for year in range(1900, 2100):
        century, rest = divmod(year, 100)
        if rest > 9:
            yield (*_small(century), *_small(rest)), str(year)
        elif rest:
            yield (*_small(century), "oh", *_small(rest)), str(year)


def _times() -> Iterator[tuple[Words, str]]:
    for hour in range(24):
        head = _small(hour)
        yield (*head, "o'clock"), f"{hour}:00"
        for minute in range(1, 60):
            text = f"{hour}:{minute:02}"
            for zero in ((),) if minute > 9 else (("oh",), ("o",)):
                yield (*head, *zero, *_small(minute)), text


def _days() -> Iterator[tuple[Words, str]]:
    endings = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    for day in range(1, 32):
        yield _day(day), f"{day}{endings.get(day, 'th')}"


def _day(number: int) -> Words:
    if number <= 20:
        return (DAYS[number - 1],)
    if number == 30:
        return ("thirtieth",)
    return TENS[number // 10 - 2], DAYS[number % 10 - 1]
