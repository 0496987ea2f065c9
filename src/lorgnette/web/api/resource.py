"""One address of the API: what each verb does there, and how mistakes are answered."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from lorgnette.core.errors import LorgnetteError, NotFound, StoreFailed, TooMuch
from lorgnette.devices.caller import Caller
from lorgnette.web.refusal import refusal

T = TypeVar("T")

Answer = Callable[[Request, Caller], Awaitable[Response]]

LARGEST = 2**53 - 1
"""The largest number that names anything: what every browser counts to exactly."""


class Mistake(Exception):
    """What was asked makes no sense: a code for the page and a sentence for whoever wrote it."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(says)
        self.code = code


class Resource:
    """An ASGI application that does what was asked for, for the caller; else says why not."""

    def __init__(self, **verbs: Answer) -> None:
        """`verbs`: what to do, by the HTTP method in lower case. Without any, nothing is here."""
        self.verbs = verbs

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        response = await self.answer(request)
        await response(scope, receive, send)

    async def answer(self, request: Request) -> Response:
        """The answer, or a refusal that says what is wrong."""
        verb = "get" if request.method == "HEAD" else request.method.lower()
        if not self.verbs:
            return refusal(404, "nothing", "there is nothing at this address")
        if verb not in self.verbs:
            allowed = ", ".join(self.verbs).upper()
            answer = refusal(405, "method", f"at this address one may {allowed}")
            answer.headers["allow"] = allowed
            return answer
        try:
            return await self.verbs[verb](request, request.state.caller)
        except (Mistake, LorgnetteError, ClientDisconnect) as error:
            return refused(error)


def refused(error: Exception) -> Response:
    """What to answer to a mistake. Raises it again when it is none of the asker's."""
    match error:
        case Mistake(code=code):
            return refusal(400, code, str(error))
        case NotFound():
            return refusal(404, "gone", str(error))
        case TooMuch():
            return refusal(429, error.code, str(error), error.retry_after)
        case StoreFailed():
            return refusal(503, "store", str(error))
        case ClientDisconnect():
            return refusal(400, "body", "the request ended in the middle")
    raise error


def answer(value: Any, status: int = 200) -> Response:
    """A value as JSON."""
    return Response(msgspec.json.encode(value), status, media_type="application/json")


def done() -> Response:
    """It is done, and there is nothing to say."""
    return Response(status_code=204)


async def body(request: Request, kind: type[T]) -> T:
    """The body of a request as a struct. Raises Mistake that names what is wrong."""
    try:
        return msgspec.json.decode(await request.body(), type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Mistake("body", f"the body does not fit: {error}") from error
    except RecursionError as error:
        raise Mistake("body", "the body is too deeply nested") from error


def query(request: Request, kind: type[T]) -> T:
    """The query of a request as a struct; of a name said twice the last counts. Raises Mistake."""
    try:
        return msgspec.convert(dict(request.query_params), kind, strict=False)
    except msgspec.ValidationError as error:
        raise Mistake("query", f"the query does not fit: {error}") from error


def number(request: Request, name: str = "id") -> int:
    """A number in the path. Raises NotFound when nothing can have it."""
    said = request.path_params[name]
    if not (said.isascii() and said.isdigit() and len(said) <= len(str(LARGEST))):
        raise NotFound("there is no such thing")
    return min(int(said), LARGEST)
