"""Looks until something is certain, and tells the wearer meanwhile what would help."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from lorgnette.core import cards
from lorgnette.core.codes import Code
from lorgnette.engines import CODE_READER, SEER
from lorgnette.senses.sight import Advice, Best, Guide, Votes, quality
from lorgnette.skills import Turn
from lorgnette.skills.eyes import Sight

RATE: Final = 8.0
"""Pictures a second: quick enough that two that agree cost a quarter of a second."""

MOST: Final = 48
"""Frames after which the wearer is told that nothing was found."""

NO_CODE: Final = 6
"""Frames without any code after which there is none, and what is there is something else."""

MORE: Final = 2
"""Frames that are waited for when one code is certain and another is not."""


@dataclass(frozen=True)
class Seen:
    """The codes that are certain, and the sharpest picture when there was none."""

    codes: Sequence[Code]
    sharpest: Sight | None = None


async def in_view(turn: Turn, *, codes_only: bool) -> Seen:
    """What is in front of the wearer. Shows advice meanwhile. Raises CannotSee.

    `codes_only`: the wearer means a code, and is given the time to hold it right. Otherwise the
    seer gets what is there without one, if there is a seer.
    """
    votes, guide, best, waited = Votes(), Guide(), Best[Sight](), 0
    async with turn.eyes.looking("look", rate=RATE) as sights:
        async for sight in sights:
            votes.add(await turn[CODE_READER].read(sight.pixels))
            waited += bool(votes.agreed)
            if votes.agreed and (not votes.undecided or waited > MORE):
                return Seen(votes.agreed)
            seen = quality(sight.pixels)
            best.add(sight, seen)
            if best.seen >= MOST or (best.seen >= NO_CODE and not (codes_only or votes.codes)):
                break
            if (advice := guide.watch(seen, seen=votes.undecided)) is not None and codes_only:
                say(turn, advice)
        codes = await last_try(turn, best)
        if not (codes or codes_only):
            sights.shown_to(SEER)
    return Seen(codes, best.best)


async def last_try(turn: Turn, best: Best[Sight]) -> Sequence[Code]:
    """The sharpest frame again, thoroughly: what is certain by itself counts."""
    if best.best is None:
        return ()
    codes = await turn[CODE_READER].read(best.best.pixels, thorough=True)
    return [code for code in codes if code.sure]


def say(turn: Turn, advice: Advice) -> None:
    """Tell what would help: on the lens, and where there is none in the ear."""
    text = turn.message(f"advice-{advice}")
    if turn.profile.display.width:
        turn.meanwhile(card=cards.Text(title=text))
    else:
        turn.meanwhile(text)
