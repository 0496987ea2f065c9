"""What the page of guests asks, and what it is told."""

import json
import sys
from pathlib import Path

import pytest

from lorgnette.core.errors import EngineFailed, NotFound, TooMuch
from lorgnette.web.guest import routes

sys.path.insert(0, str(Path(__file__).parent / "api"))
from asking import ask

COMES = {"invitation": "i" * 24, "browser": "b" * 24, "offer": "please"}


class Lobby:
    """Lets in, or raises."""

    def __init__(self, error=None):
        self.error, self.asked = error, []

    async def enter(self, token, browser, offer, peer):
        self.asked.append((token, browser, offer))
        if self.error is not None:
            raise self.error
        return "welcome"


async def entered(lobby, brought):
    return await ask(routes(lobby), "POST", "/guest/enter", json.dumps(brought).encode())


async def test_who_is_invited_gets_an_answer():
    lobby = Lobby()
    assert (await entered(lobby, COMES)).json == {"answer": "welcome"}
    assert lobby.asked == [tuple(COMES.values())]


@pytest.mark.parametrize(
    ("error", "refused"),
    [
        (NotFound("over"), (404, "gone")),
        (TooMuch("wait"), (429, "too-much")),
        (EngineFailed("a reason for the log"), (502, "picture")),
    ],
)
async def test_who_is_not_is_told_why(error, refused):
    said = await entered(Lobby(error), COMES)
    assert said.error == refused
    assert b"log" not in said.body


@pytest.mark.parametrize(
    "wrong", [{"invitation": ""}, {"browser": "x" * 65}, {"offer": "x" * 60_001}, {"offer": 7}]
)
async def test_nonsense_is_refused(wrong):
    lobby = Lobby()
    assert (await entered(lobby, {**COMES, **wrong})).error == (400, "body")
    assert lobby.asked == []


async def test_the_page_is_there_for_everybody():
    said = await ask(routes(Lobby()), "GET", "/guest")
    assert said.status == 200
    assert b"<video" in said.body
