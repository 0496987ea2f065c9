"""Is a sentence over? The end of speech is a budget, and this is what it is spent by."""

from collections.abc import Sequence

from lorgnette.core.completeness import Completeness
from lorgnette.understanding.exact import Outcome
from lorgnette.understanding.idiom import Idiom
from lorgnette.understanding.leniency import Leniency
from lorgnette.understanding.mend import Guess


def how_finished(
    outcome: Outcome, words: Sequence[str], idiom: Idiom, *, whole: bool
) -> Completeness | None:
    """Of a sentence that needs no mending; None when it is none of the known ones.

    `whole`: the sentence is an action with everything it requires. What could only be added does
    not make it incomplete, but a number that may go on does, and free text never ends.
    """
    dangling = bool(words) and words[-1] in idiom.dangling
    if outcome.way is not None and whole:
        last = outcome.way.filled[-1] if outcome.way.filled else None
        over = Completeness.CONTINUABLE if outcome.waiting else Completeness.COMPLETE
        if last is None or last.end < len(words):
            return over
        if last.free:
            return Completeness.DANGLING if dangling else Completeness.OPEN
        return Completeness.OPEN if words[-1] in idiom.growing else over
    if outcome.way is not None or outcome.waiting or dangling:
        return Completeness.DANGLING
    return None


def how_finished_mended(
    whole: Guess | None, waiting: Guess | None, leniency: Leniency
) -> Completeness:
    """Of a mended sentence: the guess that is an action, and the one that needs more words."""
    if whole is not None and leniency.allows(whole):
        free = whole.said and whole.said[-1].free is not None
        over = Completeness.CONTINUABLE if waiting is not None else Completeness.COMPLETE
        return Completeness.OPEN if free else over
    if waiting is not None and leniency.begins(waiting):
        return Completeness.DANGLING
    return Completeness.OPEN
