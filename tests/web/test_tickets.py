"""A ticket opens one address for reading, as long as the token is good that it stands for."""

import anyio
import pytest

from lorgnette.web.tickets import LIFE, MOST, Tickets

PATH = "/api/meetings/3/sound"


def query(address):
    """The query of an address, as a server gives it."""
    return address.partition("?")[2].encode()


async def test_it_stands_for_a_token_and_does_not_tell_it():
    tickets = Tickets()
    address = tickets.issue(PATH, "good")

    assert address.startswith(f"{PATH}?ticket=")
    assert "good" not in address
    assert tickets.token("GET", PATH, query(address)) == "good"
    assert tickets.token("HEAD", PATH, query(address)) == "good"


@pytest.mark.parametrize("path", ["/api/meetings/4/sound", "/api/turns", "", f"{PATH}/"])
async def test_it_opens_no_other_address(path):
    tickets = Tickets()

    assert tickets.token("GET", path, query(tickets.issue(PATH, "good"))) == ""


@pytest.mark.parametrize("method", ["DELETE", "POST", "PATCH", "get"])
async def test_it_is_for_reading(method):
    tickets = Tickets()

    assert tickets.token(method, PATH, query(tickets.issue(PATH, "good"))) is None


async def test_it_is_void_after_a_while_and_when_there_are_too_many():
    tickets = Tickets()
    first = tickets.issue(PATH, "good")
    await anyio.sleep(LIFE + 1)
    assert tickets.token("GET", PATH, query(first)) == ""

    second = tickets.issue(PATH, "good")
    for _ in range(MOST):
        tickets.issue(PATH, "good")
    assert tickets.token("GET", PATH, query(second)) == ""
    assert len(tickets.issued) == MOST


@pytest.mark.parametrize("shown", [b"ticket=x", b"ticket=%FF", b"ticket=a&ticket=b"])
def test_what_is_none_is_nobodys(shown):
    assert Tickets().token("GET", PATH, shown) in ("", None)


def test_without_a_ticket_there_is_no_token():
    for nothing in (b"", b"limit=3", b"\xff", b"ticket"):
        assert Tickets().token("GET", PATH, nothing) is None
