"""Serves one connection of a pair of glasses: reads frames, writes frames, survives its end."""

import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

import anyio

from lorgnette.app.hub import Hub
from lorgnette.app.session.session import Session
from lorgnette.app.tracing import report
from lorgnette.core.errors import NotPaired, TooMuch
from lorgnette.devices.connection import Connection, EndOfLink
from lorgnette.devices.peer import HERE, Peer
from lorgnette.link.codes import Code
from lorgnette.link.messages import Hello, Refused
from lorgnette.link.protocol import HubProtocol

log = logging.getLogger(__name__)

FAREWELL = 0.5
"""Seconds for the last frames of a connection that is over."""


async def serve(hub: Hub, connection: Connection, peer: Peer = HERE) -> None:
    """Serve a connection until it ends. The session waits a while for the next one."""
    protocol = HubProtocol(hub.limits)
    try:
        with suppress(EndOfLink):
            session = await greet(hub, connection, protocol, peer)
            if session is not None:
                await converse(hub, session, connection, protocol)
    except Exception as error:  # noqa: BLE001 - the wall between connections
        report(log, "a connection broke", error)
    finally:
        with anyio.move_on_after(1.0, shield=True):
            await connection.close()


async def greet(
    hub: Hub, connection: Connection, protocol: HubProtocol, peer: Peer
) -> Session | None:
    """Wait for the hello and begin or resume its session; None when it is refused."""
    try:
        with hub.doors.hall(peer), anyio.move_on_after(hub.limits.hello_seconds):
            messages = protocol.receive(await connection.receive())
            match messages:
                case [Hello() as hello] if not protocol.over:
                    return await begin(hub, protocol, hello, peer)
    except TooMuch as error:
        protocol.send(Refused(error.code, str(error), error.retry_after))
    except NotPaired as error:
        protocol.send(Refused(error.code, str(error)))
    if not protocol.over:
        protocol.send(Refused(Code.BREACH, "a hello comes first"))
    for frame in protocol.to_send():
        await connection.send(frame)
    return None


async def begin(hub: Hub, protocol: HubProtocol, hello: Hello, peer: Peer) -> Session:
    """Begin or resume the session of a hello. Raises TooMuch and NotPaired."""
    session = hub.session_of(hello, peer)
    await session.started.wait()
    if session.wire.over:
        raise NotPaired("these glasses were revoked")
    session.attach(protocol, hello)
    return session


async def converse(
    hub: Hub, session: Session, connection: Connection, protocol: HubProtocol
) -> None:
    """Read and write until the connection ends; writing never blocks reading."""
    try:
        async with anyio.create_task_group() as both:

            async def until_over(work: Callable[..., Awaitable[None]]) -> None:
                try:
                    await work(session, connection, protocol)
                except EndOfLink:
                    pass
                except Exception as error:  # noqa: BLE001 - the wall between wearers
                    hub.broke(session, error)
                both.cancel_scope.cancel()

            both.start_soon(until_over, read)
            both.start_soon(until_over, write)
    finally:
        with suppress(EndOfLink), anyio.move_on_after(FAREWELL, shield=True):
            for frame in session.wire.to_send(protocol, anyio.current_time()):
                await connection.send(frame)
        session.detach(protocol)
        hub.tasks.start_soon(expire, hub, session)


async def read(session: Session, connection: Connection, protocol: HubProtocol) -> None:
    """Give every frame that comes to the session; at the end, let the writer say bye."""
    while not protocol.over:
        session.receive(protocol, await connection.receive())
    session.outgoing.set()
    await anyio.sleep(FAREWELL)


async def write(session: Session, connection: Connection, protocol: HubProtocol) -> None:
    """Send what there is to send, as it comes, until the connection is over."""
    while True:
        for frame in session.wire.to_send(protocol, anyio.current_time()):
            await connection.send(frame)
        if protocol.over:
            return
        await session.outgoing.wait()
        session.outgoing = anyio.Event()


async def expire(hub: Hub, session: Session) -> None:
    """Let go of a session that nobody came back to."""
    if not session.wire.over:
        await anyio.sleep(hub.limits.session_seconds + 0.01)
    if session.wire.session in hub.sessions and session.wire.expired(anyio.current_time()):
        hub.let_go(session)
