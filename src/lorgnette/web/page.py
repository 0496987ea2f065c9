"""The glasses in a browser and the wearer's page: static files, behind a guard."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from lorgnette.devices.origin import values_of, welcome_from
from lorgnette.web.caller import OPEN, private
from lorgnette.web.files import Files
from lorgnette.web.refusal import refusal

STATIC = Path(__file__).parent / "static"

POLICY = (
    "default-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self';"
    " object-src 'none'"
)
OWN = ("same-origin", "none")
"""What browsers say of a request of the page itself, or of somebody who typed the address."""

SENSES = ("microphone", "camera", "geolocation", "screen-wake-lock")
"""What the page itself may ask the browser for."""

OTHERS = (
    *("accelerometer", "display-capture", "encrypted-media", "gamepad", "gyroscope", "hid"),
    *("idle-detection", "magnetometer", "midi", "payment", "picture-in-picture", "serial", "usb"),
    *("publickey-credentials-get", "xr-spatial-tracking"),
)
"""What nothing on the page may: the names that Chromium knows."""

PERMISSIONS = ", ".join([*(f"{name}=(self)" for name in SENSES), *(f"{n}=()" for n in OTHERS)])

HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"permissions-policy", PERMISSIONS.encode()),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
)
"""Without HSTS: where the certificate is the hub's own, nobody could get past its renewal."""


def routes() -> list[BaseRoute]:
    """The page and its files; its service worker stands at the root, where it may serve it all."""
    files = Files(STATIC)

    async def home(request: Request) -> Response:
        return files.answer("index.html", request)

    async def worker(request: Request) -> Response:
        return files.answer("worker.js", request)

    return [
        Route("/", home),
        Route("/worker.js", worker),
        Mount("/static", files),
    ]


class Guard:
    """Lets in only requests that call the hub by one of its names, and adds safe headers."""

    def __init__(
        self, app: ASGIApp, hosts: Collection[str] = (), origins: Collection[str] = ()
    ) -> None:
        """`hosts`, `origins`: as in `welcome_from`."""
        self.app = app
        self.hosts = hosts
        self.origins = origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve or refuse one request. Websockets are checked where they are accepted."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        keep = b"no-store" if path in OPEN or private(path) else b"no-cache"

        async def guarded(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *HEADERS, (b"cache-control", keep)]
            await send(message)

        app = self.app if self.welcome(scope) else STRANGE
        await app(scope, receive, guarded)

    def welcome(self, scope: Scope) -> bool:
        """Whether a request may come in: not from a stranger's page, nor under a strange name."""
        headers = scope["headers"]
        foreign = any(site not in OWN for site in values_of(b"sec-fetch-site", headers))
        shell = not (scope["path"] in OPEN or private(scope["path"]))
        return (shell or not foreign) and welcome_from(headers, self.hosts, self.origins)


STRANGE = refusal(403, "stranger", "This hub is not reached under that name, or from that page.")


def guard(hosts: Collection[str], origins: Collection[str]) -> Middleware:
    """The guard as Starlette takes it."""
    return Middleware(Guard, hosts=hosts, origins=origins)
