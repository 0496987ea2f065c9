"""The desk over real sockets: for whoever has a token, and for nobody else's things."""

import contextlib
import io
import json
import zipfile

import anyio
import httpx
import pytest
from test_session import skills

from lorgnette.app.config import Config
from lorgnette.app.config import Hub as HubSettings
from lorgnette.app.hub import Hub
from lorgnette.app.server import running
from lorgnette.core.types import EVERYDAY, Wearer
from lorgnette.devices.peer import HERE
from lorgnette.link.client import connect
from lorgnette.link.messages import Show
from lorgnette.skills import notes
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import Stage, stage_engines

pytestmark = pytest.mark.asyncio


@contextlib.asynccontextmanager
async def served():
    """A hub on a port, its address, and a client for each of two wearers."""
    config = Config(hub=HubSettings(port=0))
    hub = Hub(config, Catalogue([skills(), notes.skill]), stage_engines(Stage()))
    async with hub, running(hub, config) as address:
        code, _ = await hub.doors.ledger.invite(Wearer("ann"), "Ann's glasses")
        token, _ = await hub.doors.pair(code, "", EVERYDAY, HERE)
        bearer = {"authorization": f"Bearer {token}"}
        async with (
            httpx.AsyncClient(base_url=address, trust_env=False) as owner,
            httpx.AsyncClient(base_url=address, trust_env=False, headers=bearer) as ann,
        ):
            yield address, owner, ann, token


async def types(address, text, token=None):
    """Put glasses on, type a sentence, and wait for its card."""
    async with connect(address.replace("http", "ws") + "/link", token=token) as glasses:
        glasses.type(text)
        with anyio.fail_after(5):
            async for message in glasses:
                if isinstance(message, Show):
                    return


@pytest.mark.slow
async def test_two_wearers_on_one_hub_have_everything_apart():
    async with served() as (address, owner, ann, token):
        await types(address, "take a note mine")
        await types(address, "take a note hers", token)
        await anyio.sleep(0.2)
        mine, hers = await owner.get("/api/turns"), await ann.get("/api/turns")
        archive = zipfile.ZipFile(io.BytesIO((await ann.get("/api/export")).content))
        journal = (await ann.get("/api/journal")).text
        me = (await ann.get("/api/me")).json()
        stolen = await ann.delete(f"/api/turns/{mine.json()[0]['id']}")

    assert [turn["heard"] for turn in mine.json()] == ["take a note mine"]
    assert [turn["heard"] for turn in hers.json()] == ["take a note hers"]
    assert hers.json()[0]["device"] == "Ann's glasses"
    assert b"mine" not in b"".join(archive.read(name) for name in archive.namelist())
    assert "hers" in journal
    assert "mine" not in journal
    assert (me["wearer"], me["paired"], me["secure"]) == ("ann", True, False)
    assert (stolen.status_code, stolen.json()["error"]) == (404, "gone")


@pytest.mark.slow
async def test_nobody_without_the_right_token_gets_anything():
    async with served() as (_, owner, _, _):
        for path in ("me", "turns", "things", "export", "timeline", "journal", "nothing"):
            said = await owner.get(f"/api/{path}", headers={"authorization": "Bearer wrong"})
            assert (said.status_code, said.json()["error"]) == (401, "unpaired")


@pytest.mark.slow
async def test_the_timeline_ends_with_the_hub(caplog):
    lines = []

    async def read(client, address):
        async with client.stream("GET", f"{address}/api/timeline") as stream:
            lines.extend([json.loads(line) async for line in stream.aiter_lines()])

    async with (
        httpx.AsyncClient(trust_env=False) as client,
        anyio.create_task_group() as tasks,
        served() as (address, _, _, _),
    ):
        tasks.start_soon(read, client, address)
        await anyio.sleep(0.2)
        await types(address, "greet me")

    kinds = [line["type"] for line in lines]
    assert kinds[0] == "watching"
    assert {"heard", "intent", "card", "say"} <= set(kinds)
    assert "Traceback" not in caplog.text


@pytest.mark.slow
async def test_a_reader_that_goes_is_let_go():
    async with served() as (address, owner, _, _):
        for _ in range(20):  # more than may read at once
            async with owner.stream("GET", "/api/timeline") as stream:
                assert stream.status_code == 200
                assert (await anext(stream.aiter_lines())).startswith("{")
            await anyio.sleep(0.02)
        await types(address, "greet me")


@pytest.mark.slow
async def test_a_journal_goes_out_and_comes_back():
    async with served() as (address, owner, _, _):
        await types(address, "greet me")
        journal = (await owner.get("/api/journal")).content
        played = (await owner.post("/api/replay", content=journal)).json()
        refused = await owner.post("/api/replay", content=b"{")
        too_long = await owner.post("/api/replay", content=b" " * 5_000_000)

    assert [each["event"]["type"] for each in played][:2] == ["heard", "answered"]
    assert (refused.status_code, refused.json()["error"]) == (400, "journal")
    assert too_long.status_code == 413
