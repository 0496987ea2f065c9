"""The client's socket."""

import anyio
import pytest
from websockets.asyncio.server import serve

from lorgnette.link.client.websocket import dial


@pytest.mark.real
@pytest.mark.asyncio
async def test_a_socket_is_gone_when_the_hub_does_not_answer_its_end():
    over = anyio.Event()

    async def hang(socket):
        socket.transport.pause_reading()
        await over.wait()
        socket.transport.abort()

    async with serve(hang, "127.0.0.1", 0) as server:
        connection = await dial(f"ws://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        with anyio.move_on_after(0.05) as closing:
            await connection.close()
        gone = connection._socket.transport.is_closing()
        over.set()
    assert closing.cancelled_caught
    assert gone
