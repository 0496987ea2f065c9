"""The page has the meetings of its wearer, with their minutes and as files, and nobody else's."""

import io
import json
import zipfile

import pytest
from house import ANN, OWNER, house
from test_session import skills

from lorgnette.core.errors import NotFound, StoreFailed
from lorgnette.core.transcripts import Line
from lorgnette.core.types import ENGLISH
from lorgnette.engines import MEETINGS
from lorgnette.engines.meetings import Search
from lorgnette.testing.stage import START
from lorgnette.web.api.meetings import TYPES

SAID = (
    (1, "Let's talk about the launch."),
    (2, "We decided to launch in May."),
    (1, "I'll book the hall by Friday."),
)


async def held(home, wearer=OWNER):
    """A meeting was held."""
    diary = home.desk.meetings.of(wearer)
    meeting = await diary.begin("Launch", START, ENGLISH)
    lines = [
        Line(number, 4.0 * number, 4.0 * number + 3, text, speaker)
        for number, (speaker, text) in enumerate(SAID, 1)
    ]
    await diary.write(meeting.id, lines, seconds=20.0)
    await diary.name_speaker(meeting.id, 1, "Anna")
    return (await diary.end(meeting.id)).id


async def test_minutes_follow_what_was_put_right():
    async with house(skills()) as home:
        meeting = await held(home)
        before = await home.desk.meetings.minutes(OWNER, meeting)
        diary = home.desk.meetings.of(OWNER)
        await diary.correct(meeting, 2, "We decided to launch in June.")
        await diary.name_speaker(meeting, 1, "Anne")
        after = await home.desk.meetings.minutes(OWNER, meeting)

    assert [point.quotes[0].text for point in before.decisions] == ["We decided to launch in May."]
    assert [point.quotes[0].text for point in after.decisions] == ["We decided to launch in June."]
    assert [each.owner for each in (*before.actions, *after.actions)] == ["Anna", "Anne"]


@pytest.mark.parametrize("ending", TYPES)
async def test_every_file_has_what_was_said_and_minutes_where_there_is_room(ending):
    async with house(skills()) as home:
        meeting = await held(home)
        content = await home.desk.meetings.export(OWNER, meeting, ending)

    if ending == "docx":
        content = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml")
    assert b"launch in May" in content
    if ending == "json":
        assert json.loads(content)["minutes"]["decisions"]
    assert (b"Decisions" in content) == (ending in ("md", "txt", "docx"))


async def test_nobody_reads_or_takes_what_another_said():
    async with house(skills()) as home:
        meeting = await held(home, ANN)
        desk = home.desk.meetings
        for ask in (
            desk.minutes(OWNER, meeting),
            desk.export(OWNER, meeting, "md"),
            desk.of(OWNER).one(meeting),
            desk.of(OWNER).delete(meeting),
        ):
            with pytest.raises(NotFound):
                await ask

        assert await desk.of(OWNER).search(Search("launch")) == ()
        assert (await desk.of(ANN).one(meeting)).title == "Launch"


async def test_without_a_store_the_page_is_told():
    async with house(skills()) as home:
        del home.hub.engines.found[MEETINGS]
        with pytest.raises(StoreFailed):
            home.desk.meetings.of(OWNER)
