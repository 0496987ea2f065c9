"""What a journey shows: an arrow, or a map that follows the wearer, as they like it."""

from datetime import datetime

import msgspec
from msgspec.structs import replace

from lorgnette.core.cards import Arrow, Card, Emphasis, Line, Map
from lorgnette.core.guidance import Aim, Phase, State, around, shown
from lorgnette.core.types import Language, Layout
from lorgnette.engines import RECORDS
from lorgnette.skills import Turn


class View(msgspec.Struct, frozen=True, tag="way-view"):
    """How the wearer likes to see the way, until they say otherwise."""

    map: bool = False
    heading_up: bool = True


async def view_of(turn: Turn) -> View:
    """How the wearer of a turn likes it."""
    kept = await turn.shelf(View).newest(limit=1) if RECORDS in turn else ()
    return kept[0].item if kept else View()


async def keep(turn: Turn, view: View) -> None:
    """Remember how the wearer likes it, in the place of how they did."""
    shelf = turn.shelf(View)
    await shelf.clear()
    await shelf.add(view)


def draws_maps(turn: Turn) -> bool:
    """Whether the glasses of a turn can show more than words."""
    return turn.profile.display.layout is Layout.PIXELS


class Lens:
    """Makes the cards of a journey. A map is drawn again when it would be another one."""

    def __init__(self, language: Language, view: View | None = None) -> None:
        self.language = language
        self.view = view or View()
        self._drawn: tuple[Aim, Map] | None = None

    def card(self, state: State, now: datetime) -> Card:
        """What to show. `now` is the wearer's time, for the time of arrival."""
        words = shown(state, self.language, now)
        if not self.view.map or state.phase is not Phase.GOING:
            return words
        aim = Aim.of(state, heading_up=self.view.heading_up)
        if aim is None:
            return words
        if self._drawn is None or not aim.like(self._drawn[0]):
            self._drawn = aim, around(state, aim, self.language)
        lines = words.lines
        if isinstance(words, Arrow) and words.distance:
            lines = (Line(words.distance, emphasis=Emphasis.STRONG), *lines)
        return replace(self._drawn[1], title=words.title, lines=lines, footer=words.footer)
