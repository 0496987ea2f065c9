"""The nearest place for what one needs: by its kind, or by what one wants to do there."""

from lorgnette.skills import Reply, Turn
from lorgnette.skills.navigate.around import nearest_of
from lorgnette.skills.navigate.errands import Errand, Feeling
from lorgnette.skills.navigate.going import FINDING
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.sorts import Sold, Sort, is_clear

ANY = Sort("shop")
"""What is found when nobody says what."""

NEARBY = "[(here|around here|near here|nearby|near me|close by)]"
"""What may be said of where it is to be."""


@skill.action(
    "(find|show|look for|search for|recommend) [me] [a|an|some|any|the|another] {sort}",
    "(i need|i want|i'd like|i'm looking for|i am looking for|looking for)"
    f" [to find] [a|an|some|any|the|another] {{sort}} {NEARBY}",
    "where (can|could|do) (i|we) (get|find|buy|have|eat|drink|withdraw)"
    f" [a|an|some|any|the] ({{sort}}|{{sold}}) {NEARBY}",
    "(is there|are there|do you know) [a|an|any|some|another] {sort}"
    " [(around|here|in the area|on (the|my) way|within walking distance|in walking distance)]",
    "(what|which) {sort} (are|is) [there] (near me|nearby|near here|around here|close by)",
    patience=FINDING,
    plausible=is_clear,
)
async def find(turn: Turn, sort: Sort = ANY, sold: Sold | None = None) -> Reply:
    """Find the nearest pharmacy, restaurant or the like, and offer to lead you there."""
    return await nearest_of(turn, (sold or sort).word)


@skill.action(
    f"where (can|could) (i|we) {{errand}} {NEARBY}",
    f"(i need|i want|i'd like|i would like|i have|we need|we want) to {{errand}} {NEARBY}",
    "[(is there|find [me]|where is|where's|i need|i'm looking for)]"
    " (somewhere|anywhere|something|anything"
    f"|a place|a good place) [to] {{errand}} {NEARBY}",
    f"what (is there to|can (i|we)) (see|visit) {NEARBY}",
    f"[(is there|are there)] (anything|something) (interesting|worth seeing) {NEARBY}",
    "(i'm|i am|we're|we are) [(so|very|really|a bit|getting)] {feeling}",
    patience=FINDING,
)
async def errand(
    turn: Turn, errand: Errand = Errand.SIGHTS, feeling: Feeling | None = None
) -> Reply:
    """Find the nearest place to eat, rest, park or withdraw cash, and offer to lead you there."""
    name = (feeling or errand).name.lower()
    return await nearest_of(turn, turn.message(f"errand-{name}"))
