"""Languages by their names: «French», «mandarin», 西班牙语. The value is a tag: `fr`."""

from functools import cache

import msgspec

from lorgnette.core.slots.phrases import Part, Table
from lorgnette.core.slots.registry import register
from lorgnette.core.slots.said import Said
from lorgnette.core.slots.table import rows
from lorgnette.core.types import CHINESE, ENGLISH, Language


class Names(msgspec.Struct, frozen=True):
    """The names of a language; `also` are further ones, separated by `|`."""

    tag: str
    english: str
    also: str
    chinese: str
    also_chinese: str


@cache
def languages() -> dict[str, Names]:
    """Every language that has a name here, by its tag."""
    return {row[0]: Names(*row, *[""] * (5 - len(row))) for row in rows("languages")}


def language_name(tag: str, in_language: Language) -> str:
    """The name of a language, `French` or 法语; the tag itself when there is none."""
    names = languages().get(tag)
    if names is None:
        return tag
    return names.chinese if in_language == CHINESE else names.english


def _english() -> Part[Language]:
    return Table(
        {
            f"{each.english}|{each.also}".rstrip("|"): Language(each.tag)
            for each in languages().values()
        }
    )


def _chinese() -> Part[Language]:
    spoken = {
        f"{each.chinese}|{each.also_chinese}".rstrip("|"): Language(each.tag)
        for each in languages().values()
    }
    # 西班牙文 is as good as 西班牙语
    written = {
        f"{each.chinese[:-1]}文": Language(each.tag)
        for each in languages().values()
        if each.chinese.endswith("语")
    }
    return Table(spoken, written)


register(Language, Said("language", {ENGLISH: _english, CHINESE: _chinese}, language_name))
