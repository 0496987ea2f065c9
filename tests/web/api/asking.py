"""Asks routes in memory, as a server would: no sockets, and it sees what is sent piece by piece."""

import json
from dataclasses import dataclass, field

import anyio
from starlette.applications import Starlette

from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller

ANN = Caller(Wearer("ann"), 7, owner=False)


@dataclass
class Answer:
    """What was answered."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    pieces: list[bytes] = field(default_factory=list)
    ended: bool = False

    @property
    def body(self):
        return b"".join(self.pieces)

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def error(self):
        """Status and code of a refusal, which also says a sentence."""
        assert self.json["says"]
        return self.status, self.json["error"]


async def ask(routes, method, target, body=b"", *, caller=ANN, leaves=None, headers=()):
    """Ask; `leaves`: the client goes when this is set."""
    path, _, query = target.partition("?")
    answer, gone = Answer(), leaves or anyio.Event()
    content = [body if isinstance(body, bytes) else json.dumps(body).encode()]

    async def receive():
        if content:
            return {"type": "http.request", "body": content.pop(), "more_body": False}
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message):
        if message["type"] == "http.response.start":
            assert not answer.status
            answer.status = message["status"]
            answer.headers = {k.decode(): v.decode() for k, v in message["headers"]}
        else:
            assert not answer.ended
            answer.pieces.append(message.get("body", b""))
            answer.ended = not message.get("more_body")

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "scheme": "https",
        "server": ("hub", 443),
        "headers": [(b"host", b"hub"), *headers],
        "state": {"caller": caller},
    }
    await Starlette(routes=routes)(scope, receive, send)
    return answer
