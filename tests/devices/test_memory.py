import anyio
import pytest

from lorgnette.devices.memory import memory_link
from lorgnette.link.connection import EndOfLink


async def test_carries_frames_both_ways_in_order():
    here, there = memory_link()
    await here.send("a")
    await here.send(b"b")
    await there.send("c")

    assert [await there.receive(), await there.receive()] == ["a", b"b"]
    assert await here.receive() == "c"
    await here.close()
    await there.close()


async def test_what_was_sent_before_the_end_still_arrives():
    here, there = memory_link()
    await here.send("a")
    await here.close()

    assert await there.receive() == "a"
    with pytest.raises(EndOfLink):
        await there.receive()
    with pytest.raises(EndOfLink):
        await there.send("b")
    with pytest.raises(EndOfLink):
        await here.receive()
    await there.close()
    await there.close()


async def test_waits_when_the_other_end_reads_nothing():
    here, there = memory_link(unread=1)
    await here.send("a")
    with anyio.move_on_after(1) as waiting:
        await here.send("b")

    assert waiting.cancelled_caught
    await here.close()
    await there.close()
