"""What the wearer must not eat."""

from lorgnette.core.allergens import canonical
from lorgnette.skills import Offer, Reply, Turn
from lorgnette.skills.priced import Avoided
from lorgnette.skills.shopping import telling
from lorgnette.skills.shopping.skill import skill


@skill.action(
    "I'm allergic to {what}",
    "I (can't|cannot|must not|may not|don't) eat {what}",
    "warn me (about|of) {what}",
)
async def avoid(turn: Turn, what: str) -> Reply:
    """Be warned of something from now on."""
    name, shelf = canonical(what), turn.shelf(Avoided)
    if all(stored.item.name != name for stored in await shelf.all()):
        await shelf.add(Avoided(name))
    return Reply(say=turn.message("avoided", what=telling.allergen(turn, name)))


@skill.action(
    "I'm (no longer|not) allergic to {what} [any more]",
    "(stop warning|don't warn) me (about|of) {what}",
    careful=True,
)
async def allow(turn: Turn, what: str) -> Reply:
    """Be warned of something no more, after a yes."""
    name, shelf = canonical(what), turn.shelf(Avoided)
    kept = [stored for stored in await shelf.all() if stored.item.name == name]
    if not kept:
        return Reply(say=turn.message("never-avoided", what=telling.allergen(turn, name)))

    async def commit() -> Reply:
        await shelf.remove(*(stored.id for stored in kept))
        return Reply(say=turn.message("allowed", what=telling.allergen(turn, name)))

    text = turn.message("ask-allow", what=telling.allergen(turn, name))
    return Reply(offer=Offer(text, commit))


@skill.action("what am I allergic to", "what [do|will] you warn me (about|of)", "my allergies")
async def avoids(turn: Turn) -> Reply:
    """Tell what the wearer is warned of."""
    names = [telling.allergen(turn, stored.item.name) for stored in await turn.shelf(Avoided).all()]
    if not names:
        return Reply(say=turn.message("no-allergies"))
    return Reply(say=turn.message("allergies", names=", ".join(names)))
