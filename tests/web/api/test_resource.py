"""Whatever is asked is answered with JSON: what was wanted, or a clear refusal."""

import json
from typing import Annotated

import msgspec
import pytest
import trio
from asking import ANN, ask
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import ClientDisconnect
from starlette.routing import Route

from lorgnette.core.errors import NotFound, StoreFailed, TooMuch
from lorgnette.web.api.resource import (
    LARGEST,
    Mistake,
    Resource,
    answer,
    body,
    done,
    number,
    query,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)
BODIES = st.binary(max_size=60) | JSON.map(lambda value: json.dumps(value).encode())


class Wanted(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=9)]
    count: int | None = None


class Which(msgspec.Struct, frozen=True):
    """A query."""

    limit: Annotated[int, msgspec.Meta(ge=1, le=50)] = 10
    find: str = ""


async def echo_body(request, _caller):
    """Say the body."""
    return answer(await body(request, Wanted))


async def echo_query(request, _caller):
    """Say the query."""
    return answer(query(request, Which))


async def echo_number(request, caller):
    """Say the number, and who asked."""
    return answer([number(request), caller.wearer])


async def nothing(_request, _caller):
    """Do nothing."""
    return done()


ROUTES = [
    Route("/body", Resource(post=echo_body)),
    Route("/query", Resource(get=echo_query)),
    Route("/number/{id}", Resource(get=echo_number, delete=nothing)),
    Route("/{rest:path}", Resource()),
]


def asked(*what):
    """Ask, from a test without a loop."""
    return trio.run(ask, ROUTES, *what)


async def test_what_is_there_is_answered_for_whoever_asks():
    said = await ask(ROUTES, "GET", "/number/12")

    assert (said.status, said.json) == (200, [12, ANN.wearer])
    assert said.headers["content-type"] == "application/json"
    assert (await ask(ROUTES, "DELETE", "/number/12")).status == 204


async def test_what_is_not_there_is_refused_as_json():
    assert (await ask(ROUTES, "GET", "/api/nothing")).error == (404, "nothing")


@pytest.mark.parametrize("verb", ["POST", "PUT", "PATCH", "OPTIONS", "TRACE", "NONSENSE"])
async def test_what_cannot_be_done_there_says_what_can(verb):
    said = await ask(ROUTES, verb, "/number/1")

    assert said.error == (405, "method")
    assert said.headers["allow"] == "GET, DELETE"


@given(BODIES)
def test_any_body_is_taken_or_refused(content):
    said = asked("POST", "/body", content)
    try:
        wanted = msgspec.json.decode(content, type=Wanted)
    except (msgspec.DecodeError, UnicodeDecodeError):
        assert said.error == (400, "body")
    else:
        assert said.json == msgspec.to_builtins(wanted)


@pytest.mark.parametrize("content", [b"[" * 60_000, b'{"text":"a","count":' + b"[" * 60_000])
async def test_a_body_as_deep_as_a_well_is_refused(content):
    assert (await ask(ROUTES, "POST", "/body", content)).error == (400, "body")


@given(st.text(st.characters(codec="ascii", exclude_characters="#"), max_size=40))
def test_any_query_is_taken_or_refused(text):
    said = asked("GET", f"/query?{text}")

    assert said.status == 200 or said.error == (400, "query")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("limit=5", {"limit": 5, "find": ""}),
        ("find=a%20b&limit=50&other=1", {"limit": 50, "find": "a b"}),
        ("limit=1&limit=2", {"limit": 2, "find": ""}),
        ("find=12", {"limit": 10, "find": "12"}),
    ],
)
async def test_queries_are_read(text, expected):
    assert (await ask(ROUTES, "GET", f"/query?{text}")).json == expected


@pytest.mark.parametrize("text", ["limit=0", "limit=51", "limit=", "limit=a", "limit=1.5"])
async def test_queries_out_of_bounds_are_refused(text):
    assert (await ask(ROUTES, "GET", f"/query?{text}")).error == (400, "query")


@given(
    st.integers()
    | st.text(st.characters(codec="utf-8", exclude_characters="/?#"), min_size=1, max_size=20)
)
def test_any_number_is_one_or_there_is_no_such_thing(said):
    told = asked("GET", f"/number/{said}")
    if isinstance(said, int) and 0 <= said <= LARGEST:
        assert told.json[0] == said
    elif not str(said).isascii() or not str(said).isdigit():
        assert told.error == (404, "gone")
    else:
        assert told.status == 200 or told.error == (404, "gone")


TROUBLES = [
    (StoreFailed("the disk is full"), 503, "store"),
    (NotFound("it is gone"), 404, "gone"),
    (Mistake("odd", "that is odd"), 400, "odd"),
    (ClientDisconnect(), 400, "body"),
]


@pytest.mark.parametrize(("error", "status", "code"), TROUBLES)
async def test_trouble_is_told(error, status, code):
    async def trouble(_request, _caller):
        raise error

    assert (await ask([Route("/", Resource(get=trouble))], "GET", "/")).error == (status, code)


async def test_too_much_says_when_to_come_back():
    async def busy(_request, _caller):
        raise TooMuch("slowly", retry_after=2.5)

    said = await ask([Route("/", Resource(get=busy))], "GET", "/")

    assert said.error == (429, "too-much")
    assert said.headers["retry-after"] == "3"


async def test_a_bug_is_no_answer():
    async def bug(_request, _caller):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await ask([Route("/", Resource(get=bug))], "GET", "/")
