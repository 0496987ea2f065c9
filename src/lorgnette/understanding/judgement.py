"""Is what was mended good enough? Asking back beats a wrong action."""

from collections.abc import Sequence

from lorgnette.core.readings import Intent, Missing, Unknown, Unsure
from lorgnette.understanding.leniency import Leniency
from lorgnette.understanding.meaning import Meaning


def judge(
    meanings: Sequence[Meaning], hint: Intent | None, leniency: Leniency
) -> Intent | Missing | Unsure | Unknown:
    """The reading of a sentence that had to be mended.

    `meanings` are distinct, cheapest first. `hint` is what the recogniser would rather have
    heard, too doubtful to count alone.
    """
    if not meanings or not leniency.allows(meanings[0].guess):
        return Unknown()
    best = meanings[0]
    margin = leniency.careful_margin if best.careful else leniency.margin
    rivals = [item.intent for item in meanings[1:] if item.guess.cost - best.guess.cost < margin]
    if hint is not None:
        if best.same_as(hint) and not best.careful:
            return best.reading
        if not best.same_as(hint):
            rivals.insert(0, hint)
    if rivals:
        return Unsure((best.intent, *rivals[:2]))
    if best.careful and best.guess.per_word > leniency.careful_per_word:
        return Unsure((best.intent,))
    return best.reading
