"""The hub's own page until the browser glasses exist: what works, and a line to type into."""

from collections.abc import Awaitable, Callable, Collection
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from lorgnette.devices.origin import welcome_from

STATIC = Path(__file__).parent / "static"

POLICY = "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-cache"),
)

State = Callable[[], Awaitable[dict[str, Any]]]


def routes(state: State) -> list[BaseRoute]:
    """The page, its files, and the state of the hub as JSON."""

    async def home(_request: object) -> Response:
        return Response((STATIC / "index.html").read_bytes(), media_type="text/html")

    async def state_json(_request: object) -> Response:
        return JSONResponse(await state())

    return [
        Route("/", home),
        Route("/state.json", state_json),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]


class Guard:
    """Lets in only requests that address this machine by name, and adds safe headers."""

    def __init__(self, app: ASGIApp, hosts: Collection[str] = ()) -> None:
        """`hosts`: names under which the hub may be reached besides loopback."""
        self.app = app
        self.hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request. Websockets are checked where they are accepted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if not welcome_from(scope["headers"], self.hosts):
            refusal = PlainTextResponse("This hub is not reached under that name.", 403)
            await refusal(scope, receive, send)
            return

        async def guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS]
            await send(message)

        await self.app(scope, receive, guarded)


def guard(hosts: Collection[str]) -> Middleware:
    """The guard as Starlette takes it."""
    return Middleware(Guard, hosts=hosts)
