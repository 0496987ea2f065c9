"""The one sender of all providers that talk to a server: httpx with bounds, and clear errors."""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING, Final, Literal, cast
from urllib.parse import urlsplit

import msgspec

from lorgnette.core.errors import EngineFailed, EngineHung

if TYPE_CHECKING:
    import httpx

LONGEST_ANSWER: Final = 4 << 20
LONGEST_COMPLAINT: Final = 4096
CONNECT_PATIENCE: Final = 5.0

PASSING: Final = frozenset({500, 502, 504})
"""Refusals that the next moment may mend. Who is asked too much (429, 503) is left alone."""


class Refused(EngineFailed):
    """The server answers, and not with what was asked for."""

    def __init__(
        self, message: str, status: int, retry_after: float | None = None, said: bytes = b""
    ) -> None:
        """`status` as in HTTP; `retry_after`: seconds that the server wants to be left alone.

        `said`: the beginning of its answer, for those whose errors have numbers. Not to be shown.
        """
        super().__init__(message)
        self.retryable = status in PASSING
        self.status = status
        self.retry_after = retry_after
        self.said = said


class Request(msgspec.Struct, frozen=True):
    """What to send. `secrets` are blotted out wherever the server repeats them."""

    url: str
    headers: Mapping[str, str]
    body: bytes = b""
    secrets: tuple[str, ...] = ()
    method: Literal["POST", "GET", "DELETE"] = "POST"

    def __repr__(self) -> str:
        """Without what is secret."""
        return f"Request({self.place!r}, {len(self.body)} bytes)"

    @property
    def place(self) -> str:
        """The server as it may be shown."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"

    def shown(self, text: str) -> str:
        """A text of the server as it may be shown: without secrets, and short."""
        for secret in filter(None, self.secrets):
            text = text.replace(secret, "…")
        return text[:300]


class Sender:
    """Sends requests, several at once. The connection is kept and used again."""

    def __init__(
        self,
        patience: float,
        *,
        here: bool = False,
        transport: "httpx.AsyncBaseTransport | None" = None,
    ) -> None:
        """`patience`: seconds without a byte after which a server counts as hung.

        `here`: the server is this machine, and no proxy of the environment may come between.
        `transport` replaces the network in tests.
        """
        self._patience = patience
        self._here = here
        self._transport = transport
        self._client: httpx.AsyncClient | None = None

    async def aclose(self) -> None:
        """Close all connections."""
        if self._client is not None:
            await self._client.aclose()
            self._client = None

    async def send(self, request: Request) -> AsyncGenerator[bytes]:
        """The body of the answer, piece by piece as it comes. Closing it hangs up.

        Raises EngineFailed, whose text may be shown, when there is no server, when it hangs or
        hangs up, and when its answer is longer than `LONGEST_ANSWER` bytes; Refused when it
        refuses.
        """
        received = 0
        async with self._answered(request) as response, aclosing(_pieces(response)) as pieces:
            async for piece in pieces:
                received += len(piece)
                if received > LONGEST_ANSWER:
                    raise EngineFailed(f"{request.place} does not stop answering")
                yield piece

    async def exchange(self, request: Request) -> tuple[bytes, Mapping[str, str]]:
        """The whole body of the answer, and its headers by small names. Raises as `send`."""
        body = b""
        async with self._answered(request) as response, aclosing(_pieces(response)) as pieces:
            async for piece in pieces:
                body += piece
                if len(body) > LONGEST_ANSWER:
                    raise EngineFailed(f"{request.place} does not stop answering")
        return body, {name.lower(): value for name, value in response.headers.items()}

    @asynccontextmanager
    async def _answered(self, request: Request) -> AsyncIterator["httpx.Response"]:
        """An answer, with its body still to come."""
        import httpx

        try:
            async with self._open().stream(
                request.method, request.url, headers=dict(request.headers), content=request.body
            ) as response:
                if not response.is_success:
                    raise await _refusal(request, response)
                yield response
        except httpx.TimeoutException as error:
            raise EngineHung(f"{request.place} does not answer in time") from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            why = request.shown(str(error)) or type(error).__name__
            raise EngineFailed(f"{request.place} cannot be reached: {why}") from error

    async def fetch(self, request: Request) -> bytes:
        """The whole body of the answer. Raises as `send`."""
        async with aclosing(self.send(request)) as pieces:
            return b"".join([piece async for piece in pieces])

    def _open(self) -> "httpx.AsyncClient":
        """The client, made when it is first needed."""
        import httpx

        if self._client is None:
            self._client = httpx.AsyncClient(
                timeout=httpx.Timeout(self._patience, connect=CONNECT_PATIENCE),
                headers={"accept-encoding": "identity"},  # so that what is counted is all there is
                follow_redirects=False,  # a secret goes only where it was meant to go
                trust_env=not self._here,
                transport=self._transport,
            )
        return self._client


def complaint(body: bytes) -> str:
    """What a server says is wrong: in the ways of OpenAI, DashScope and Ollama, or as it is."""
    try:
        said = msgspec.json.decode(body)
    except (ValueError, RecursionError):
        said = None
    if isinstance(said, dict):
        said = said.get("error") or said
    if isinstance(said, dict):
        said = said.get("message") or said.get("code")
    text = said if isinstance(said, str) else body.decode(errors="replace")
    return "".join(filter(str.isprintable, " ".join(text.split())))


def _pieces(response: "httpx.Response") -> AsyncGenerator[bytes]:
    """The body as it comes. It is a generator, though httpx promises an iterator only."""
    return cast("AsyncGenerator[bytes]", response.aiter_raw())


async def _refusal(request: Request, response: "httpx.Response") -> Refused:
    """The error for an answer that is not one."""
    body = b""
    async with aclosing(_pieces(response)) as pieces:
        async for piece in pieces:
            body += piece[:LONGEST_COMPLAINT]
            if len(body) >= LONGEST_COMPLAINT:
                break
    why = request.shown(complaint(body))
    return Refused(
        f"{request.place} refuses ({response.status_code}): {why}",
        response.status_code,
        _seconds(response.headers.get("retry-after", "")),
        body,
    )


def _seconds(text: str) -> float | None:
    """The seconds of a `Retry-After`; None for a date, which would need a clock."""
    return float(text) if text.isascii() and text.isdigit() and len(text) < 9 else None
