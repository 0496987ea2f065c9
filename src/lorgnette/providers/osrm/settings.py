"""Where the servers of OSRM are: each knows one mode."""

from typing import Final

from lorgnette.core.routes import Mode
from lorgnette.providers.services import ServiceSettings

PUBLIC: Final = "https://routing.openstreetmap.de"
"""Servers for everybody, run by FOSSGIS e.V. by donations: one question a second."""

USUAL: Final = {
    Mode.FOOT: f"{PUBLIC}/routed-foot",
    Mode.BICYCLE: f"{PUBLIC}/routed-bike",
    Mode.CAR: f"{PUBLIC}/routed-car",
}


class OSRMSettings(ServiceSettings, frozen=True):
    """The table `providers.osrm`.

    `foot`, `bicycle` and `car` are the servers of these modes, `url` that of those which have none
    of their own. When nothing is set the public ones are asked, otherwise only what is set.
    """

    foot: str = ""
    bicycle: str = ""
    car: str = ""

    def address(self, mode: Mode) -> str:
        """Where ways of a mode are asked for; "" for nowhere."""
        own = {Mode.FOOT: self.foot, Mode.BICYCLE: self.bicycle, Mode.CAR: self.car}
        if self.url or any(own.values()):
            return own[mode] or self.url
        return USUAL[mode]

    @property
    def urls(self) -> tuple[str, ...]:
        """Everything that is asked."""
        return tuple(self.address(mode) for mode in Mode)
