"""The hub on the network: the page and the link on one port, loopback only."""

import ipaddress
import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any
from urllib.parse import urlsplit

import anyio
import msgspec

from lorgnette.app.config import Config
from lorgnette.app.health import findings
from lorgnette.app.hub import Hub
from lorgnette.app.serving import serve
from lorgnette.core.errors import ConfigurationError
from lorgnette.link.limits import Limits


@asynccontextmanager
async def running(hub: Hub, config: Config) -> AsyncIterator[str]:
    """Serve a hub while inside; gives the address. Runs on asyncio.

    Raises ConfigurationError when the port is in use or the host is not loopback.
    """
    listener = listen(config.hub.host, config.hub.port)
    host, port = listener.getsockname()[:2]
    server = web_server(application(hub, config), hub.limits)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(server.serve, [listener])
        await server.ready.wait()
        try:
            yield f"http://{host}:{port}"
        finally:
            await hub.farewell()
            server.should_exit = server.force_exit = True


def web_server(app: Any, limits: Limits) -> Any:
    """A uvicorn server that leaves signals alone and says when it is `ready`."""
    import uvicorn

    from lorgnette.devices.websocket import server_options

    class Server(uvicorn.Server):
        """Embedded: whoever runs it handles signals."""

        ready = anyio.Event()

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            """Start up, and say so."""
            await super().startup(sockets)
            self.ready.set()

        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            """Capture none."""
            yield

    options = server_options(limits)
    return Server(
        uvicorn.Config(app, lifespan="off", log_level="warning", server_header=False, **options)
    )


def application(hub: Hub, config: Config) -> Any:
    """The web application: the page, its state, and the link."""
    from starlette.applications import Starlette
    from starlette.routing import WebSocketRoute

    from lorgnette.devices.websocket import LinkEndpoint
    from lorgnette.web.page import guard, routes

    hosts = [urlsplit(origin).hostname or "" for origin in config.hub.origins]

    async def state() -> dict[str, Any]:
        parts = findings(config, hub.skills, hub.engines)
        return {"parts": msgspec.to_builtins(parts), **hub.states()}

    link = LinkEndpoint(lambda connection: serve(hub, connection), hosts=hosts, limits=hub.limits)
    return Starlette(
        routes=[*routes(state), WebSocketRoute("/link", link)], middleware=[guard(hosts)]
    )


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises ConfigurationError that says what to do."""
    try:
        address = ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise ConfigurationError(f"hub.host: {host!r} is not an address of this machine") from None
    if not address.is_loopback:
        raise ConfigurationError(
            f"hub.host: {host} is not loopback. Glasses cannot be paired yet, so the hub would be"
            " open to everybody: use 127.0.0.1"
        )
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((str(address), port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise ConfigurationError(
            f"cannot listen on {host}:{port}: {error.strerror}. Is another hub running? Choose"
            " another port: lorgnette serve --port 8461"
        ) from error
    return listener
