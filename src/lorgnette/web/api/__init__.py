"""What the wearer's page asks the hub: JSON under `/api`, for the wearer who asks and nobody else.

Every subject has a file: what it answers, a protocol of what it asks of the hub, and its routes.
The hub implements the protocols; nothing here knows how.
"""

from typing import Protocol

from starlette.routing import BaseRoute, Route

from lorgnette.web.api import (
    export,
    goods,
    journal,
    leases,
    live,
    me,
    meetings,
    opposite,
    photos,
    skills,
    state,
    things,
    timeline,
    turns,
)
from lorgnette.web.api.export import Export
from lorgnette.web.api.goods import Goods
from lorgnette.web.api.journal import Journals
from lorgnette.web.api.leases import Leases
from lorgnette.web.api.live import Live
from lorgnette.web.api.me import Me
from lorgnette.web.api.meetings import Meetings
from lorgnette.web.api.opposite import Turned
from lorgnette.web.api.photos import Photos
from lorgnette.web.api.resource import Resource
from lorgnette.web.api.skills import Skills
from lorgnette.web.api.state import State
from lorgnette.web.api.things import Things
from lorgnette.web.api.timeline import Timeline
from lorgnette.web.api.turns import Turns
from lorgnette.web.tickets import Tickets


class Desk(Protocol):
    """Everything the hub can be asked for a wearer."""

    @property
    def me(self) -> Me:
        """A wearer's settings."""

    @property
    def state(self) -> State:
        """What works."""

    @property
    def things(self) -> Things:
        """What a wearer keeps."""

    @property
    def turns(self) -> Turns:
        """A wearer's past turns."""

    @property
    def meetings(self) -> Meetings:
        """A wearer's meetings."""

    @property
    def photos(self) -> Photos:
        """A wearer's photos and films."""

    @property
    def goods(self) -> Goods:
        """What products are and cost, and a wearer's shopping."""

    @property
    def leases(self) -> Leases:
        """What a wearer's senses were used for."""

    @property
    def live(self) -> Live:
        """What a wearer shows others."""

    @property
    def skills(self) -> Skills:
        """What can be said."""

    @property
    def export(self) -> Export:
        """Everything of a wearer."""

    @property
    def timeline(self) -> Timeline:
        """What happens to a wearer."""

    @property
    def opposite(self) -> Turned:
        """What the person opposite a wearer is shown."""

    @property
    def journals(self) -> Journals:
        """The last events of a wearer's sessions."""


def routes(desk: Desk, tickets: Tickets) -> list[BaseRoute]:
    """All routes of the desk; what else is asked for under `/api` is not there.

    `tickets`: those that `Admission` knows.
    """
    return [
        *me.routes(desk.me),
        *state.routes(desk.state),
        *things.routes(desk.things),
        *turns.routes(desk.turns),
        *meetings.routes(desk.meetings, tickets),
        *photos.routes(desk.photos, tickets),
        *goods.routes(desk.goods),
        *leases.routes(desk.leases),
        *live.routes(desk.live),
        *skills.routes(desk.skills),
        *export.routes(desk.export),
        *timeline.routes(desk.timeline),
        *opposite.routes(desk.opposite),
        *journal.routes(desk.journals),
        Route("/api/{rest:path}", Resource()),
    ]
