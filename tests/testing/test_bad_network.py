import anyio
import pytest

from lorgnette.devices.memory import memory_link
from lorgnette.link.connection import EndOfLink
from lorgnette.testing.bad_network import BadNetwork


async def link(network):
    here, there = memory_link()
    return network.between(here), there


async def test_loses_the_frame_at_a_cut_and_the_connection_with_it():
    network = BadNetwork(cuts={1})
    here, there = await link(network)
    await here.send("a")
    with pytest.raises(EndOfLink):
        await here.send("b")

    assert await there.receive() == "a"
    with pytest.raises(EndOfLink):
        await there.receive()
    await there.close()


async def test_cuts_what_is_received_too_and_counts_over_connections():
    network = BadNetwork(cuts={1})
    first, there = await link(network)
    await first.send("a")
    await first.close()
    await there.close()
    second, there = await link(network)
    await there.send("b")

    with pytest.raises(EndOfLink):
        await second.receive()
    assert network.frames == 2
    await there.close()


async def test_says_things_twice():
    here, there = await link(BadNetwork(twice={0, 1}))
    await here.send("a")
    assert [await there.receive(), await there.receive()] == ["a", "a"]
    await there.send("b")
    assert [await here.receive(), await here.receive()] == ["b", "b"]
    await here.close()
    await there.close()


async def test_takes_its_time():
    here, there = await link(BadNetwork(delay=0.3))
    await here.send("a")

    assert anyio.current_time() == pytest.approx(0.3)
    await here.close()
    await there.close()
