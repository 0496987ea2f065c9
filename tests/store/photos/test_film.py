"""Films are written by a process of their own, and what was written can be played."""

import anyio
import numpy as np
import pytest

from lorgnette.core.errors import NoRoom, StoreFailed
from lorgnette.core.types import SAMPLE_RATE
from lorgnette.store.photos import SQLitePhotos, film
from lorgnette.testing.turns import NOW
from lorgnette.testing.views import jpeg

pytestmark = [pytest.mark.real, pytest.mark.asyncio]

BASE = 5_000_000
STEP = SAMPLE_RATE // 10


def view(number):
    return jpeg(np.full((120, 160, 3), 8 * number, np.uint8))


def tone(seconds):
    at = np.arange(round(seconds * SAMPLE_RATE))
    return (8_000 * np.sin(at / 10)).astype("<i2").tobytes()


async def shoot(filming, pictures, *, heard=lambda number: True, first=0):
    """Ten pictures a second, with sound where it is `heard`."""
    for number in range(first, first + pictures):
        await filming.see(view(number % 30), BASE + number * STEP)
        if heard(number):
            await filming.hear(tone(0.1), BASE + number * STEP)


def played(path):
    """The times of a film's pictures, and how loud each tenth of a second is."""
    import av

    with av.open(path) as container:
        times = [frame.time for frame in container.decode(video=0)]
    with av.open(path) as container:
        frames = [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
    sound = np.abs(np.concatenate(frames)) if frames else np.zeros(0)
    return times, [float(sound[at : at + STEP].mean()) for at in range(0, len(sound), STEP)]


async def test_pictures_and_sound_keep_their_times(album, tmp_path):
    filming = await album.film(view(0), NOW)
    await shoot(filming, 30, heard=lambda number: not 10 <= number < 20)
    photo = await filming.aclose()

    assert filming.stopped == ""
    assert (photo.width, photo.height) == (160, 120)
    assert photo.seconds == pytest.approx(3.0, abs=0.15)
    path = await album.file(photo.id)
    assert path.suffix == ".mp4"
    assert path.stat().st_mode & 0o077 == 0
    times, loud = played(path)
    assert len(times) == 30
    assert np.diff(times[1:]) == pytest.approx(0.1, abs=0.01)
    assert max(loud[12:20]) < 0.01 < min(loud[2:9])
    assert min(loud[22:29]) > 0.01
    assert [each.id for each in await album.newest()] == [photo.id]
    await album.delete(photo.id)
    assert list((tmp_path / "photos").iterdir()) == []


async def test_colours_stay_what_they_are(album):
    import av

    bright = np.zeros((120, 160, 3), np.uint8)
    bright[:, :80], bright[:, 80:] = (200, 200, 200), (180, 60, 40)
    filming = await album.film(jpeg(bright), NOW)
    for number in range(3):
        await filming.see(jpeg(bright), BASE + number * STEP)
    photo = await filming.aclose()
    with av.open(await album.file(photo.id)) as container:
        seen = next(container.decode(video=0)).to_ndarray(format="rgb24").astype(int)
    assert np.abs(seen[60, 40] - (200, 200, 200)).max() <= 3
    assert np.abs(seen[60, 120] - (180, 60, 40)).max() <= 8


async def test_a_broken_picture_is_left_out_and_sound_may_be_missing(album):
    filming = await album.film(view(0), NOW)
    await shoot(filming, 5, heard=lambda number: False)
    await filming.see(b"no picture", BASE + 5 * STEP)
    await shoot(filming, 5, heard=lambda number: False, first=6)
    photo = await filming.aclose()
    times, loud = played(await album.file(photo.id))
    assert (len(times), loud) == (10, [])


async def test_a_film_without_pictures_is_none(album, tmp_path):
    filming = await album.film(view(0), NOW)
    assert await filming.aclose() is None
    assert list((tmp_path / "photos").iterdir()) == []


async def test_a_killed_process_ends_the_film_and_leaves_what_there_was(album, photos):
    filming = await album.film(view(0), NOW)
    await shoot(filming, 120)
    with anyio.fail_after(30):
        while not photos.files.size_of(filming.number) > 20_000:  # noqa: ASYNC110
            await anyio.sleep(0.05)
    filming.process.kill()
    await filming.process.wait()
    with anyio.fail_after(30):
        while not filming.stopped:
            await filming.see(view(1), BASE + 121 * STEP)
    photo = await filming.aclose()
    assert photo.seconds >= 5
    assert played(await album.file(photo.id))[0]


async def test_a_hub_that_was_killed_has_the_film_when_it_starts_again(album, store, tmp_path):
    filming = await album.film(view(0), NOW)
    await shoot(filming, 80)
    await filming.end()  # the process sees that the hub is gone, and ends the file

    again = SQLitePhotos(store, tmp_path / "photos")
    await again.tidy()
    [photo] = await again.of(album.wearer).newest()
    assert photo.seconds >= 5
    assert photo.size > 1_000


async def test_a_film_ends_when_there_is_no_room_for_more(album, photos):
    photos.quota = 4_000
    filming = await album.film(view(0), NOW)
    with anyio.fail_after(60):
        number = 0
        while not filming.stopped:
            await shoot(filming, 10, first=number)
            number += 10
    assert filming.full
    assert await filming.aclose() is not None
    with pytest.raises(NoRoom):
        await album.film(view(0), NOW)


async def test_without_the_process_nothing_is_begun(album, monkeypatch, tmp_path):
    monkeypatch.setattr(film, "COMMAND", (str(tmp_path / "nothing"),))
    with pytest.raises(StoreFailed):
        await album.film(view(0), NOW)
    assert list((tmp_path / "photos").iterdir()) == []
    assert list(await album.newest()) == []
