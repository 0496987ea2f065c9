"""Bodies are read within bounds, whoever sends them."""

import anyio
import pytest
import trio
from hypothesis import given
from hypothesis import strategies as st

from jumping import jumping
from lorgnette.web.body import PATIENCE, Body, LateBody, LongBody


def sender(*pieces, then=None):
    """What a server says about a request whose body comes in pieces."""
    waiting = [
        {"type": "http.request", "body": piece, "more_body": number < len(pieces)}
        for number, piece in enumerate(pieces, 1)
    ]

    async def receive():
        await anyio.lowlevel.checkpoint()
        if waiting:
            return waiting.pop(0)
        if then is None:
            await anyio.sleep_forever()
        return then

    return receive


@given(st.lists(st.binary(max_size=40), min_size=1, max_size=5), st.integers(0, 120))
def test_a_body_comes_whole_or_not_at_all(pieces, limit):
    async def main():
        whole = b"".join(pieces)
        try:
            body = await Body.read([], sender(*pieces), limit)
        except LongBody:
            assert len(whole) > limit
        else:
            assert len(whole) <= limit
            assert await body() == {"type": "http.request", "body": whole, "more_body": False}

    trio.run(main, clock=jumping())


async def test_what_comes_after_it_is_passed_on():
    body = await Body.read([], sender(b"x", then={"type": "http.disconnect"}), 10)

    assert (await body())["body"] == b"x"
    assert (await body())["type"] == "http.disconnect"


@pytest.mark.parametrize("length", [b"11", b"99999999999999999999"])
async def test_one_that_announces_its_length_is_not_waited_for(length):
    with anyio.fail_after(1), pytest.raises(LongBody, match="at most 10"):
        await Body.read([(b"content-length", length)], sender(), 10)


async def test_one_that_never_comes_is_given_up():
    start = anyio.current_time()
    with pytest.raises(LateBody):
        await Body.read([], sender(), 10)
    assert anyio.current_time() - start == pytest.approx(PATIENCE)


async def test_one_that_breaks_off_is_what_it_was():
    body = await Body.read([], sender(then={"type": "http.disconnect"}), 10)
    assert (await body())["body"] == b""
