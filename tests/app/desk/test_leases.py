"""What a microphone was used for is told to its wearer, and forgotten when they say so."""

import json
from datetime import timedelta

import pytest
from house import ANN, OWNER, house
from test_export import archive
from test_session import skills

from lorgnette.app.desk import kept
from lorgnette.core.errors import NotFound
from lorgnette.testing.stage import START
from lorgnette.web.api.leases import Which


async def uses(home, wearer, *purposes):
    """The microphone is used for these, a minute each, one after the other."""
    for number, purpose in enumerate(purposes):
        began = START + timedelta(minutes=number)
        lease = kept.Lease("microphone", purpose, began, 60.0, "ar", ("recogniser.openai",))
        await home.hub.keeper.used(wearer, lease)


async def test_uses_come_in_pages_the_newest_first():
    async with house(skills()) as home:
        await uses(home, OWNER, "captions", "meeting", "captions")
        first = await home.desk.leases.list(OWNER, Which(limit=2))
        rest = await home.desk.leases.list(OWNER, Which(before=first[-1].id))

    assert [each.purpose for each in (*first, *rest)] == ["captions", "meeting", "captions"]
    assert first[0].began == START + timedelta(minutes=2)
    assert (first[0].seconds, first[0].device) == (60.0, "ar")
    assert first[0].left == ("recogniser.openai",)


async def test_a_use_is_forgotten_and_then_all_of_them():
    async with house(skills()) as home:
        await uses(home, OWNER, "captions", "meeting", "translation")
        newest = (await home.desk.leases.list(OWNER, Which()))[0]
        await home.desk.leases.delete(OWNER, newest.id)
        left = await home.desk.leases.list(OWNER, Which())
        with pytest.raises(NotFound):
            await home.desk.leases.delete(OWNER, newest.id)

        assert [each.purpose for each in left] == ["meeting", "captions"]
        assert await home.desk.leases.delete_all(OWNER) == 2
        assert await home.desk.leases.list(OWNER, Which()) == []


async def test_nobody_sees_or_forgets_what_another_wearer_used():
    async with house(skills()) as home:
        await uses(home, ANN, "meeting")
        [hers] = await home.desk.leases.list(ANN, Which())

        assert await home.desk.leases.list(OWNER, Which()) == []
        with pytest.raises(NotFound):
            await home.desk.leases.delete(OWNER, hers.id)
        assert await home.desk.leases.delete_all(OWNER) == 0
        assert await home.desk.leases.list(ANN, Which()) == [hers]


async def test_they_are_in_the_archive():
    async with house(skills()) as home:
        await uses(home, OWNER, "captions", "meeting")
        files, _ = await archive(home)

    purposes = [each["purpose"] for each in json.loads(files["leases.json"])]
    assert purposes == ["meeting", "captions"]
    assert "leases.json: What the microphone" in files["README.txt"].decode()
