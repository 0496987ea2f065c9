"""The wall between requests: a bug in one answer is logged without a word of the wearer."""

import logging

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lorgnette.app.tracing import report
from lorgnette.web.refusal import refusal

log = logging.getLogger(__name__)


class Wall:
    """Stands around an ASGI application: whoever asked is told that it broke, and only that."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        began = False

        async def watched(message: Message) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:  # noqa: BLE001 - the wall between requests
            report(log, "a request broke", error)
            if scope["type"] == "http" and not began:
                broken = refusal(500, "broken", "the hub broke over this request; it is logged")
                await broken(scope, receive, send)
