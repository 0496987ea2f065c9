"""Goods without a number: fruit, vegetables and what else is sold loose, known by its category.

A category is a tag of the open catalogues: a language and a name in it, as `en:bananas`. What
people call the usual ones in English and Chinese stands in `loose.tsv`; of any other, its name is
what its tag says.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from lorgnette.core.types import CHINESE, ENGLISH, Language

_TAG: Final = re.compile(r"[a-z]{2,3}:[^\W_A-Z](?:[^\W_A-Z]|-){0,79}")
_ARTICLES: Final = ("the ", "some ", "a ", "an ")


def is_category(text: str) -> bool:
    """Whether a text is the tag of a category."""
    return _TAG.fullmatch(text) is not None


@cache
def names() -> Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """What the usual categories are called in English and in Chinese, the best name first."""
    lines = Path(__file__).with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {
        f"en:{tag}": (tuple(english.split("|")), tuple(chinese.split("|")))
        for tag, english, chinese in rows
    }


@cache
def _by_name() -> Mapping[str, str]:
    return {name: tag for tag, both in names().items() for each in both for name in each}


def name_of(category: str, language: Language) -> str:
    """What a category is called: in the language if we know it, else as its tag says."""
    english, chinese = names().get(category, ((), ()))
    called = chinese if language == CHINESE else english
    return called[0] if called else category.partition(":")[2].replace("-", " ")


def categories(said: str) -> list[str]:
    """The categories that words may mean, the likeliest first: one and many are the same."""
    plain = " ".join(said.lower().split())
    for article in _ARTICLES:
        plain = plain.removeprefix(article)
    known = _by_name().get(plain, "")
    stem = re.sub(r"\W+", "-", name_of(known, ENGLISH) or plain).strip("-_")
    many = stem if stem.endswith("s") else f"{stem}s"
    guesses = (known, f"en:{many}", f"en:{stem}") if stem else ()
    return [tag for tag in dict.fromkeys(guesses) if is_category(tag)]
