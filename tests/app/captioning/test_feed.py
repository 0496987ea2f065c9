import anyio

from lorgnette.app.captioning.feed import MOST, Feed
from lorgnette.core.captions import Committed, Tail


async def rest(reader):
    return [event async for event in reader]


async def test_every_reader_gets_everything_from_when_it_began_until_the_end():
    feed = Feed()
    with feed.read() as early:
        feed.write([Committed(1, "one", 0, 1)])
        with feed.read() as late:
            feed.write([Committed(1, " two", 1, 2)])
            feed.end()

            assert [event.text for event in await rest(early)] == ["one", " two"]
            assert [event.text for event in await rest(late)] == [" two"]
    with feed.read() as reader:
        assert await rest(reader) == []


async def test_a_slow_reader_gets_only_the_latest_tail_and_every_committed_word():
    feed = Feed()
    with feed.read() as reader:
        for number in range(9):
            feed.write([Tail(1, f"{number}", 0, 1)])
        feed.write([Committed(1, "8", 0, 1), Tail(1, "9", 0, 1), Tail(2, "x", 0, 1)])
        feed.end()

        assert [event.text for event in await rest(reader)] == ["8", "8", "9", "x"]


async def test_whoever_writes_waits_for_a_reader_that_is_far_behind():
    feed = Feed()
    with feed.read() as reader:
        feed.write(Committed(1, "x", at, at) for at in range(MOST))
        with anyio.move_on_after(1) as waiting:
            await feed.room()
        assert waiting.cancelled_caught

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(feed.room)
            await anyio.sleep(1)
            await anext(reader)


async def test_a_reader_that_leaves_holds_nobody_up():
    feed = Feed()
    async with anyio.create_task_group() as tasks:
        with feed.read():
            feed.write(Committed(1, "x", at, at) for at in range(MOST))
            tasks.start_soon(feed.room)
            await anyio.sleep(1)
