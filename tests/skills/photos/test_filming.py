"""A video is shot until the wearer says so or taps, or nothing can be seen or kept any more."""

import anyio
import numpy as np
import pytest

from lorgnette.app.doors.ledger import OWNER
from lorgnette.core.errors import CannotSee, NoRoom
from lorgnette.engines import PHOTOS, Photo
from lorgnette.skills.eyes import Sight
from lorgnette.skills.photos import filming, skill
from lorgnette.skills.photos.filming import Video
from lorgnette.store.photos import SQLitePhotos
from lorgnette.store.sqlite import SQLite
from lorgnette.testing.bad_network import BadNetwork
from lorgnette.testing.lives import ScriptedLife
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.turns import NOW, FixedClock, turn_for
from lorgnette.testing.views import plain

DARK = np.zeros((4, 4, 3), np.uint8)


class Kept:
    """An album with one film, which notes what it is given, and fails when it is told to."""

    def __init__(self, *, seconds=4.0, fails_after=None, full=False):
        self.seconds, self.fails_after = seconds, fails_after
        self.full = full
        self.seen, self.heard, self.closed = [], [], False

    def of(self, wearer):
        return self

    async def tidy(self):
        """There is nothing to tidy."""

    async def film(self, jpeg, began, /, *, spot=None):
        self.first = jpeg, began
        return self

    @property
    def stopped(self):
        return "full" if self.fails_after and len(self.seen) >= self.fails_after else ""

    async def see(self, jpeg, sample, /):
        self.seen.append((jpeg, sample))

    async def hear(self, sound, first, /):
        self.heard.append((sound, first))

    async def aclose(self):
        self.closed = True
        return Photo(1, NOW, 4, 4, 9, self.seconds) if self.seconds else None


def sight(number):
    return Sight(b"%d" % number, DARK, number * 16_000)


def seen(*views):
    life = ScriptedLife()
    for at, view in enumerate(views, 1):
        life.sees(view if isinstance(view, str) else sight(at), at=at)
    return life


async def shot(life, album, *, until=20.0, over_at=None):
    """Shoot a video; whether it was over by itself, or what the wearer was told who ended it."""
    video = Video(turn_for(skill, engines={PHOTOS: album}))
    if over_at is None:
        return await life.lived(video, until=until)

    said = []

    async def stop():
        await anyio.sleep(over_at)
        said.append((await filming.stop(turn_for(skill, activities=[video]))).say)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(stop)
        assert await life.lived(video, until=until)
    return said


async def test_what_is_seen_and_heard_is_kept_until_the_wearer_says_so():
    life = seen(1, 2, 3).sounds_like(b"ab", at=1.5).sounds_like(b"cd", at=2.5)
    album = Kept()
    assert await shot(life, album, over_at=2.8) == ["Video kept: 4 seconds."]
    assert album.seen == [(b"1", 16_000), (b"2", 32_000)]
    assert album.heard == [(b"ab", 24_000), (b"cd", 40_000)]
    assert album.closed
    assert life.told == []
    assert [card.title for _, card in life.shown] == ["Recording 0:00", "Recording 0:01"]
    assert life.listening == []


async def test_a_tap_ends_it():
    album, life = Kept(), seen(1).taps_at(3.0)
    assert await shot(life, album)
    assert album.closed
    assert life.told == [(3.0, "Video kept: 4 seconds.")]
    assert life.shown[-1][1].title == "Video kept: 4 seconds."


async def test_leaving_it_keeps_it():
    album, life = Kept(), seen(1)
    assert not await shot(life, album, until=3.0)
    assert album.closed


async def test_a_cut_link_does_not_end_it():
    album = Kept()
    assert await shot(seen(1, "silent", "silent", "covered", 5), album, over_at=6.0) != []
    assert [jpeg for jpeg, _ in album.seen] == [b"1", b"5"]


async def test_a_camera_that_is_lost_ends_it_and_is_told():
    album, life = Kept(), seen(1, "refused")
    with pytest.raises(CannotSee) as lost:
        await shot(life, album)
    assert lost.value.reason == "refused"
    assert life.told == [(2.0, "Video kept: 4 seconds.")]


async def test_without_a_first_picture_there_is_no_video():
    album = Kept()
    with pytest.raises(CannotSee):
        await shot(seen("missing"), album)
    assert album.seen == []
    assert not album.closed


async def test_a_film_that_cannot_be_kept_ends():
    life = seen(1, 2, 3)
    assert await shot(life, Kept(seconds=0, fails_after=2))
    assert [text for _, text in life.told] == ["The video could not be kept."]
    with pytest.raises(NoRoom):
        await shot(seen(1, 2, 3), Kept(fails_after=2, full=True))


async def test_two_at_once_are_one():
    turn = turn_for(skill, engines={PHOTOS: Kept()})
    assert (await filming.stop(turn)).say == "I am recording no video."
    begun = await filming.record(turn)
    assert isinstance(begun.begins, Video)
    again = turn_for(skill, activities=[begun.begins])
    assert (await filming.record(again)).begins is None


async def test_in_a_whole_conversation():
    album, stage = Kept(), Stage().sees(plain(), at=0)
    stage.types("record a video", at=1.0).types("stop recording", at=5.0)
    await converse(stage, [skill], {PHOTOS: album}, until=14)
    assert stage.ear == "Recording.Video kept: 4 seconds."
    assert len(album.seen) > 30
    assert sum(len(sound) for sound, _ in album.heard) > 32_000 * 3
    assert stage.lamp[-1] == "speech"
    assert not stage.filming


@pytest.mark.parametrize("cuts", [{150}, {100, 200, 300}, range(120, 400, 30)])
async def test_over_a_link_that_is_cut_again_and_again_no_sound_is_lost_or_said_twice(cuts):
    album, stage = Kept(), Stage().sees(plain(), at=0)
    stage.types("record a video", at=1.0).types("stop recording", at=8.0)
    network = BadNetwork(cuts=cuts)
    await converse(stage, [skill], {PHOTOS: album}, until=20, through=network.between)

    assert network.frames > max(cuts)
    assert stage.ear == "Recording.Video kept: 4 seconds."
    ends = [first + len(sound) // 2 for sound, first in album.heard]
    assert [first for _, first in album.heard[1:]] == ends[:-1]
    assert ends[-1] - album.heard[0][1] > 6.9 * 16_000
    shots = [sample for _, sample in album.seen]
    assert shots == sorted(shots)
    assert len(shots) > 80
    assert max(np.diff(shots)) < 16_000
    assert album.closed
    assert stage.lamp[-1] == "speech"
    assert not stage.filming


@pytest.mark.real
@pytest.mark.slow
@pytest.mark.asyncio
async def test_what_was_recorded_over_such_a_link_can_be_played(tmp_path):
    import av

    store = SQLite(tmp_path / "store.sqlite", FixedClock(NOW))
    photos = SQLitePhotos(store, tmp_path / "photos")
    stage = Stage().sees(plain(), at=0)
    stage.types("record a video", at=0.5).types("stop recording", at=4.5)
    network = BadNetwork(cuts={90, 150, 210})
    await converse(stage, [skill], {PHOTOS: photos}, until=9, through=network.between)

    album = photos.of(OWNER)
    [kept] = await album.newest()
    with av.open(await album.file(kept.id)) as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert network.frames > 210
    assert times[-1] > 2.5
    assert times == sorted(times)
    assert "Video kept" in stage.ear
    await store.aclose()
