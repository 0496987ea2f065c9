"""Nobody reaches a route without being somebody."""

import contextlib
import json

import anyio
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.core.errors import NotPaired, TooMuch
from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.devices.peer import HERE
from lorgnette.web.caller import BODIES, BODY, Admission, bearer, private
from lorgnette.web.tickets import Tickets

ANN = Caller(Wearer("ann"), 7, owner=False)


class OneDoor:
    """Lets one token in, until it is revoked."""

    def __init__(self):
        self.scope = None
        self.full = False

    def admit(self, token, peer):
        if token == "busy":
            raise TooMuch("wait", retry_after=2.5)
        if token != "good":
            raise NotPaired("who are you")
        return ANN

    def allow(self, caller):
        assert caller == ANN
        if self.full:
            raise TooMuch("enough", retry_after=1)

    @contextlib.contextmanager
    def visit(self, caller):
        assert caller == ANN
        with anyio.CancelScope() as self.scope:
            yield self.scope


async def ask(
    app, door=None, *, token="good", path="/api/x", body=b"", kind="http", headers=(), **more
):
    """What comes back for a request: the status, and the body or why it was refused."""
    tickets = more.pop("tickets", None) or Tickets()
    sent, waiting = [], [{"type": "http.request", "body": body, "more_body": False}]
    named = [(b"host", b"hub"), *headers]
    if token is not None:
        named.append((b"authorization", f"Bearer {token}".encode()))

    async def receive():
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": kind,
        "method": "GET",
        "path": path,
        "query_string": b"",
        "headers": named,
        "client": ("10.0.0.9", 1),
        **more,
    }
    await Admission(app, door or OneDoor(), tickets)(scope, receive, send)
    content = b"".join(message.get("body", b"") for message in sent)
    return (sent[0]["status"] if sent else None), content, sent


async def whoami(scope, receive, send):
    """Says who calls and what they sent."""
    caller = scope.get("state", {}).get("caller")
    body = (await receive())["body"]
    content = json.dumps([caller and caller.wearer, body.decode()]).encode()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": content})


async def test_a_caller_is_known_to_the_route():
    status, content, _ = await ask(whoami, body=b"hello")

    assert (status, json.loads(content)) == (200, ["ann", "hello"])


@pytest.mark.parametrize("path", ["/api/x", "/api", "/api/", "/api/glasses/1"])
@pytest.mark.parametrize("token", [None, "bad", ""])
async def test_who_is_nobody_is_refused_before_any_route(path, token):
    status, content, _ = await ask(None, token=token, path=path)

    assert status == 401
    assert json.loads(content) == {"error": "unpaired", "says": "who are you"}


@pytest.mark.parametrize("path", ["/", "/static/app.js", "/apis", "/pair"])
async def test_the_page_itself_is_for_everybody(path):
    status, content, _ = await ask(whoami, token=None, path=path)

    assert (status, json.loads(content)[0]) == (200, None)


async def test_too_much_is_told_when_to_come_again():
    for door, token in ((OneDoor(), "busy"), (OneDoor(), "good")):
        door.full = True
        status, content, sent = await ask(None, door, token=token)
        assert (status, json.loads(content)["error"]) == (429, "too-much")
        assert int(dict(sent[0]["headers"])[b"retry-after"]) >= 1


@pytest.mark.parametrize(("path", "limit"), [("/api/x", BODY), *BODIES.items()])
async def test_long_bodies_are_refused(path, limit):
    assert (await ask(whoami, path=path, body=b"x" * limit))[0] == 200
    status, content, _ = await ask(None, path=path, body=b"x" * (limit + 1))
    assert (status, json.loads(content)["error"]) == (413, "too-long")


async def test_a_revoked_caller_gets_the_end_of_an_answer_at_once():
    async def endless(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        while True:
            await send({"type": "http.response.body", "body": b"x", "more_body": True})
            await anyio.sleep(1)

    door = OneDoor()
    async with anyio.create_task_group() as tasks:
        answers = []

        async def listen():
            answers.append(await ask(endless, door))

        tasks.start_soon(listen)
        await anyio.sleep(2.5)
        door.scope.cancel()

    [(status, content, sent)] = answers
    assert (status, content) == (200, b"xxx")
    assert sent[-1] == {"type": "http.response.body", "body": b"", "more_body": False}


async def test_a_revoked_caller_who_has_no_answer_yet_is_told():
    async def slow(scope, receive, send):
        await anyio.sleep_forever()

    door = OneDoor()
    async with anyio.create_task_group() as tasks:
        answers = []

        async def listen():
            answers.append(await ask(slow, door))

        tasks.start_soon(listen)
        await anyio.sleep(1)
        door.scope.cancel()

    assert answers[0][0] == 401


async def test_links_show_their_token_in_the_hello():
    reached = []

    async def link(scope, receive, send):
        reached.append(scope["type"])

    await ask(link, token=None, kind="websocket", path="/api/x")
    assert reached == ["websocket"]


@pytest.mark.parametrize(
    ("values", "token"),
    [
        ([], None),
        ([b"Bearer abc"], "abc"),
        ([b"bearer  abc "], "abc"),
        ([b"Bearer"], ""),
        ([b"Basic abc"], ""),
        ([b"Bearer a b"], ""),
        ([b"Bearer abc", b"Bearer abc"], ""),
        ([b"Bearer " + b"x" * 257], ""),
        ([b"Bearer \xff"], ""),
        ([b""], ""),
    ],
)
def test_a_token_stands_behind_its_scheme(values, token):
    assert bearer([(b"authorization", value) for value in values]) == token


@given(st.lists(st.binary(max_size=300), max_size=2))
def test_any_header_has_a_token_an_empty_one_or_none(values):
    token = bearer([(b"authorization", value) for value in values])

    assert (token is None) == (not values)
    assert token is None or (token.isascii() and len(token) <= 256)


@given(st.text(max_size=20))
def test_what_begins_with_api_is_private(path):
    assert private(f"/api/{path}")


def test_the_other_end_of_a_memory_link_is_here():
    assert HERE.local


SOUND = "/api/meetings/3/sound"


async def with_ticket(worth, *, token=None, method="GET"):
    """What comes back for a request with a ticket that stands for some token."""
    tickets = Tickets()
    _, _, shown = tickets.issue(SOUND, worth).partition("?")
    more = {"query_string": shown.encode(), "method": method, "tickets": tickets}
    return await ask(whoami, token=token, path=SOUND, **more)


async def test_whoever_has_a_ticket_is_who_it_was_given_to():
    status, content, _ = await with_ticket("good")

    assert (status, json.loads(content)[0]) == (200, "ann")


@pytest.mark.parametrize("wrong", [{"token": "bad"}, {"method": "DELETE"}])
async def test_a_ticket_takes_nobodys_place_and_changes_nothing(wrong):
    assert (await with_ticket("good", **wrong))[0] == 401


@pytest.mark.parametrize("token", ["revoked", None])
async def test_a_ticket_is_worth_no_more_than_its_token(token):
    assert (await with_ticket(token))[0] == 401
