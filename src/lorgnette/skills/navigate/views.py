"""How the wearer sees the way: as an arrow or as a map, with north or their heading up."""

from msgspec.structs import replace

from lorgnette.skills import Reply, Turn
from lorgnette.skills.navigate.lens import draws_maps, keep
from lorgnette.skills.navigate.skill import skill
from lorgnette.skills.navigate.steering import how_far, nowhere, on_the_way


@skill.action(
    "show [me] (the|a) map",
    "(map|map view) please",
    "(switch|change|go back) to [the] map [view]",
)
async def show_map(turn: Turn) -> Reply:
    """Show the way as a map that follows you."""
    return await seen_as(turn, "shows-map", map=True)


@skill.action(
    "show [me] (the|an) arrow",
    "(hide|close) the map",
    "(switch|change|go back) to [the] (arrow|arrows)",
)
async def show_arrow(turn: Turn) -> Reply:
    """Show the next turn as an arrow, not the map."""
    return await seen_as(turn, "shows-arrow", map=False)


@skill.action("north up [please]", "(keep|show|put|turn) [the] (map|north) [with north] up")
async def north_up(turn: Turn) -> Reply:
    """Show the map with north up."""
    return await seen_as(turn, "is-north-up", map=True, heading_up=False)


@skill.action(
    "(heading|course|direction) up [please]",
    "(turn|rotate) the map [with me]",
)
async def heading_up(turn: Turn) -> Reply:
    """Show the map with the direction you move in up."""
    return await seen_as(turn, "is-heading-up", map=True, heading_up=True)


async def seen_as(turn: Turn, said: str, **wanted: bool) -> Reply:
    """Show the way so from now on; where no map can be seen, tell what is left of it."""
    if (found := on_the_way(turn)) is None:
        return nowhere(turn)
    if not draws_maps(turn):
        rest = await how_far(turn)
        return Reply(say=f"{turn.message('no-map-here')} {rest.say}")
    journey, state = found
    journey.lens.view = replace(journey.lens.view, **wanted)
    await keep(turn, journey.lens.view)
    return Reply(say=turn.message(said), card=journey.lens.card(state, turn.now))
