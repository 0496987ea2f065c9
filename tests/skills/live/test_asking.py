"""Nothing is shown to others before the wearer has said yes, and word by word what to."""

import pytest

from lorgnette.core.errors import NotReachable
from lorgnette.engines import PROJECTOR
from lorgnette.skills.live import asking, skill
from lorgnette.skills.live.hosting import Hosting
from lorgnette.testing.lives import ScriptedGuests
from lorgnette.testing.projectors import ScriptedProjector
from lorgnette.testing.turns import turn_for


def turn(*activities, **more):
    return turn_for(skill, engines={PROJECTOR: ScriptedProjector()}, activities=activities, **more)


def going(*names, faces=False):
    """Somebody is shown what is seen already."""
    activity = Hosting(turn(), "", faces=faces)
    activity.guests = ScriptedGuests()
    activity.tell = lambda: None
    for name in names:
        activity.guests.invite(name)
    return activity


@pytest.mark.parametrize(
    ("action", "faces", "told"), [(asking.show, False, "hidden"), (asking.show_faces, True, "seen")]
)
async def test_it_is_offered_first(action, faces, told):
    reply = await action(turn(), "Anna")
    asked = "Show Anna live what you see? The pictures leave your hub, and faces are "
    assert (reply.begins, reply.offer.text) == (None, f"{asked}{told}.")
    begun = await reply.offer.commit()
    assert (begun.begins.name, begun.begins.faces) == ("Anna", faces)
    assert begun.say == "The invitation is on the lens and on your page."


async def test_without_a_name_it_is_for_a_guest():
    assert (await asking.show(turn())).offer.text.startswith("Show a guest live what you see?")


async def test_a_hub_that_nobody_reaches_offers_nothing():
    with pytest.raises(NotReachable):
        await asking.show(turn(reachable=False), "Anna")


async def test_another_guest_comes_to_the_same_picture():
    activity = going("Anna")
    reply = await asking.show(turn(activity), "Ben")
    assert (await reply.offer.commit()).begins is None
    assert [each.name for each in activity.guests.invitations] == ["Anna", "Ben"]


async def test_another_who_may_see_faces_gets_a_picture_of_their_own():
    reply = await asking.show_faces(turn(going("Anna")), "Ben")
    assert (await reply.offer.commit()).begins.faces


async def test_no_more_are_invited_than_can_watch():
    reply = await asking.show(turn(going("a", "b", "c", "d")), "e")
    assert reply.offer is None
    assert reply.say == "You have invited 4 already, and more cannot watch."


async def test_there_may_be_nothing_to_stop():
    assert (await asking.stop(turn())).say == "Nobody sees what you see."
