"""A server gets what is seen after a yes, and everything that ends it is told."""

import numpy as np
import pytest

from lorgnette.core.errors import CannotSee, EngineFailed
from lorgnette.engines import BROADCASTER, PROJECTOR
from lorgnette.skills.eyes import Sight
from lorgnette.skills.live import asking, skill
from lorgnette.skills.live.sending import Sending
from lorgnette.testing.lives import ScriptedLife
from lorgnette.testing.projectors import ScriptedProjector
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.turns import turn_for
from lorgnette.testing.views import plain

OVER = "Nobody sees any more what you see."


def seen(*views):
    life = ScriptedLife()
    dark = np.zeros((4, 4, 3), np.uint8)
    for at, view in enumerate(views, 1):
        life.sees(view if isinstance(view, str) else Sight(b"%d" % view, dark), at=at)
    return life


def sending(server):
    return Sending(turn_for(skill, engines={BROADCASTER: server}), faces=False)


@pytest.mark.parametrize(
    ("action", "faces", "told"), [(asking.send, False, "hidden"), (asking.send_faces, True, "seen")]
)
async def test_it_is_offered_first(action, faces, told):
    reply = await action(turn_for(skill, engines={BROADCASTER: ScriptedProjector()}))
    asked = "Send what you see to the server, for everybody who watches there? Faces are "
    assert (reply.begins, reply.offer.text) == (None, f"{asked}{told}.")
    assert (await reply.offer.commit()).begins.faces == faces


async def test_without_a_server_there_is_another_way():
    reply = await asking.send(turn_for(skill))
    assert reply.offer is None
    assert reply.say.startswith("No server is set up for that.")


async def test_a_server_is_sent_what_is_seen_until_a_tap():
    server, life = ScriptedProjector(), seen(1, 2, 3, 4).taps_at(2.5)
    assert await life.lived(sending(server), until=20)
    assert server.shown == [b"1", b"2"]
    assert life.sent_to == {BROADCASTER.name}
    assert [card.title for _, card in life.shown] == ["On air", OVER]
    assert life.told == [(2.5, OVER)]
    assert not server.going


@pytest.mark.parametrize("when", ["opened", "first picture"])
async def test_a_server_that_refuses_is_told(when):
    refusal = EngineFailed("https://media.example refuses (403)")
    server = ScriptedProjector(**{"fails" if when == "opened" else "wrong": refusal})
    life = seen(1)
    assert await life.lived(sending(server), until=20)
    assert [text for _, text in life.told] == ["The live picture could not be sent."]
    assert life.listening == []


async def test_a_server_that_goes_is_told():
    server, life = ScriptedProjector(), seen(1, 2, 3)
    server.stops_after = 2
    assert await life.lived(sending(server), until=20)
    assert life.told == [(2.0, f"The live picture broke off. {OVER}")]


async def test_a_camera_that_is_lost_ends_it():
    server, life = ScriptedProjector(), seen(1, "battery")
    with pytest.raises(CannotSee):
        await life.lived(sending(server), until=20)
    assert not server.going


async def test_in_a_whole_conversation():
    server, stage = ScriptedProjector(), Stage().sees(plain(), at=0)
    stage.types("go live", at=1.0).types("yes", at=8.0).types("stop streaming", at=14.0)
    found = {BROADCASTER: server, PROJECTOR: ScriptedProjector()}
    await converse(stage, [skill], found, until=22)
    assert stage.ear.endswith(f"Faces are hidden.Going live.{OVER}")
    assert len(server.shown) > 20
    on = [float(line.split()[0]) for line in stage.script if line.endswith("camera on")]
    off = [float(line.split()[0]) for line in stage.script if line.endswith("camera off")]
    assert (len(on), len(off)) == (1, 1)
    assert 8.0 <= on[0] < off[0] < 15.0


async def test_no_is_no():
    server, stage = ScriptedProjector(), Stage().sees(plain(), at=0)
    stage.types("go live", at=1.0).types("no", at=8.0)
    found = {BROADCASTER: server, PROJECTOR: ScriptedProjector()}
    await converse(stage, [skill], found, until=14)
    assert server.opened == 0
    assert not any("camera" in line for line in stage.script)
