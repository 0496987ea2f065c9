"""An album in a folder, and pictures to put into it."""

import io

import pytest
from PIL import Image

from lorgnette.core.types import Wearer
from lorgnette.store.photos import SQLitePhotos
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.turns import NOW, FixedClock


@pytest.fixture
def store(tmp_path):
    return SQLite(tmp_path / "store.sqlite", FixedClock(NOW))


@pytest.fixture
def photos(store, tmp_path):
    return SQLitePhotos(store, tmp_path / "photos", position=True)


@pytest.fixture
def album(photos):
    return photos.of(Wearer("ann"))


@pytest.fixture
def picture():
    """A picture as a camera writes it; `tells` becomes its EXIF, `tail` lies behind its end."""

    def made(width=640, height=480, *, kind="JPEG", tells=None, tail=b"", **more):
        image = Image.effect_noise((width, height), 40).convert("RGB")
        exif = Image.Exif()
        exif.update(tells or {})
        file = io.BytesIO()
        image.save(file, kind, exif=exif, **more)
        return file.getvalue() + tail

    return made
