"""Photos are taken, found and deleted, in whole conversations on a stage."""

from datetime import timedelta

import numpy as np
import pytest

from lorgnette.app.doors.ledger import OWNER
from lorgnette.core.pages import Row
from lorgnette.core.pictures import Box
from lorgnette.core.types import CHINESE, Spot
from lorgnette.engines import PHOTOS, READER
from lorgnette.skills import Glasses
from lorgnette.skills.lately import Lately
from lorgnette.skills.photos import finding, skill
from lorgnette.store.photos import SQLitePhotos
from lorgnette.testing.readers import ScriptedReader
from lorgnette.testing.stage import Stage, converse
from lorgnette.testing.turns import NOW, store_in_memory, turn_for
from lorgnette.testing.views import jpeg, plain

HERE = Spot(52.52, 13.405)


@pytest.fixture
def photos(tmp_path):
    return SQLitePhotos(store_in_memory(), tmp_path, position=True)


@pytest.fixture
def turn(photos):
    def made(**more):
        return turn_for(skill, engines={PHOTOS: photos}, **more)

    return made


def sharp(seed, width=480):
    noise = np.random.default_rng(seed).integers(0, 256, (width * 3 // 4, width, 3))
    return jpeg(noise.astype(np.uint8), 70)


async def play(stage, photos, engines=None):
    await converse(stage, [skill], {PHOTOS: photos, **(engines or {})})
    return list(await photos.of(OWNER).newest())


async def test_a_photo_is_the_sharpest_of_some_frames(photos):
    stage = Stage().types("take a photo", at=1.0)
    best = sharp(1)
    stage.sees(plain(), at=0).sees(best, at=1.3, until=1.45)
    [photo] = await play(stage, photos)
    kept = (await photos.of(OWNER).file(photo.id)).read_bytes()
    assert kept.endswith(best[-2_000:])
    assert stage.ear == "Taken."
    on, off = (float(line.split()[0]) for line in stage.script if "camera o" in line)
    assert off - on < 2


@pytest.mark.parametrize(("view", "told"), [("covered", "I see nothing"), ("refused", "I may not")])
async def test_a_photo_that_cannot_be_taken_says_why(photos, view, told):
    stage = Stage().types("take a picture of this", at=1.0).sees(view, at=0)
    assert await play(stage, photos) == []
    assert told in stage.ear


async def test_a_full_album_says_so(photos):
    stage = Stage().types("take a photo", at=1.0).types("take a photo", at=8.0)
    stage.sees(sharp(2), at=0)
    photos.quota = 350_000
    assert len(await play(stage, photos)) == 1
    assert "Your photos fill the room they may have." in stage.ear


async def test_it_is_found_by_a_word_in_it_and_deleted_after_a_yes(photos):
    row = Row("MENU", Box(((0, 0), (90, 0), (90, 20), (0, 20))))
    stage = Stage().sees(sharp(3), at=0)
    stage.types("take a photo of the board", at=1.0)
    stage.types("find the photo with the word menu", at=6.0)
    stage.types("how many photos do I have", at=11.0)
    stage.types("delete the last photo", at=16.0).types("yes", at=22.0)
    assert await play(stage, photos, {READER: ScriptedReader([row])}) == []
    assert "From today" in stage.ear
    assert "You have one photo." in stage.ear
    assert stage.ear.endswith("Deleted.")
    assert list(photos.files.folder.iterdir()) == []


async def test_nothing_is_deleted_without_a_yes(photos):
    stage = Stage().sees(sharp(3), at=0)
    stage.types("take a photo", at=1.0).types("delete that photo", at=6.0).types("no", at=11.0)
    assert len(await play(stage, photos)) == 1


async def kept(photos, *titles, **more):
    album = photos.of("tester")
    return [await album.add(plain(), NOW, title=each, **more) for each in titles]


async def test_what_is_asked_of_an_empty_album(turn):
    assert (await finding.count(turn())).say == "You have no photos."
    assert (await finding.show_last(turn())).say == "You have no photos."
    assert (await finding.find(turn(), "x")).say == "I found no photo with “x”."
    assert "no photo on" in (await finding.find_day(turn(), NOW.date())).say


async def test_photos_of_a_day(turn, photos):
    await kept(photos, "one", "two")
    later = turn(now=NOW + timedelta(days=1))
    said = await finding.find_day(later, NOW.date())
    assert said.say == "2 photos, the newest from yesterday, 9:30 AM."
    assert said.card.alt == "two"
    assert "Wednesday" in (await finding.show_last(turn(now=NOW + timedelta(days=5)))).say


async def test_photos_of_this_place(turn, photos):
    await kept(photos, "here", spot=HERE)
    assert "don't know where you are" in (await finding.find_here(turn())).say
    here = turn(glasses=Glasses(position=HERE))
    assert (await finding.find_here(here)).card.alt == "here"
    away = turn(glasses=Glasses(position=Spot(48.0, 11.0)))
    assert "no photo that was taken here" in (await finding.find_here(away)).say


async def test_where_a_photo_was_taken_is_told(turn, photos):
    assert (await finding.tell_where(turn())).say == "You have no photos."
    await kept(photos, "here", spot=HERE)
    assert (await finding.tell_where(turn())).say == "I don't know where that was."
    await photos.of("tester").locate(1, "Alexanderplatz 1, Berlin")
    assert (await finding.tell_where(turn())).say == "Taken at Alexanderplatz 1, Berlin."
    said = await finding.find(turn(), "alexanderplatz")
    assert said.say == "From today, 9:30 AM. Taken at Alexanderplatz 1, Berlin."


async def test_the_photo_before_is_the_one_before_that_was_shown(turn, photos):
    await kept(photos, "first", "second", "third")
    lately = turn(lately=Lately())
    shown = [(await finding.show_last(lately)).card.alt]
    shown += [(await finding.before(lately)).card.alt for _ in range(2)]
    assert shown == ["third", "second", "first"]
    assert (await finding.before(lately)).say == "There is none before that."


async def test_what_stands_in_a_photo_is_told_once_it_was_read(turn, photos):
    assert (await finding.says(turn())).say == "You have no photos."
    sign, wall = await kept(photos, "sign", "wall")
    album = photos.of("tester")
    lately = turn(lately=Lately())
    assert "not read it yet" in (await finding.says(lately)).say
    await album.read(wall.id, "")
    assert (await finding.says(lately)).say == "I see no text in it."
    await album.read(sign.id, "Way out\nPlatform 2")
    await finding.show_last(lately)
    await finding.before(lately)
    told = await finding.says(lately)
    assert (told.say, told.body) == ("Way out Platform 2", "Way out\nPlatform 2")


async def test_a_misread_word_is_told_as_such(turn, photos):
    await kept(photos, "emergency")
    assert (await finding.find(turn(), "emergancy")).say.startswith("Something like it.")


async def test_in_chinese(photos):
    stage = Stage(language=CHINESE).sees(sharp(4), at=0).types("拍张照片", at=1.0)
    stage.types("我有多少张照片", at=6.0)
    assert len(await play(stage, photos)) == 1
    assert stage.ear == "拍好了。您有1张照片。"
