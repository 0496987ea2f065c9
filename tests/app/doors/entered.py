"""A hub in memory, its HTTP side without a network, and glasses that were paired with it."""

import contextlib

import anyio
import httpx
import msgspec
from secret_keeper import play

from lorgnette.app.config import Config
from lorgnette.app.doors.ledger import Opening
from lorgnette.app.hub import Hub
from lorgnette.app.server import application
from lorgnette.app.serving import serve
from lorgnette.core.types import AR, ENGLISH, Wearer
from lorgnette.devices.memory import memory_link
from lorgnette.devices.peer import Peer
from lorgnette.engines import RECORDS
from lorgnette.link.connection import EndOfLink
from lorgnette.link.messages import Hello
from lorgnette.skills.catalogue import Catalogue
from lorgnette.testing.stage import Stage, stage_engines

HOST = "192.168.1.20"
PHONE = Peer("192.168.1.9", local=False)
OPENING = Opening(
    ("127.0.0.1", 8460), (f"https://{HOST}:8461", "https://hub.local:8461"), "AB:CD", "PEM"
)


@contextlib.asynccontextmanager
async def living_hub(*, opening=OPENING):
    """A hub that others reach, in memory."""
    engines = stage_engines(Stage())
    clock = engines.found[RECORDS].clock
    async with Hub(Config(), Catalogue([play()]), engines, clock=clock) as hub:
        await hub.doors.open(opening)
        yield hub


def web(hub, *, token=None, address=PHONE.address, host=f"{HOST}:8461", **headers):
    """A browser of somebody, with this token if any."""
    if token is not None:
        headers["authorization"] = f"Bearer {token}"
    transport = httpx.ASGITransport(application(hub, Config(), {HOST}), client=(address, 50_000))
    return httpx.AsyncClient(transport=transport, base_url=f"https://{host}", headers=headers)


def owner(hub):
    """The browser on the hub's own machine."""
    return web(hub, address="127.0.0.1", host="127.0.0.1:8460")


async def paired(hub, wearer, name="phone"):
    """Glasses that were paired: their token and number."""
    code, _ = await hub.doors.ledger.invite(Wearer(wearer))
    async with web(hub) as browser:
        told = (await browser.post("/pair", json={"code": code, "name": name})).json()
    hub.doors.tries.buckets.clear()
    return told["token"], told["id"]


class Worn:
    """Glasses on a link, from elsewhere."""

    def __init__(self, here):
        self.here = here
        self.heard = []
        self.over = anyio.Event()

    async def say(self, message):
        await self.here.send(msgspec.json.encode(message).decode())

    async def listen(self):
        with contextlib.suppress(EndOfLink):
            while True:
                frame = await self.here.receive()
                if isinstance(frame, str):
                    self.heard.append(msgspec.json.decode(frame))
        self.over.set()

    @property
    def first(self):
        return self.heard[0]

    @property
    def last(self):
        return self.heard[-1]


@contextlib.asynccontextmanager
async def worn(hub, token, peer=PHONE, **hello):
    """Put glasses on, with this token if any; a moment later."""
    here, there = memory_link()
    async with anyio.create_task_group() as tasks:
        glasses = Worn(here)
        tasks.start_soon(serve, hub, there, peer)
        tasks.start_soon(glasses.listen)
        await glasses.say(Hello(1, AR, ENGLISH, token=token, **hello))
        await anyio.sleep(0.1)
        yield glasses
        await here.close()
