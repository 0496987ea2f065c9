"""The photos of a wearer, as the page asks for them."""

from lorgnette.app.hub import Hub
from lorgnette.core.search.days import day_named, hours_of
from lorgnette.core.types import Wearer
from lorgnette.engines.photos import Album, Search
from lorgnette.skills.catalogue import LANGUAGES
from lorgnette.web.api.photos import Asked


class Albums:
    """Implements `web.api.photos.Photos`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    def of(self, wearer: Wearer, /) -> Album:
        """See `Photos`."""
        return self.hub.photos.of(wearer)

    def asked(self, wearer: Wearer, text: str, /) -> Asked:
        """See `Photos`. Days are those of the clock on the wearer's glasses."""
        session = self.hub.newest(wearer)
        now = self.hub.clock.now().astimezone(session.zone if session else self.hub.zone)
        for language in LANGUAGES:
            if day := day_named(text, now, language):
                return Asked(Search("", *hours_of(day, now)), day)
        return Asked(Search(text))
