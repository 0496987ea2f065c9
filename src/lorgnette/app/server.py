"""The hub on the network: the page and the link, on loopback and, for the paired, beyond."""

import socket
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from typing import Any

import anyio

from lorgnette.app.config import Config
from lorgnette.app.desk.desk import HubDesk
from lorgnette.app.doors.connections import impatient_protocol
from lorgnette.app.doors.entrance import Entrance
from lorgnette.app.doors.outside import Outside
from lorgnette.app.doors.routes import routes as doors_routes
from lorgnette.app.doors.sockets import listen, listen_outside
from lorgnette.app.hub import Hub
from lorgnette.app.serving import serve
from lorgnette.core.errors import StoreFailed
from lorgnette.devices.origin import hostname
from lorgnette.link.limits import Limits

TLS = "tls"
"""The folder of the certificate, in the hub's folder."""


@asynccontextmanager
async def running(hub: Hub, config: Config, *, tls: bool = False) -> AsyncIterator[str]:
    """Serve a hub while inside; gives its address on loopback. Runs on asyncio.

    With `tls` paired glasses reach it from other machines as well: see `hub.doors.opening`.
    Raises ConfigurationError when a port is in use, or the host is not loopback.
    """
    hosts = {hostname(origin) or "" for origin in config.hub.origins}
    app = application(hub, config, hosts)
    async with AsyncExitStack() as stack:
        listener = stack.enter_context(listen(config.hub.host, config.hub.port))
        host, port = listener.getsockname()[:2]
        servers, outside = [(web_server(app, hub.limits), listener)], None
        if tls:
            beyond = stack.enter_context(listen_outside(config.hub.tls_host, config.hub.tls_port))
            outside = Outside(config.folder / TLS, beyond.getsockname()[:2], hub.clock)
            secure = {
                "ssl_context_factory": lambda *_: outside.context,
                "http": impatient_protocol(beyond),
            }
            servers.append((web_server(app, hub.limits, secure), beyond))
        entrance = Entrance((host, port), config.hub.origins, outside)
        tasks = await stack.enter_async_context(anyio.create_task_group())
        for server, opened in servers:
            tasks.start_soon(server.serve, [opened])
            await server.ready.wait()
        try:
            async with entrance.told(hub.doors, hosts):
                yield f"http://{host}:{port}"
        finally:
            await hub.farewell()
            for server, _ in servers:
                server.should_exit = server.force_exit = True


def web_server(app: Any, limits: Limits, more: Mapping[str, Any] | None = None) -> Any:
    """A uvicorn server that leaves signals alone and says when it is `ready`.

    `more`: further options of uvicorn.
    """
    import uvicorn

    from lorgnette.devices.websocket import server_options

    class Server(uvicorn.Server):
        """Embedded: whoever runs it handles signals."""

        def __init__(self, config: uvicorn.Config) -> None:
            super().__init__(config)
            self.ready = anyio.Event()

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            """Start up, and say so."""
            await super().startup(sockets)
            self.ready.set()

        @contextmanager
        def capture_signals(self) -> Iterator[None]:
            """Capture none."""
            yield

    options = {**server_options(limits), **(more or {})}
    return Server(
        uvicorn.Config(app, lifespan="off", log_level="warning", server_header=False, **options)
    )


def application(hub: Hub, config: Config, hosts: set[str]) -> Any:
    """The web application: the page, what it asks the hub, and the link.

    `hosts`: the names by which the hub may be called besides loopback; they may change.
    """
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.routing import WebSocketRoute

    from lorgnette.app.wall import Wall
    from lorgnette.devices.websocket import LinkEndpoint
    from lorgnette.web.api import routes as desk_routes
    from lorgnette.web.caller import Admission
    from lorgnette.web.guest import routes as guest_routes
    from lorgnette.web.page import guard, routes
    from lorgnette.web.refusal import refusal
    from lorgnette.web.tickets import Tickets

    async def store_failed(_request: object, error: Exception) -> Any:
        return refusal(503, "store", str(error))

    link = LinkEndpoint(
        lambda connection: serve(hub, connection, connection.peer),
        hosts=hosts,
        origins=config.hub.origins,
        limits=hub.limits,
    )
    tickets = Tickets()
    return Starlette(
        routes=[
            *routes(),
            *doors_routes(hub),
            *guest_routes(hub.lobby),
            *desk_routes(HubDesk(hub, config), tickets),
            WebSocketRoute("/link", link),
        ],
        middleware=[
            guard(hosts, config.hub.origins),
            Middleware(Admission, door=hub.doors, tickets=tickets),
            Middleware(Wall),
        ],
        exception_handlers={StoreFailed: store_failed},
    )
