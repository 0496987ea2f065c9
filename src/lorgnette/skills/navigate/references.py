"""Which of the places that were told is meant, as it is said."""

from enum import StrEnum
from typing import Final

from lorgnette.core.slots import Context, register, slot_for
from lorgnette.core.slots.choice import Choice
from lorgnette.core.words import split


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


register(Which, Choice({each.value: each for each in Which}, "which", guessed=False))

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
