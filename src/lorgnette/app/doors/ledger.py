"""What is written down about doors: who is paired, which codes wait, and where the hub listens.

It is the only thing a running hub and the command line share.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from hmac import compare_digest

import msgspec

from lorgnette.app.doors.secrets import digest, new_code, new_token
from lorgnette.core.clock import Clock
from lorgnette.core.errors import ConfigurationError, TooMuch
from lorgnette.core.types import Profile, Wearer
from lorgnette.engines.records import Records, Stored

HOUSE = Wearer(":house")
"""Whose shelves these are: the hub's own. No wearer can have a colon in their name."""

OWNER = Wearer("owner")
"""Whose things they are on loopback: everybody on the hub's own machine is one person."""

WEARER = re.compile(r"\w(?:[\w .'-]{0,38}\w)?")

VALID = timedelta(minutes=10)
"""How long a code is good for."""

WRONG = 10
"""Wrong tries, by whomever, after which a code is good for nothing."""

OPEN_CODES = 8
"""Codes that may wait at the same time."""

MOST = 100
"""Glasses that may be paired with one hub."""


class Paired(msgspec.Struct, frozen=True, tag="hub.paired"):
    """A pair of glasses that may come in."""

    name: str
    wearer: Wearer
    token: str
    """The digest of their token."""

    invitation: int
    """Which code brought them in."""


class Glimpse(msgspec.Struct, frozen=True, tag="hub.glimpse"):
    """When glasses were last here, and what they said they are.

    Apart from `Paired`, as only the hub writes the one, and the command line the other as well.
    """

    glasses: int
    seen: datetime
    profile: Profile | None = None


class Invitation(msgspec.Struct, frozen=True, tag="hub.invitation"):
    """A code that waits to be used. It is due when it is no longer good."""

    code: str
    """Its digest."""

    wearer: Wearer
    name: str = ""
    wrong: int = 0


class Opening(msgspec.Struct, frozen=True, tag="hub.opening"):
    """Where a running hub listens."""

    local: tuple[str, int]
    """Host and port on loopback."""

    addresses: tuple[str, ...]
    """For other machines, the best first."""

    fingerprint: str | None
    """Of the hub's own certificate."""

    certificate: str | None = None
    """The certificate, as PEM."""

    def invitation(self, code: str) -> str:
        """The address at which a code is used."""
        return f"{self.addresses[0]}/#/pair/{code}"

    def in_words(self) -> Sequence[str]:
        """What the operator is told."""
        lines = [f"from other machines: {' '.join(self.addresses)}"]
        if self.fingerprint is not None:
            lines.append(f"certificate, SHA-256: {self.fingerprint}")
        return [*lines, "let glasses in with: lorgnette pair"]


class Ledger:
    """The doors' shelves in the store. Everything raises StoreFailed when the disk does."""

    def __init__(self, records: Records, clock: Clock) -> None:
        self.clock = clock
        self.glasses = records.shelf(HOUSE, Paired)
        self.glimpses = records.shelf(HOUSE, Glimpse)
        self.invitations = records.shelf(HOUSE, Invitation)
        self.openings = records.shelf(HOUSE, Opening)

    async def paired(self, number: int) -> Stored[Paired] | None:
        """The glasses of this number."""
        return next((each for each in await self.glasses.all() if each.id == number), None)

    async def wearer(self, name: str) -> Wearer:
        """The wearer of this name: one that is known, in whatever case, or another.

        Raises ConfigurationError when nobody can be called that.
        """
        asked = wearer_named(name)
        known = [OWNER, *(each.item.wearer for each in await self.glasses.all())]
        return next((each for each in known if each.casefold() == asked.casefold()), asked)

    async def invite(self, wearer: Wearer, name: str = "") -> tuple[str, Stored[Invitation]]:
        """Make a code; whoever brings it gets a token. Raises TooMuch when too many wait."""
        if len(await self.waiting()) >= OPEN_CODES:
            raise TooMuch("too many codes wait to be used", retry_after=VALID.total_seconds())
        code = new_code()
        invitation = Invitation(digest(code), wearer, name)
        return code, await self.invitations.add(invitation, due=self.clock.now() + VALID)

    async def waiting(self) -> Sequence[Stored[Invitation]]:
        """The codes that can still be used; others are forgotten."""
        now, codes = self.clock.now(), await self.invitations.all()
        late = [each.id for each in codes if each.due is None or each.due <= now]
        if late:
            await self.invitations.remove(*late)
        return [each for each in codes if each.id not in late]

    async def accept(
        self, code: str, name: str, profile: Profile | None
    ) -> tuple[str, Stored[Paired]] | None:
        """A token for whoever brings the right code; None for a wrong one.

        The code is gone before the token exists: whatever happens in between, there is no token
        that nobody meant to give. Raises TooMuch when as many are paired as can be.
        """
        waiting, brought = await self.waiting(), digest(code)
        right = [each for each in waiting if compare_digest(each.item.code, brought)]
        if not right:
            await self.count_wrong(waiting)
            return None
        [found] = right
        if len(await self.glasses.all()) >= MOST:
            raise TooMuch(f"{MOST} glasses are paired: revoke some", retry_after=VALID.seconds)
        if not await self.invitations.remove(found.id):
            return None
        token, wearer = new_token(), found.item.wearer
        shown = found.item.name or tidy(name) or (profile.name if profile else "")
        return token, await self.glasses.add(Paired(shown, wearer, digest(token), found.id))

    async def count_wrong(self, waiting: Sequence[Stored[Invitation]]) -> None:
        """Somebody brought a code that is none: it may have been a guess at any of them."""
        for each in waiting:
            wrong = each.item.wrong + 1
            if wrong >= WRONG:
                await self.invitations.remove(each.id)
            else:
                guessed = msgspec.structs.replace(each.item, wrong=wrong)
                await self.invitations.replace(each.id, guessed, due=each.due)

    async def rename(self, number: int, name: str) -> bool:
        """Give glasses another name; False when there are none of this number."""
        known = await self.paired(number)
        if known is None:
            return False
        renamed = msgspec.structs.replace(known.item, name=tidy(name))
        return await self.glasses.replace(number, renamed)

    async def seen(self) -> dict[int, Glimpse]:
        """What was last seen of all glasses, by their number."""
        return {each.item.glasses: each.item for each in await self.glimpses.all()}

    async def saw(self, number: int, glimpse: Glimpse | None) -> None:
        """Write down what was last seen of glasses; None forgets it."""
        before = [each.id for each in await self.glimpses.all() if each.item.glasses == number]
        if glimpse is not None:
            await self.glimpses.add(glimpse)
        await self.glimpses.remove(*before)

    async def open(self, opening: Opening | None) -> None:
        """Write down where the hub listens from now on, or that it does so no more."""
        await self.openings.remove(*(each.id for each in await self.openings.all()))
        if opening is not None:
            await self.openings.add(opening)


def tidy(name: str) -> str:
    """A name of glasses as it is kept: one line, at most 64 characters, nothing invisible."""
    seen = "".join(each for each in name if each.isprintable() or each.isspace())
    return unicodedata.normalize("NFC", " ".join(seen.split()))[:64].strip()


def wearer_named(name: str) -> Wearer:
    """The wearer of this name. Raises ConfigurationError when it cannot be one."""
    tidied = unicodedata.normalize("NFKC", name).strip()
    if not WEARER.fullmatch(tidied):
        raise ConfigurationError(
            f"{name!r} cannot be a wearer's name: it has up to 40 letters, digits, spaces,"
            " dots, dashes, or apostrophes"
        )
    return Wearer(tidied)
