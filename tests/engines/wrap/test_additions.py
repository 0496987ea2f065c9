import datetime as dt

import msgspec

from lorgnette.core.types import Wearer
from lorgnette.engines.wrap.additions import WatchedShelf
from lorgnette.testing.turns import store_in_memory

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)


class Coin(msgspec.Struct):
    worth: str


async def test_what_is_added_is_noted_and_everything_else_is_as_on_any_shelf():
    added = []
    plain = store_in_memory(NOON).shelf(Wearer("ada"), Coin)
    shelf = WatchedShelf(plain, added)

    old = await plain.add(Coin("a penny"))
    new = await shelf.add(Coin("a crown"), due=NOON)

    assert added == [new.id]
    assert new.due == NOON
    assert await shelf.all() == await plain.all() == [old, new]
    assert [each.id for each in await shelf.find("penny")] == [old.id]
    assert [each.id for each in await shelf.newest(limit=1)] == [new.id]
    assert await shelf.replace(old.id, Coin("a groat"))
    assert await shelf.remove(old.id) == 1
    assert await shelf.clear() == 1
    assert added == [new.id]
