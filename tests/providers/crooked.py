"""A server on this machine that answers as it is told: bytes as they are, right or not."""

import asyncio
import re
from contextlib import asynccontextmanager


def answer(body, status="200 OK", **headers):
    """A whole answer of HTTP."""
    said = {"content-length": len(body), "content-type": "application/json", **headers}
    lines = [f"HTTP/1.1 {status}", *(f"{key.replace('_', '-')}: {said[key]}" for key in said)]
    return "\r\n".join([*lines, "connection: close", "", ""]).encode() + body


HTML = b"<html><body><h1>502 Bad Gateway</h1></body></html>"

CROOKED = {
    "a page instead of an answer": answer(HTML, content_type="text/html"),
    "a page of a proxy": answer(HTML, "502 Bad Gateway", content_type="text/html"),
    "nothing at all": b"",
    "an empty answer": answer(b""),
    "no protocol": b"SSH-2.0-OpenSSH\r\n",
    "half of it": answer(b'{"code": "Ok", "routes": [', content_length=5_000),
    "something else": answer(b'"hello"'),
    "no numbers": answer(b'{"lat": NaN}'),
    "a pit": answer(b"[" * 200_000),
    "no text": answer(b"\xff\xfe{}"),
    "too much": answer(b"[" + b"0," * (3 << 20) + b"0]"),
    "another place": answer(b"", "302 Found", location="http://127.0.0.1:9/"),
    "refused": answer(b'{"message": "go away"}', "403 Forbidden"),
}
"""What servers say on bad days."""


@asynccontextmanager
async def serving(said):
    """The address of a server, and the requests that it got.

    `said`: what it says to everything, or a function of the path and the body; None to say nothing
    for ever.
    """
    asked, held = [], asyncio.Event()

    async def talk(reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        length = re.search(r"(?i)content-length: (\d+)", head)
        body = await reader.readexactly(int(length[1]) if length else 0)
        asked.append(head)
        reply = said(head.split(" ", 2)[1], body) if callable(said) else said
        if reply is None:
            await held.wait()
        else:
            writer.write(reply)
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(talk, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked
    finally:
        held.set()
        server.close()
