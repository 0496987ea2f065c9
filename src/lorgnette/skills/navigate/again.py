"""Where the wearer was led before: told, gone to again, and forgotten."""

from lorgnette.core import cards
from lorgnette.core.routes import Mode
from lorgnette.engines import JOURNEYS
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.navigate.going import FINDING, set_out
from lorgnette.skills.navigate.plans import Goal
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.told import Told
from lorgnette.skills.navigate.travelling import By
from lorgnette.skills.navigate.visits import Visited, Visits

SAID = 3
"""Places that are said; more are shown."""

SHOWN = 10


@skill.action(
    "where (did i go|have i been|was i going) [lately|last|recently|today]",
    "(show me|list|what are) my (last|recent) (destinations|journeys|goals)",
)
async def where_went(turn: Turn) -> Reply:
    """Tell where you were led last."""
    kept = (await Visits.of(turn)).kept[:SHOWN]
    if not kept:
        return Reply(say=turn.message("none-visited"))
    names = [each.item.name for each in kept]
    items = tuple(cards.Line(each.item.name, turn.show(each.item.last.date())) for each in kept)
    say = turn.message("visited", places=turn.message("and").join(names[:SAID]))
    return Reply(say=say, card=cards.List(title=turn.message("visited-title"), items=items))


@skill.action(
    "(take|bring|guide|lead|navigate) me [back] to [the|my] (last|previous|same)"
    " (place|destination) [again] [{by}]",
    "(go|navigate) [back] to [the|my] (last|previous|same) (place|destination) [again] [{by}]",
    patience=FINDING,
)
async def go_again(turn: Turn, by: By | None = None) -> Reply:
    """Lead you to where you were led last."""
    kept = (await Visits.of(turn)).kept
    if not kept:
        return Reply(say=turn.message("none-visited"))
    last = kept[0].item
    mode = by.mode if by is not None else Mode.FOOT
    return await set_out(turn, (Goal(last.name, last.spot),), mode)


@skill.action(
    "forget where i (went|have been|was|go)",
    "(forget|delete|clear) (all|all of|) my (last|recent|) (destinations|journeys|trips|visits)",
    "(forget|delete|clear) [all of] my (journey|travel|location) history",
    careful=True,
)
async def forget_visits(turn: Turn) -> Reply:
    """Forget where you were led, and every journey that is kept, after a yes."""

    async def commit() -> Reply:
        await turn.shelf(Visited).clear()
        await turn.shelf(Told).clear()
        if JOURNEYS in turn:
            await turn[JOURNEYS].of(turn.wearer).delete_all()
        return Reply(say=turn.message("visits-forgotten"), clears=True)

    return Reply(offer=Offer(turn.message("forget-visits"), commit))
