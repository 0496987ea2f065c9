"""The photos of a wearer as the files of an archive."""

from collections.abc import AsyncGenerator
from typing import Final

import msgspec

from lorgnette.app.desk.meeting_files import Files, read
from lorgnette.engines import Album, Photo

PAGE: Final = 100
"""Photos that are listed at once."""


async def photo_files(album: Album) -> Files:
    """Every photo and film, and what is known of them."""
    before = None
    while page := await album.newest(before=before, limit=PAGE):
        for photo in page:
            path = await album.file(photo.id)
            yield name_of(photo, path.suffix), read(path)
        before = page[-1].id
    yield "photos/photos.jsonl", lines(album)


def name_of(photo: Photo, ending: str) -> str:
    """What a photo is called: by when it was taken."""
    return f"photos/{photo.taken:%Y-%m-%dT%H-%M-%S}-{photo.id}{ending}"


async def lines(album: Album) -> AsyncGenerator[bytes]:
    """What is known of each photo, a JSON object a line."""
    before = None
    while page := await album.newest(before=before, limit=PAGE):
        yield b"".join(msgspec.json.encode(photo) + b"\n" for photo in page)
        before = page[-1].id
