"""A skill for the page of the person opposite: two who always say the same are interpreted."""

import anyio

from lorgnette.core.opposite import OppositeLine, Side
from lorgnette.core.types import Language
from lorgnette.skills import Reply, Skill, Traits

skill = Skill("interpreter")

SPANISH = Language("es")
SAID = (
    OppositeLine(1, Side.WEARER, "¿Dónde está", " la estación"),
    OppositeLine(1, Side.WEARER, "¿Dónde está la estación?"),
    OppositeLine(2, Side.OTHER, "A la izquierda.", " después"),
)


class Interpreting:
    """Shows what was said, a moment apart."""

    traits = Traits("translation")

    async def live(self, life):
        """Go on until it is left."""
        lines = {}
        life.opposite([], SPANISH)
        async with life.sounds():
            for line in SAID:
                await anyio.sleep(0.5)
                lines[line.number] = line
                life.opposite([*lines.values()], SPANISH)
            await anyio.sleep_forever()


@skill.action("open the booth")
async def begin(turn) -> Reply:
    """Begin."""
    return Reply(begins=Interpreting())


@skill.action("close the booth")
async def leave(turn) -> Reply:
    """Leave."""
    return Reply(ends="translation")
