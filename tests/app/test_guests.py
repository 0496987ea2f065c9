"""Who has an invitation comes in, once, while it is good; and nobody else."""

import anyio
import pytest
import zxingcpp

from lorgnette.app.clocks import SteppedClock
from lorgnette.app.doors.doors import Doors
from lorgnette.app.doors.ledger import Opening
from lorgnette.app.guests import Lobby, drawn
from lorgnette.core.errors import EngineFailed, NotFound, NotReachable, TooMuch
from lorgnette.core.types import Wearer
from lorgnette.devices.peer import HERE, Peer
from lorgnette.skills.guests import LIFE
from lorgnette.testing.projectors import ScriptedProjector
from lorgnette.testing.stage import START

ANN, BEN = Wearer("ann"), Wearer("ben")
PHONE, TABLET = "the-secret-of-a-phone", "the-secret-of-a-tablet"
ADDRESS = "https://192.168.1.20:8461"


def lobby(*addresses):
    doors = Doors(None, lambda _number: None)
    doors.opening = Opening(("127.0.0.1", 8460), addresses, None) if addresses else None
    return Lobby(doors, SteppedClock(START))


def token(invitation):
    address, _, secret = invitation.link.partition("#")
    assert address == f"{ADDRESS}/guest"
    return secret


async def test_a_guest_comes_in_and_again_and_nobody_else_does():
    here, projector = lobby(ADDRESS), ScriptedProjector()
    with here.party(ANN, projector) as party:
        invitation = party.invite("Dora")
        assert len(token(invitation)) == 24
        assert await here.enter(token(invitation), PHONE, "please", HERE) == "welcome"
        assert invitation.taken
        with pytest.raises(NotFound):
            await here.enter(token(invitation), TABLET, "please", HERE)
        assert await here.enter(token(invitation), PHONE, "please", HERE) == "welcome"
        assert len({guest for guest, _ in projector.admitted}) == 1
        assert token(invitation) not in str(projector.admitted)
    with pytest.raises(NotFound):
        await here.enter(token(invitation), PHONE, "please", HERE)


async def test_what_is_no_invitation_opens_nothing():
    here = lobby(ADDRESS)
    with here.party(ANN, ScriptedProjector()) as party:
        party.invite("")
        for wrong in ("", "x" * 24):
            with pytest.raises(NotFound):
                await here.enter(wrong, PHONE, "please", HERE)


async def test_an_invitation_gets_old_unless_it_was_taken():
    here = lobby(ADDRESS)
    with here.party(ANN, ScriptedProjector()) as party:
        early, late = party.invite("Dora"), party.invite("Emil")
        await here.enter(token(early), PHONE, "please", HERE)
        await anyio.sleep(LIFE)
        assert party.invitations == [early]
        assert await here.enter(token(early), PHONE, "please", HERE) == "welcome"
        with pytest.raises(NotFound):
            await here.enter(token(late), TABLET, "please", HERE)


async def test_a_browser_that_cannot_watch_does_not_use_it_up():
    here = lobby(ADDRESS)
    with here.party(ANN, ScriptedProjector()) as party:
        invitation = party.invite("Dora")
        with pytest.raises(EngineFailed):
            await here.enter(token(invitation), TABLET, "nonsense", HERE)
        assert not invitation.taken
        assert await here.enter(token(invitation), PHONE, "please", HERE) == "welcome"


async def test_of_two_who_come_at_once_one_does():
    here, projector = lobby(ADDRESS), ScriptedProjector()
    answers = []

    async def comes(invitation, browser):
        try:
            answers.append(await here.enter(token(invitation), browser, "please", HERE))
        except NotFound:
            answers.append("too late")

    with here.party(ANN, projector) as party:
        invitation = party.invite("Dora")
        async with anyio.create_task_group() as tasks:
            for browser in (PHONE, TABLET):
                tasks.start_soon(comes, invitation, browser)
    assert sorted(answers) == ["too late", "welcome"]


async def test_who_guesses_has_to_wait():
    here, stranger = lobby(ADDRESS), Peer("192.168.1.9", local=False)
    with here.party(ANN, ScriptedProjector()) as party:
        invitation = party.invite("Dora")
        for _ in range(20):
            with pytest.raises(NotFound):
                await here.enter("x" * 24, PHONE, "please", stranger)
        with pytest.raises(TooMuch):
            await here.enter(token(invitation), PHONE, "please", stranger)
        assert await here.enter(token(invitation), PHONE, "please", HERE) == "welcome"


async def test_a_hub_that_nobody_reaches_invites_nobody():
    here = lobby()
    assert not here.reachable
    with here.party(ANN, ScriptedProjector()) as party, pytest.raises(NotReachable):
        party.invite("Dora")


async def test_the_page_sees_and_ends_only_what_is_the_wearers():
    here = lobby(ADDRESS)
    with here.party(ANN, ScriptedProjector()) as party:
        invitation = party.invite("Dora")
        [told] = here.now(ANN).invitations
        assert (told.name, told.link, told.taken) == ("Dora", invitation.link, False)
        assert (told.expires - START).total_seconds() == LIFE
        assert not here.now(BEN).going
        here.end(BEN)
        assert not party.over.is_set()
        here.end(ANN)
        await party.ended()
    assert not here.now(ANN).going


def test_the_code_on_the_lens_is_the_link():
    link = f"{ADDRESS}/guest#Bq2vXkT9sZ0aLmN4pR7uWyE1"
    assert zxingcpp.read_barcode(drawn(link)).text == link
