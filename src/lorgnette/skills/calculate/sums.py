"""The slot of sums: «three plus four times two», `2^10`, 八十的百分之十五."""

from collections.abc import Iterator, Sequence

import msgspec

from lorgnette.core.slots import Context, slot
from lorgnette.core.types import CHINESE, ENGLISH, Language
from lorgnette.skills.calculate.expression import Applied, written
from lorgnette.skills.calculate.reading import Signs, read_sum
from lorgnette.skills.calculate.signs import chinese_signs, english_signs

LANGUAGES = {ENGLISH: english_signs, CHINESE: chinese_signs}


class Expression(msgspec.Struct, frozen=True):
    """Something to work out: at least one sign."""

    root: Applied


@slot(Expression)
class Sums:
    """Reads and writes sums. «What is …» may be about anything: what is no sum is no question."""

    name = "sum"
    guessed = False

    def read(self, words: Sequence[str], context: Context) -> Iterator[tuple[int, Expression]]:
        """See `Slot`."""
        found = read_sum(words, signs(context.language))
        if found is not None:
            yield found[0], Expression(found[1])

    def template(self, language: Language) -> str:
        """See `Slot`."""
        return signs(language).template

    def show(self, value: Expression, language: Language) -> str:
        """The sum in signs."""
        return written(value.root, language)


def signs(language: Language) -> Signs:
    """How a language says signs, or else how English does."""
    return LANGUAGES.get(language, english_signs)()
