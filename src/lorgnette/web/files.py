"""Static files from memory: a page of many small modules is ready when the last of them is."""

import gzip
import hashlib
import mimetypes
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json"}
"""What some systems do not know, or know otherwise."""

PACKED = ("text/", "image/svg+xml", "application/manifest+json")
"""What gets smaller by compressing it."""


class File(NamedTuple):
    """What is sent of a file: as it is, and compressed where that is smaller."""

    kind: str
    tag: str
    plain: bytes
    packed: bytes | None


class Files:
    """Serves the files that are in a folder when it is made; a file that changes is read again."""

    def __init__(self, folder: Path) -> None:
        """`folder`: everything in it is for everybody."""
        found = (path for path in folder.rglob("*") if path.is_file())
        self.paths = {path.relative_to(folder).as_posix(): path for path in found}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request for the file that the rest of its path names."""
        name = scope["path"].removeprefix(scope.get("root_path", "")).lstrip("/")
        await self.answer(name, Request(scope))(scope, receive, send)

    def answer(self, name: str, request: Request) -> Response:
        """The file of a name, unless the browser has it."""
        if request.method not in ("GET", "HEAD"):
            return PlainTextResponse("Files can only be read.", 405, {"allow": "GET, HEAD"})
        path = self.paths.get(name)
        try:
            changed = path.stat().st_mtime_ns if path else None
            file = read(path, changed) if path and changed is not None else None
        except OSError:
            file = None
        if file is None:
            return PlainTextResponse("There is no such file.", 404)
        headers = {"etag": file.tag, "vary": "accept-encoding"}
        if file.tag in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        if file.packed is not None and takes_gzip(request.headers):
            headers["content-encoding"] = "gzip"
            return Response(file.packed, headers=headers, media_type=file.kind)
        return Response(file.plain, headers=headers, media_type=file.kind)


def takes_gzip(headers: Headers) -> bool:
    """Whether the browser unpacks what was compressed."""
    return "gzip" in headers.get("accept-encoding", "")


@lru_cache(maxsize=256)
def read(path: Path, changed: int) -> File:
    """A file as it was when it was `changed`. Raises OSError."""
    del changed
    plain = path.read_bytes()
    kind = (
        TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    )
    tag = f'"{hashlib.sha256(plain).hexdigest()[:24]}"'
    packed = gzip.compress(plain, mtime=0) if kind.startswith(PACKED) else plain
    return File(kind, tag, plain, packed if len(packed) < len(plain) else None)
