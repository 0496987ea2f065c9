"""Figures as they are spoken, so that «16» is heard where a sentence says «sixteen»."""

from functools import lru_cache

from lorgnette.core.types import CHINESE, ENGLISH, Language

ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen"),
    *("sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
DIGITS = "零一二三四五六七八九"


@lru_cache(maxsize=2048)
def spelled(word: str, language: Language) -> tuple[str, ...]:
    """The words for a figure below 1,000; none for anything else."""
    if not (word.isascii() and word.isdigit() and len(word) <= 3):
        return ()
    if language == ENGLISH:
        return tuple(english(int(word)))
    return tuple(chinese(int(word))) if language == CHINESE else ()


def english(number: int) -> list[str]:
    """A number below 1,000 in English."""
    if number >= 100:
        rest = english(number % 100) if number % 100 else []
        return [ONES[number // 100], "hundred", *rest]
    if number >= 20:
        return [TENS[number // 10 - 2], *(english(number % 10) if number % 10 else [])]
    return [ONES[number]]


def chinese(number: int) -> str:
    """A number below 1,000 in Chinese."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    if hundreds:
        gap = "零" if 0 < rest < 10 else "一" if tens == 1 else ""
        return f"{DIGITS[hundreds]}百{gap}{chinese(rest) if rest else ''}"
    if tens:
        return f"{DIGITS[tens] if tens > 1 else ''}十{DIGITS[ones] if ones else ''}"
    return DIGITS[ones]
