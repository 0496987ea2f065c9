"""A bug in an answer: told to whoever asked, logged without a word of the wearer."""

import json

import pytest

from lorgnette.app.wall import Wall


async def asked(app, kind="http"):
    sent = []

    async def send(message):
        sent.append(message)

    await Wall(app)({"type": kind, "method": "GET", "path": "/"}, None, send)
    return sent


async def test_a_bug_is_told_and_logged_by_its_name(caplog):
    async def app(scope, receive, send):
        raise ValueError("what the wearer said")

    [head, body] = await asked(app)

    assert head["status"] == 500
    assert json.loads(body["body"])["error"] == "broken"
    assert "a request broke: ValueError" in caplog.text
    assert "what the wearer said" not in caplog.text + body["body"].decode()


@pytest.mark.parametrize("kind", ["http", "websocket"])
async def test_what_has_begun_is_left_as_it_is(kind, caplog):
    async def app(scope, receive, send):
        await send({"type": f"{kind}.something"})
        raise KeyError("what the wearer said")

    assert await asked(app, kind) == [{"type": f"{kind}.something"}]
    assert "a request broke: KeyError" in caplog.text


async def test_what_works_is_passed_on():
    async def app(scope, receive, send):
        await send({"type": "http.response.start"})

    assert await asked(app) == [{"type": "http.response.start"}]
