from contextlib import aclosing

import anyio
import pytest

from lorgnette.core.errors import EngineFailed
from lorgnette.skills.late import FIRST_WORD, first


async def words(*items, after=0.0, error=None):
    await anyio.sleep(after)
    for item in items:
        yield item
    if error is not None:
        raise error


@pytest.mark.parametrize(("after", "told"), [(FIRST_WORD - 0.1, 0), (FIRST_WORD + 3, 1)])
async def test_who_waits_for_long_is_told_once(after, told):
    late = []
    async with aclosing(words("a", "b", after=after)) as stream:
        assert await first(stream, lambda: late.append(1)) == "a"
        assert [item async for item in stream] == ["b"]
    assert len(late) == told


async def test_nothing_is_none_and_an_error_is_itself():
    assert await first(words(), lambda: None) is None
    with pytest.raises(EngineFailed, match="broken"):
        await first(words(error=EngineFailed("broken")), lambda: None)
