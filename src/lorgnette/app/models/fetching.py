"""Fetches one file over HTTP: resumed where it broke off, bounded, and never mixed of two."""

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lorgnette.core.errors import EngineFailed, StoreFailed
from lorgnette.providers.places import is_here

if TYPE_CHECKING:
    import httpx

LARGEST: Final = 8 << 30
PATIENCE: Final = 30.0
ATTEMPTS: Final = 5
"""How often a connection may break in a row without bringing anything."""

REDIRECTS: Final = 5
SPARE: Final = 64 << 20
"""Bytes that are left free on the disk."""

Tell = Callable[[int, int], None]


def fetch(url: str, part: Path, tell: Tell) -> None:
    """Fetch a URL into `part`; what is there already is not fetched again.

    `tell` hears how many bytes are there, and how many there will be. Raises EngineFailed when
    the server is away, refuses, or breaks off again and again: what came is kept for the next
    time. Raises StoreFailed when there is no room.
    """
    import httpx

    failures = 0
    with httpx.Client(timeout=PATIENCE, headers={"accept-encoding": "identity"}) as client:
        while True:
            before = size(part)
            try:
                if _fetch_on(client, url, part, tell):
                    return
            except httpx.TransportError as error:
                failures = 0 if size(part) > before else failures + 1
                if failures >= ATTEMPTS or isinstance(error, httpx.ConnectError):
                    why = f"{place(url)} cannot be reached: try again later"
                    raise EngineFailed(why) from error


def _fetch_on(client: "httpx.Client", url: str, part: Path, tell: Tell) -> bool:
    """One attempt, from where the last one ended; whether the file is whole now."""
    import httpx

    have, seal = size(part), _seal(part)
    headers = {"range": f"bytes={have}-", "if-range": seal} if have and seal else {}
    with closing(_following(client, url, headers)) as response:
        if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            part.unlink()
            return False
        if response.status_code not in {httpx.codes.OK, httpx.codes.PARTIAL_CONTENT}:
            raise EngineFailed(f"{place(url)} refuses: {response.status_code}")
        resumed = response.status_code == httpx.codes.PARTIAL_CONTENT
        have = have if resumed else 0
        whole = _whole(response, have)
        _check_room(part, whole - have)
        _seal_file(part).write_text(_validator(response), encoding="utf-8")
        with part.open("ab" if resumed else "wb") as file:
            tell(have, whole)
            for piece in response.iter_raw():
                have += len(piece)
                if have > (whole or LARGEST):
                    raise EngineFailed(f"{place(url)} sends more than it said")
                file.write(piece)
                tell(have, whole)
    return not whole or have == whole


def _following(client: "httpx.Client", url: str, headers: dict[str, str]) -> "httpx.Response":
    """The answer, after redirections: these lead to encrypted places only, or stay here."""
    import httpx

    for _ in range(REDIRECTS):
        request = client.build_request("GET", url, headers=headers)
        response = client.send(request, stream=True)
        if not response.is_redirect:
            return response
        response.close()
        there = httpx.URL(url).join(response.headers.get("location", ""))
        if there.scheme != "https" and not (is_here(url) and is_here(str(there))):
            raise EngineFailed(f"{place(url)} leads to a place that is not encrypted")
        url = str(there)
    raise EngineFailed(f"{place(url)} leads from one place to the next")


def _whole(response: "httpx.Response", have: int) -> int:
    """How long the file is; 0 when the server does not say."""
    length = response.headers.get("content-length", "")
    whole = have + int(length) if length.isdecimal() else 0
    if whole > LARGEST:
        raise EngineFailed(f"the file is larger than {LARGEST >> 30} GB")
    return whole


def _check_room(part: Path, wanted: int) -> None:
    free = shutil.disk_usage(part.parent).free
    if wanted + SPARE > free:
        raise StoreFailed(
            f"{part.parent} has {free / 1e6:.0f} MB free, and {wanted / 1e6:.0f} MB are wanted"
        )


def _validator(response: "httpx.Response") -> str:
    """What tells this version of the file from others; empty when the server says nothing."""
    tag: str = response.headers.get("etag", "")
    modified: str = response.headers.get("last-modified", "")
    return "" if tag.startswith("W/") else tag or modified


def _seal_file(part: Path) -> Path:
    return part.with_name(part.name + ".version")


def _seal(part: Path) -> str:
    try:
        return _seal_file(part).read_text(encoding="utf-8")
    except OSError:
        return ""


def discard(part: Path) -> None:
    """Forget a download."""
    part.unlink(missing_ok=True)
    _seal_file(part).unlink(missing_ok=True)


def size(part: Path) -> int:
    """How many bytes are there."""
    return part.stat().st_size if part.exists() else 0


def place(url: str) -> str:
    """The server, as it may be shown."""
    import httpx

    return httpx.URL(url).host
