"""The open catalogues, with the network replaced, and with a server on this machine."""

import asyncio
import socket
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from lorgnette.app.composition import compose
from lorgnette.app.config import Config, Hub, Privacy
from lorgnette.core.errors import ConfigurationError, EngineFailed, MissingPart
from lorgnette.core.types import ENGLISH
from lorgnette.engines import CATALOGUE
from lorgnette.providers.openfoodfacts.catalogue import OpenFoodFacts
from lorgnette.providers.openfoodfacts.result import product
from lorgnette.providers.openprices.catalogue import OpenPrices
from lorgnette.testing.catalogues import NOBODY_HAS, check_catalogue

pytestmark = pytest.mark.asyncio

GOLDEN = Path(__file__).parent.parent / "golden"
PRODUCT = (GOLDEN / "openfoodfacts" / "product.json").read_bytes()
PRICES = (GOLDEN / "openprices" / "prices.json").read_bytes()
SPREAD = "3017620422003"
CONTACT = {"providers": {"openfoodfacts": {"contact": "me@example.org"}}}


class Network:
    """Answers every request in the same way, and notes them."""

    def __init__(self, status=200, body=PRODUCT, **headers):
        self.answer = (status, body, headers)
        self.asked = []

    def __call__(self, request):
        self.asked.append(request)
        status, body, headers = self.answer

        async def pieces():
            yield body

        return httpx.Response(status, content=pieces(), headers=headers)


def food(network):
    return OpenFoodFacts(CONTACT, httpx.MockTransport(network))


def prices(network):
    return OpenPrices(CONTACT, httpx.MockTransport(network))


async def test_a_product_is_asked_for_by_name_of_the_asker():
    network = Network()
    catalogue = food(network)
    assert (await catalogue.good(SPREAD)).brand == "Nutti"
    [asked] = network.asked
    assert asked.method == "GET"
    assert asked.url.host == "world.openfoodfacts.org"
    assert asked.headers["user-agent"] == "Lorgnette/0.1.0 (me@example.org)"
    await catalogue.aclose()


async def test_what_it_does_not_have_is_none():
    catalogue = food(Network(404, (GOLDEN / "openfoodfacts" / "missing.json").read_bytes()))
    assert await catalogue.good(NOBODY_HAS) is None
    await catalogue.aclose()


@pytest.mark.parametrize("number", ["2012345678909", "0212345678906", "96385075", "x", "../.."])
async def test_numbers_that_mean_nothing_elsewhere_are_not_sent(number):
    network = Network()
    catalogue, other = food(network), prices(network)
    assert await catalogue.good(number) is None
    assert await other.prices(number) == ()
    assert network.asked == []


async def test_the_published_limits_are_kept():
    network = Network()
    catalogue = food(network)
    for _ in range(15):
        await catalogue.good(SPREAD)
    with pytest.raises(EngineFailed, match="15 times a minute"):
        await catalogue.good(SPREAD)
    network.answer = (200, b'{"hits": []}', {})
    for _ in range(10):
        await catalogue.search("tea", language=ENGLISH)
    with pytest.raises(EngineFailed, match="10 times a minute"):
        await catalogue.search("tea", language=ENGLISH)
    assert len(network.asked) == 25
    await catalogue.aclose()


async def test_a_busy_server_is_left_alone():
    network = Network(503, b"", **{"retry-after": "30"})
    catalogue = prices(network)
    with pytest.raises(EngineFailed, match=r"refuses \(503\)"):
        await catalogue.prices(SPREAD)
    with pytest.raises(EngineFailed, match="is busy"):
        await catalogue.prices(SPREAD)
    assert len(network.asked) == 1
    await catalogue.aclose()


def test_without_a_contact_nobody_is_asked():
    for provider in (OpenFoodFacts, OpenPrices):
        assert provider.leaves_the_hub({})
        with pytest.raises(MissingPart, match="contact is empty"):
            provider({})
    assert OpenPrices(CONTACT)  # the same people run it


@pytest.mark.parametrize(
    "wrong",
    [
        *({"contact": "a\nb"}, {"contact": "ü"}, {"url": "ftp://x"}, {"url": "x"}),
        *({"patience": 0}, {"keys": 1}, {"url": "http://["}),
    ],
)
def test_a_setting_that_is_wrong_is_named(wrong):
    with pytest.raises(ConfigurationError, match="openfoodfacts"):
        OpenFoodFacts({"providers": {"openfoodfacts": wrong}})


def test_nothing_leaves_a_hub_that_lets_nothing_out(tmp_path):
    config = Config(providers=CONTACT["providers"])
    engines = compose(config, [CATALOGUE])
    assert set(engines.parts(CATALOGUE)) == {"sqlite"}
    for name in ("catalogue.openfoodfacts", "catalogue.openprices"):
        assert "talks to another machine" in engines.set_aside[name]
    allowed = compose(Config(providers=CONTACT["providers"], privacy=Privacy(egress="allowed")))
    assert [*allowed.parts(CATALOGUE)] == ["sqlite", "openfoodfacts", "openprices"]


class Server:
    """What both servers would say of one product."""

    async def product(self, request):
        if request.path_params["gtin"] != SPREAD:
            return JSONResponse({"status": 0}, 404)
        return Response(PRODUCT, media_type="application/json")

    async def search(self, request):
        known = product(PRODUCT, SPREAD)
        said = request.query_params["q"].casefold().split()
        names = " ".join(known.names.values()).casefold()
        hit = {"code": SPREAD, "product_name": "Hazelnut spread"}
        return JSONResponse({"hits": [hit] if all(word in names for word in said) else []})

    async def prices(self, request):
        if request.query_params["product_code"] != SPREAD:
            return JSONResponse({"items": []})
        return Response(PRICES, media_type="application/json")


@asynccontextmanager
async def serving():
    """The address of a server on this machine."""
    listener, server = socket.create_server(("127.0.0.1", 0)), Server()
    routes = [
        Route("/api/v2/product/{gtin}", server.product),
        Route("/search", server.search),
        Route("/api/v1/prices", server.prices),
    ]
    config = uvicorn.Config(Starlette(routes=routes), log_level="critical", lifespan="off")
    running = uvicorn.Server(config)
    task = asyncio.create_task(running.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        running.should_exit = running.force_exit = True
        await task


@pytest.mark.real
async def test_they_keep_the_promises_of_a_catalogue():
    async with serving() as url:
        own = {"url": url, "search_url": url}
        catalogue = OpenFoodFacts({"providers": {"openfoodfacts": own}})
        await check_catalogue(catalogue, product(PRODUCT, SPREAD), None)
        await catalogue.aclose()
        other = OpenPrices({"providers": {"openprices": {"url": url}}})
        await check_catalogue(other, None, SPREAD)
        await other.aclose()


@pytest.mark.real
async def test_a_hub_without_egress_may_ask_a_mirror_on_this_machine_and_remembers(tmp_path):
    async with serving() as url:
        own = {"url": url, "search_url": url}
        config = Config(
            hub=Hub(data=str(tmp_path)),
            providers={"openfoodfacts": own, "openprices": {"url": url}},
        )
        engines = compose(config, [CATALOGUE])
        assert (await engines.found[CATALOGUE].good(SPREAD)).brand == "Nutti"
        assert len(await engines.found[CATALOGUE].prices(SPREAD)) == 2
        await engines.aclose()
    later = compose(config, [CATALOGUE])  # the server is gone
    assert (await later.found[CATALOGUE].good(SPREAD)).brand == "Nutti"
    assert len(await later.found[CATALOGUE].prices(SPREAD)) == 2
    await later.aclose()
