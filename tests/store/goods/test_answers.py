"""Answers of catalogues elsewhere are kept in the file of the one here."""

import datetime as dt

import pytest

from lorgnette.core.errors import StoreFailed
from lorgnette.core.goods import Good, Observation
from lorgnette.engines.wrap.remembered import Answer
from lorgnette.store.goods import Shelves, SQLiteAnswers, answers
from lorgnette.store.goods.tables import open_catalogue

pytestmark = pytest.mark.asyncio

NOW = dt.datetime(2026, 3, 4, 5, 6, 7, tzinfo=dt.UTC)
TEA = Answer(NOW, Good("5901234123457", {"": "Tea"}, allergens=()))
PRICE = Observation("5901234123457", 99, "EUR", dt.date(2026, 1, 2), place=(1.5, 2.5))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "goods.sqlite"


async def test_answers_survive_a_restart(file):
    first = SQLiteAnswers(file, "shop")
    assert await first.recall("good 1") is None
    await first.keep("good 1", Answer(NOW))
    await first.keep("good 1", TEA)
    await first.keep("prices 1", Answer(NOW, prices=(PRICE,)))
    await first.aclose()
    again = SQLiteAnswers(file, "shop")
    assert await again.recall("good 1") == TEA
    assert await again.recall("prices 1") == Answer(NOW, prices=(PRICE,))
    await again.aclose()


async def test_each_catalogue_has_its_own(file):
    one, other = SQLiteAnswers(file, "one"), SQLiteAnswers(file, "other")
    await one.keep("good 1", TEA)
    assert await other.recall("good 1") is None
    shelves = Shelves(open_catalogue(file))
    assert shelves.answers() == {"one": 1}
    assert shelves.forget_answers("one") == 1
    assert await one.recall("good 1") is None
    for each in (one, other):
        await each.aclose()
    shelves.close()


async def test_the_oldest_are_forgotten(file, monkeypatch):
    monkeypatch.setattr(answers, "MOST", 2)
    kept = SQLiteAnswers(file, "shop")
    for number in range(4):
        await kept.keep(f"good {number}", TEA)
    assert [await kept.recall(f"good {number}") for number in range(4)] == [None, None, TEA, TEA]
    await kept.aclose()


async def test_an_answer_that_cannot_be_read_is_forgotten(file):
    kept = SQLiteAnswers(file, "shop")
    await kept.keep("good 1", TEA)
    db = open_catalogue(file)
    db.execute("UPDATE answers SET data = x'00'")
    db.close()
    assert await kept.recall("good 1") is None
    await kept.aclose()


async def test_a_broken_file_is_told(file):
    file.write_bytes(b"something else" * 1000)
    with pytest.raises(StoreFailed):
        await SQLiteAnswers(file, "shop").recall("good 1")
