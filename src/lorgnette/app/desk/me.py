"""Who a wearer is to the hub, and what they have chosen."""

import msgspec

from lorgnette import __version__
from lorgnette.app.desk.keeper import Keeper
from lorgnette.app.doors.doors import Doors
from lorgnette.core.types import Language, Wearer
from lorgnette.devices.caller import Caller
from lorgnette.skills.catalogue import LANGUAGES
from lorgnette.web.api.me import About, Changes, Choices


class Myself:
    """Implements `web.api.me.Me`."""

    def __init__(self, keeper: Keeper, doors: Doors) -> None:
        self.keeper = keeper
        self.doors = doors

    def about(self, caller: Caller, /, *, secure: bool) -> About:
        """See `Me`."""
        opening = self.doors.opening
        return About(
            wearer=caller.wearer,
            version=__version__,
            paired=caller.glasses is not None,
            languages=LANGUAGES,
            settings=self.choices(caller.wearer),
            secure=secure,
            fingerprint=None if opening is None else opening.fingerprint,
        )

    async def choose(self, wearer: Wearer, changes: Changes, /) -> Choices:
        """See `Me`."""
        settings = self.keeper.of(wearer)
        if changes.keep_days is not msgspec.UNSET:
            settings = msgspec.structs.replace(settings, keep_days=changes.keep_days)
        if changes.language is not msgspec.UNSET:
            language = Language(changes.language) if changes.language else None
            settings = msgspec.structs.replace(settings, language=language)
        await self.keeper.choose(wearer, settings)
        return self.choices(wearer)

    def choices(self, wearer: Wearer) -> Choices:
        """What a wearer has chosen."""
        settings = self.keeper.of(wearer)
        return Choices(settings.keep_days, settings.language)
