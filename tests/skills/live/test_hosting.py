"""Guests see what the wearer sees while they are there, and nothing once it is over."""

import anyio
import numpy as np
import pytest

from lorgnette.core.errors import CannotHide, EngineFailed, WearerError
from lorgnette.engines import PROJECTOR
from lorgnette.skills.eyes import Sight
from lorgnette.skills.live import asking, skill
from lorgnette.skills.live.hosting import Hosting
from lorgnette.testing.lives import ScriptedLife
from lorgnette.testing.projectors import ScriptedProjector
from lorgnette.testing.turns import turn_for

DARK = np.zeros((4, 4, 3), np.uint8)
OVER = "Nobody sees any more what you see."


def seen(*views):
    """A life in which something is seen every second."""
    life = ScriptedLife()
    for at, view in enumerate(views, 1):
        life.sees(view if isinstance(view, str) else Sight(b"%d" % view, DARK), at=at)
    return life


def hosting(projector, name="Anna"):
    return Hosting(turn_for(skill, engines={PROJECTOR: projector}), name, faces=False)


def come(life, projector, guests=1):
    """Guests come: the newest invitation is taken."""
    life.invited.invitations[-1].taken = guests > 0
    projector.comes(guests)


async def lived(life, activity, *cues, until=30.0):
    """Let it live, while things happen at their seconds; whether it was over by itself, or why."""
    async with anyio.create_task_group() as tasks:

        async def happen():
            for at, what in cues:
                await anyio.sleep_until(life.start + at)
                what()

        life.start = anyio.current_time()
        tasks.start_soon(happen)
        try:
            over = await life.lived(activity, until=until)
        except WearerError as error:
            over = error
        tasks.cancel_scope.cancel()
    return over


async def test_an_invitation_is_shown_and_the_camera_waits_for_somebody():
    projector, life = ScriptedProjector(), seen(1, 2)
    assert not await lived(life, hosting(projector), until=5)
    (invitation,) = life.invited.invitations
    assert (life.shown[0][1].title, life.shown[0][1].alt) == (
        "Invitation for Anna",
        invitation.link,
    )
    assert projector.shown == []
    assert life.seen_by == set()
    assert not projector.going


async def test_guests_see_what_is_seen_while_they_are_there():
    projector, life = ScriptedProjector(), seen(1, 2, 3, 4, 5)
    activity = hosting(projector)
    cues = (0.5, lambda: come(life, projector)), (2.5, lambda: projector.comes(0))
    assert await lived(life, activity, *cues, until=80)
    assert projector.shown == [b"1", b"2"]
    assert life.seen_by == {"Anna"}
    assert [card.title for _, card in life.shown][:2] == [
        "Invitation for Anna",
        "Seen live by Anna",
    ]
    assert life.told == [(62.5, f"Everybody has gone. {OVER}")]
    assert life.listening == []


async def test_who_comes_back_sees_on():
    projector, life = ScriptedProjector(), seen(1, 2, 3)
    cues = [(0.5, 1), (1.5, 0), (20.0, 1)]
    acts = [(at, lambda guests=guests: come(life, projector, guests)) for at, guests in cues]
    assert not await lived(life, hosting(projector), *acts, until=40)
    assert projector.shown[0] == b"1"
    assert len(projector.shown) > 1


async def test_a_guest_who_never_comes_ends_it():
    life = seen()
    assert await lived(life, hosting(ScriptedProjector()), until=700)
    assert life.told == [(600.0, "Nobody came. The invitation is void now.")]


@pytest.mark.parametrize("way", ["tap", "page"])
async def test_a_tap_or_the_page_ends_it(way):
    projector, life = ScriptedProjector(), seen(1, 2, 3, 4, 5)
    cues = [(0.5, lambda: come(life, projector))]
    if way == "tap":
        life.taps_at(2.5)
    else:
        cues.append((2.5, life.invited.over.set))
    assert await lived(life, hosting(projector), *cues)
    assert projector.shown == [b"1", b"2"]
    assert life.told == [(2.5, OVER)]
    assert not projector.going


async def test_a_word_ends_it_and_is_answered_once_nothing_is_sent():
    projector, life = ScriptedProjector(), seen(1, 2, 3, 4, 5)
    activity, said = hosting(projector), []

    async def stop():
        await anyio.sleep(2.5)
        said.append((await asking.stop(turn_for(skill, activities=[activity]))).say)
        said.append(projector.going)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(stop)
        assert await lived(life, activity, (0.5, lambda: come(life, projector)))
    assert said == [OVER, False]
    assert life.told == []


@pytest.mark.parametrize("reason", ["refused", "busy", "battery"])
async def test_a_camera_that_is_lost_ends_it_and_is_told(reason):
    projector, life = ScriptedProjector(), seen(1, reason)
    lost = await lived(life, hosting(projector), (0.5, lambda: come(life, projector)))
    assert lost.reason == reason
    assert life.told == [(2.0, OVER)]
    assert not projector.going


async def test_a_cut_link_does_not_end_it():
    projector, life = ScriptedProjector(), seen(1, "silent", "covered", 4)
    await lived(life, hosting(projector), (0.5, lambda: come(life, projector)), until=6)
    assert projector.shown == [b"1", b"4"]


async def test_what_breaks_is_told():
    projector, life = ScriptedProjector(), seen(1, 2)
    cues = (0.5, lambda: come(life, projector)), (1.5, projector.breaks)
    assert await lived(life, hosting(projector), *cues)
    assert life.told == [(1.5, f"The live picture broke off. {OVER}")]


async def test_what_cannot_begin_is_told():
    life = seen()
    assert await lived(life, hosting(ScriptedProjector(fails=EngineFailed("no process"))))
    assert life.told == [(0.0, "The live picture could not be sent.")]


async def test_faces_that_cannot_be_hidden_end_it():
    projector, life = ScriptedProjector(wrong=CannotHide("nobody finds them")), seen(1)
    wrong = await lived(life, hosting(projector), (0.5, lambda: come(life, projector)))
    assert isinstance(wrong, CannotHide)
    assert projector.shown == []
