"""What wares are called by those who want them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final, NewType

from lorgnette.core.slots import register
from lorgnette.core.slots.slot import Context
from lorgnette.core.slots.text import Words
from lorgnette.core.types import CHINESE

Ware = NewType("Ware", str)
"""Something to buy, in few words: a whole story after «I've got» is about something else."""

ELSEWHERE: Final = frozenset(
    (
        *("without", "for", "four", "near", "nearest", "open", "way", "number", "root", "last"),
        *("time", "are", "timer", "timers", "reminder", "reminders", "alarm", "alarms", "note"),
        *("notes", "node", "nodes", "photo", "photos", "picture", "pictures"),
    )
)
"""Words that are in no name of a ware: what somebody finds or removes is something else then, be it
misheard: «find the way without ferries», «remove the time are called eggs»."""


class FewWords(Words[Ware]):
    """A slot for the name of a ware: five words, or seven characters of Chinese."""

    def read(self, words: Sequence[str], context: Context) -> Iterator[tuple[int, Ware]]:
        """See `Slot`."""
        most = 7 if context.language == CHINESE else 5
        named = takewhile(lambda word: word not in ELSEWHERE, words[:most])
        yield from super().read(tuple(named), context)


register(Ware, FewWords("ware", Ware, str, most=7))

_BETWEEN: Final = re.compile(r"\s*(?:,\s*and\b|,|，|、|\band\b|(?<=.)(?:和|还有|以及)(?=.))\s*")
"""What stands between two things of a list."""

_ARTICLE: Final = re.compile(
    r"(?:the|some|any|an?(?! (?:dozen|couple|few))|my|more)\s+", re.IGNORECASE
)


def bare(text: str) -> str:
    """What something is called, without the article."""
    return _ARTICLE.sub("", text, count=1)


def things(said: str) -> list[str]:
    """What was said of a list, thing by thing, without articles; never nothing."""
    parts = (bare(part).strip() for part in _BETWEEN.split(said))
    return [part for part in parts if part] or [said]


def is_called(text: str, wished: str) -> bool:
    """Whether each word of a name is one of a text, be it one or many: egg, eggs."""
    return all(_word(each).search(text.lower()) for each in bare(wished).lower().split())


def called(texts: Iterable[str], wished: str) -> list[int]:
    """The places of the texts that are what is wished, or else of those it is among."""
    kept = list(texts)
    plain = bare(wished).lower()
    same = [at for at, text in enumerate(kept) if bare(text).lower() == plain]
    return same or [at for at, text in enumerate(kept) if is_called(text, wished)]


def _word(word: str) -> re.Pattern[str]:
    stem = re.sub(r"(?<=[a-z]{2})(?:es|s)\Z", "", word)
    return re.compile(rf"(?<![a-z]){re.escape(stem)}(?:e?s)?(?![a-z])")
