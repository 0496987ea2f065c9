"""Answers that go on: they begin when there is something, and end whoever has had enough."""

import anyio
import pytest
from asking import ask
from starlette.routing import Route

from lorgnette.core.errors import NotFound
from lorgnette.web.api.resource import Resource
from lorgnette.web.api.stream import Stream


def streaming(pieces, closed):
    """A route that streams, and notes when it was closed."""

    async def stream():
        try:
            for piece in pieces:
                if piece is None:
                    await anyio.sleep_forever()
                if isinstance(piece, Exception):
                    raise piece
                yield piece
        finally:
            closed.append(True)

    async def read(_request, _caller):
        return await Stream.open(stream(), "text/plain", {"x-name": "a"})

    return [Route("/", Resource(get=read))]


@pytest.mark.parametrize("pieces", [[], [b"a"], [b"a", b"b", b"c"]])
async def test_everything_is_sent_as_it_comes(pieces):
    closed = []
    said = await ask(streaming(pieces, closed), "GET", "/")

    assert (said.status, said.body, said.ended) == (200, b"".join(pieces), True)
    assert said.headers["x-name"] == "a"
    assert "content-length" not in said.headers
    assert closed


async def test_what_goes_wrong_before_the_first_piece_is_refused():
    closed = []

    assert (await ask(streaming([NotFound("gone")], closed), "GET", "/")).error == (404, "gone")
    assert closed


async def test_a_client_that_goes_in_silence_ends_it():
    closed, leaves = [], anyio.Event()
    async with anyio.create_task_group() as tasks:

        async def read():
            said = await ask(streaming([b"a", None], closed), "GET", "/", leaves=leaves)
            assert (said.body, said.ended) == (b"a", False)
            tasks.cancel_scope.cancel()

        tasks.start_soon(read)
        await anyio.sleep(5)
        assert not closed
        leaves.set()
        with anyio.fail_after(1):
            await anyio.sleep_forever()
    assert closed


async def test_who_only_wants_the_head_gets_it():
    closed = []
    said = await ask(streaming([b"a", b"b"], closed), "HEAD", "/")

    assert (said.status, said.body, said.ended) == (200, b"", True)
    assert closed
