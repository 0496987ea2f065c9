"""The comparison: values of the source that the translation says nothing of."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from lorgnette.core.fidelity.numerals import in_digits
from lorgnette.core.fidelity.values import Value, amounts, measured, plain, times, values
from lorgnette.core.scripts import possible
from lorgnette.core.types import Language

_HALF: Final = re.compile(r"\b(?:half|media|mezza|mezzo|demie?|meia|halb)\b|半|반")
_QUARTER: Final = re.compile(r"\b(?:quarter|cuarto|quarto|quart|viertel)\b|刻")


def lost(
    source: str,
    translated: str,
    *,
    languages: tuple[Language, Language],
    names: Iterable[str] = (),
) -> tuple[str, ...]:
    """What of the source the translation does not say, as the source has it, in order.

    `languages`: of the source and of the translation. `names`: those that must stay as they are
    if they occur, as far as the other language is written in their letters.
    """
    origin, target = languages
    there = _Said(translated, target)
    gone = [value.written for value in values(source, origin) if not there.says(value)]
    low, said = source.casefold(), translated.casefold()
    gone += [
        name
        for name in names
        if _occurs(name, low) and not _occurs(name, said) and possible(name, [target])
    ]
    return tuple(dict.fromkeys(gone))


def _occurs(name: str, text: str) -> bool:
    return re.search(rf"(?<![^\W\d_]){re.escape(name.casefold())}(?![^\W\d_])", text) is not None


class _Said:
    """All that a translation may mean."""

    def __init__(self, text: str, language: Language) -> None:
        self._letters = plain(text)
        digits = in_digits(self._letters, language, sure=False)
        self._amounts = amounts(digits) | amounts(self._letters)
        self._times = [*times(digits), *times(self._letters)]
        self._measures = measured(self._letters)

    def says(self, value: Value) -> bool:
        """Whether a value of the source can be found here."""
        if value.minutes:
            return self._says_time(value.minutes)
        if not value.numbers:
            return plain(value.written) in self._letters
        if value.measures and not value.measures & self._measures:
            return False
        return bool(value.numbers & self._amounts)

    def _says_time(self, minutes: frozenset[int]) -> bool:
        """A time that is written as one, or else its hour and minutes as languages name them."""
        if self._times:
            return any(minutes & time for time in self._times)
        hour, minute = divmod(min(minutes), 60)
        hours = {hour % 12, hour % 12 + 12, hour} | ({hour % 12 + 1} if minute >= 30 else set())
        named = (minute == 30 and _HALF.search(self._letters)) or (
            minute in {15, 45} and _QUARTER.search(self._letters)
        )
        parts = {minute, 60 - minute} if minute and not named else {hour, *hours}
        return all(any(Decimal(n) in self._amounts for n in each) for each in (hours, parts))
