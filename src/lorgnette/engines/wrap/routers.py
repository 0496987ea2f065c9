"""Several routers as one: the maps on this machine first, then whoever has to be asked."""

from collections.abc import Sequence

from lorgnette.core.errors import EngineFailed, NoRoute
from lorgnette.core.routes import Route
from lorgnette.engines.router import Router, Trip
from lorgnette.engines.wrap.several import Several, most_useful


class SeveralRouters(Several[Router]):
    """A `Router` that asks others in turn, until one has a map of where the trip goes.

    Whoever has the map and finds no way is believed: another would lead to the shore and call it
    arrived. When nobody has a map and one could not be asked, nobody can tell: its error is
    raised, with the others as notes.
    """

    async def routes(self, trip: Trip, /) -> Sequence[Route]:
        """What the first finds that has a map."""
        errors: list[Exception] = []
        for name, part in self.parts.items():
            try:
                if found := await part.routes(trip):
                    return found
                errors.append(EngineFailed(f"{name} answers neither a way nor why there is none"))
            except NoRoute:
                raise
            except Exception as error:  # noqa: BLE001 - a stranger's engine may raise anything
                errors.append(error)
        raise most_useful(errors)
