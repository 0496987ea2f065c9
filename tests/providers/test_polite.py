"""Servers that many share are asked no more often than they allow."""

import anyio
import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.providers.http import Refused, Request
from lorgnette.providers.polite import Limit, Polite

ASKED = Request("https://food.example/x", {}, method="GET")


class Server:
    """Stands for the sender: refuses as it is told, and notes when it was asked."""

    def __init__(self):
        self.refusals = []
        self.times = []

    async def fetch(self, request):
        self.times.append(anyio.current_time())
        if self.refusals:
            raise Refused("busy", *self.refusals.pop(0))
        return b"answer"


@pytest.fixture
def server():
    return Server()


async def test_it_is_asked_as_often_as_it_allows_and_no_more(server):
    polite, limit = Polite(server), Limit(3)
    for _ in range(3):
        assert await polite.fetch(ASKED, limit) == b"answer"
    with pytest.raises(EngineFailed, match="may be asked 3 times a minute: again in 60 s"):
        await polite.fetch(ASKED, limit)
    await anyio.sleep(58)
    await polite.fetch(ASKED, limit)  # it waits for its turn
    assert server.times == [0, 0, 0, 60]


async def test_many_at_once_do_not_pass_the_limit(server):
    polite, limit = Polite(server), Limit(4)
    refused = []

    async def ask():
        try:
            await polite.fetch(ASKED, limit)
        except EngineFailed:
            refused.append(1)

    async with anyio.create_task_group() as tasks:
        for _ in range(10):
            tasks.start_soon(ask)
    assert (len(server.times), len(refused)) == (4, 6)


async def test_in_no_minute_there_are_more_than_the_limit(server):
    polite, limit = Polite(server), Limit(5)
    for _ in range(200):
        await anyio.sleep(1.7)
        try:
            await polite.fetch(ASKED, limit)
        except EngineFailed:
            continue
    times = server.times
    assert len(times) > 20
    assert all(later - first >= 60 - 1e-6 for first, later in zip(times, times[5:], strict=False))


async def test_a_busy_server_is_left_alone_and_longer_each_time(server):
    polite, limit = Polite(server), Limit(None)
    for rest in (60, 120, 240):
        server.refusals.append((503,))
        with pytest.raises(Refused):
            await polite.fetch(ASKED, limit)
        await anyio.sleep(rest - 1)
        with pytest.raises(EngineFailed, match="is busy: it is asked again in 1 s"):
            await polite.fetch(ASKED, limit)
        await anyio.sleep(1)
    assert await polite.fetch(ASKED, limit) == b"answer"
    assert len(server.times) == 4


async def test_it_rests_as_long_as_it_says_within_reason(server):
    polite, limit = Polite(server), Limit(None)
    for said, rest in ((7.0, 7), (0.0, 1), (9e9, 3600)):
        server.refusals.append((429, said))
        with pytest.raises(Refused):
            await polite.fetch(ASKED, limit)
        with pytest.raises(EngineFailed, match=f"again in {rest} s"):
            await polite.fetch(ASKED, limit)
        await anyio.sleep(rest)


async def test_another_refusal_is_no_reason_to_rest(server):
    polite, limit = Polite(server), Limit(None)
    server.refusals.append((404,))
    with pytest.raises(Refused):
        await polite.fetch(ASKED, limit)
    assert await polite.fetch(ASKED, limit) == b"answer"


async def test_a_limit_may_be_of_a_second(server):
    polite, limit = Polite(server), Limit(1, within=1.0)
    for _ in range(3):
        await polite.fetch(ASKED, limit)
    assert server.times == [0, 1, 2]
    assert str(limit) == "once in 1 s"
