"""The page has the photos of its wearer; a day is one of the wearer's clock."""

from datetime import UTC, date, datetime

import pytest
from house import OWNER, house
from test_session import skills

from lorgnette.core.errors import StoreFailed
from lorgnette.engines.photos import Search


@pytest.mark.parametrize(
    ("text", "day"),
    [("yesterday", date(2026, 3, 3)), ("前天", date(2026, 3, 2)), ("Monday", date(2026, 3, 2))],
)
async def test_a_day_is_asked_for_by_its_name(text, day):
    async with house(skills()) as home:
        home.hub.zone = UTC
        asked = home.desk.photos.asked(OWNER, text)
    assert asked.day == day
    assert asked.search.since == datetime(day.year, day.month, day.day, tzinfo=UTC)
    assert (asked.search.until - asked.search.since).days == 1


async def test_everything_else_is_words():
    async with house(skills()) as home:
        assert home.desk.photos.asked(OWNER, "menu").search == Search("menu")


async def test_without_a_store_the_page_is_told():
    async with house(skills()) as home:
        with pytest.raises(StoreFailed):
            home.desk.photos.of(OWNER)
