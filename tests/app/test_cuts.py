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


HANDSHAKE = 4
"""Frames before the session is known to both sides: a cut before them is a refused first visit."""


async def check(cuts):
    """Wherever the network is cut, everything is as without."""
    network = BadNetwork()
    whole, ear = await played(network)
    for cut in cuts(range(HANDSHAKE, network.frames)):
        broken, broken_ear = await played(BadNetwork(cuts={cut}))
        assert broken == whole, cut
        assert broken_ear.startswith(ear[:20]), cut
        assert broken_ear.endswith("hello"), cut


@pytest.mark.slow
async def test_a_cut_changes_nothing():
    await check(lambda frames: frames[7 :: len(frames) // 4])


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
async def test_many_cuts_change_nothing(part):
    await check(lambda frames: frames[4 * part :: 16])
