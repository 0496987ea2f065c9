"""The network is cut at every event of a conversation: no word is lost, nothing is said twice."""

import pytest
from test_session import skills

from lorgnette.testing.bad_network import BadNetwork
from lorgnette.testing.stage import Stage, converse


def play():
    """Speech, a question and its answer, typing, and an interruption."""
    return (
        Stage()
        .says("paint it", at=0.5, until=1.5)
        .says("green", at=4.0, until=4.6)
        .types("say a b c d e f g h i j k l m n o p q", at=7.0)
        .says("greet me", at=8.0, until=9.0)
    )


async def played(network):
    """What the wearer saw and heard over that network, without the times."""
    stage = play()
    await converse(stage, [skills()], through=network.between, until=16.0)
    committed = [line.split(" ", 1)[1] for line in stage.script if "duck" not in line]
    return committed, stage.ear


async def frames():
    """How many frames the conversation takes."""
    network = BadNetwork()
    await played(network)
    return network.frames


async def check(cut):
    """With the network cut at a frame everything is as without."""
    whole, ear = await played(BadNetwork())
    broken, broken_ear = await played(BadNetwork(cuts={cut}))
    assert broken == whole
    assert broken_ear.startswith(ear[:20])
    assert broken_ear.endswith("hello")


@pytest.mark.parametrize("tenth", range(1, 10))
async def test_one_cut_changes_nothing(tenth):
    await check(await frames() * tenth // 10)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
async def test_no_cut_changes_anything(part):
    for cut in range(1 + part, await frames(), 4):
        await check(cut)
