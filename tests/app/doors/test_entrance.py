"""Where a hub is reached: told to everybody, and kept good while it runs."""

import contextlib
from datetime import timedelta

import anyio
import anyio.to_thread
import pytest

from lorgnette.app.doors import outside as there
from lorgnette.app.doors.certificate import LASTS
from lorgnette.app.doors.entrance import EVERY, Entrance
from lorgnette.app.doors.outside import Outside
from lorgnette.core.errors import ConfigurationError

LOCAL = ("127.0.0.1", 8460)


@pytest.fixture
def network(monkeypatch):
    """The addresses this machine has; a test may change them."""

    async def at_once(work):
        """Threads know nothing of the clock that jumps."""
        return work()

    monkeypatch.setattr(anyio.to_thread, "run_sync", at_once)
    known = ["192.168.1.20", "172.17.0.1", "fd00::2"]
    monkeypatch.setattr(there, "addresses", lambda: known)
    monkeypatch.setattr(there, "names", lambda: ["hub", "hub.local"])
    return known


def outside(tmp_path, store, host="0.0.0.0"):
    return Outside(tmp_path, (host, 8461), store.clock)


@pytest.mark.parametrize(
    ("host", "urls"),
    [
        (
            "0.0.0.0",
            ["https://192.168.1.20:8461", "https://172.17.0.1:8461", "https://hub.local:8461"],
        ),
        (
            "::",
            [
                "https://192.168.1.20:8461",
                "https://172.17.0.1:8461",
                "https://[fd00::2]:8461",
                "https://hub.local:8461",
            ],
        ),
        ("192.168.1.20", ["https://192.168.1.20:8461"]),
        ("10.9.9.9", ["https://10.9.9.9:8461"]),
    ],
)
async def test_it_is_reached_by_the_addresses_it_listens_on(host, urls, network, tmp_path, store):
    one = outside(tmp_path, store, host)

    assert list(one.urls()) == urls
    assert {"localhost", "127.0.0.1", "hub", "hub.local"} <= one.certificate.names
    assert ("fd00::2" in one.certificate.names) == (host == "::")
    assert ("10.9.9.9" in one.certificate.names) == (host == "10.9.9.9")


@contextlib.asynccontextmanager
async def told(entrance, doors):
    """What the doors and the guard are told."""
    hosts = {"glasses.home"}
    async with entrance.told(doors, hosts):
        yield hosts


async def test_everybody_is_told_where_it_is_until_it_is_closed(network, tmp_path, store, doors):
    entrance = Entrance(LOCAL, (), outside(tmp_path, store))
    async with told(entrance, doors) as hosts:
        [written] = await doors.ledger.openings.all()
        assert written.item == doors.opening
        assert written.item.local == LOCAL
        assert written.item.addresses[0] == "https://192.168.1.20:8461"
        assert written.item.fingerprint == entrance.outside.certificate.fingerprint
        assert {"glasses.home", "192.168.1.20", "hub.local"} <= hosts

    assert doors.opening is None
    assert await doors.ledger.openings.all() == []


async def test_on_loopback_alone_nobody_else_gets_there(doors):
    await doors.ledger.open(Entrance(LOCAL, ("https://old.home",), None).opening)
    async with told(Entrance(LOCAL, ("http://localhost:3000",), None), doors):
        assert doors.opening is None
        assert await doors.ledger.openings.all() == []


async def test_behind_a_proxy_its_address_is_the_best(network, tmp_path, store, doors):
    async with told(Entrance(LOCAL, ("https://glasses.home",), None), doors):
        assert doors.opening.addresses == ("https://glasses.home",)
        assert doors.opening.fingerprint is None
        assert "SHA" not in " ".join(doors.opening.in_words())
    entrance = Entrance(LOCAL, ("https://glasses.home",), outside(tmp_path, store))
    assert entrance.opening.addresses[0] == "https://glasses.home"
    assert entrance.opening.fingerprint in " ".join(entrance.opening.in_words())


async def test_another_network_is_noticed(network, tmp_path, store, doors):
    entrance = Entrance(LOCAL, (), outside(tmp_path, store))
    async with told(entrance, doors) as hosts:
        before = doors.opening
        network[:] = ["10.0.0.7"]
        await anyio.sleep(EVERY + 1)

        assert doors.opening.addresses[0] == "https://10.0.0.7:8461"
        assert doors.opening.fingerprint != before.fingerprint
        assert "10.0.0.7" in hosts
        [written] = await doors.ledger.openings.all()
        assert written.item == doors.opening


async def test_a_certificate_near_its_end_is_renewed(network, tmp_path, store, doors):
    store.clock.now()
    entrance = Entrance(LOCAL, (), outside(tmp_path, store))
    async with told(entrance, doors):
        before = doors.opening.fingerprint
        store.clock.start += LASTS - timedelta(days=20)
        await anyio.sleep(EVERY + 1)
        assert doors.opening.fingerprint != before


async def test_a_folder_that_fails_later_is_logged_and_the_entrance_stays(
    network, tmp_path, store, doors, monkeypatch, caplog
):
    entrance = Entrance(LOCAL, (), outside(tmp_path, store))
    async with told(entrance, doors):
        before = doors.opening

        def full(*_):
            raise ConfigurationError("the disk is full")

        monkeypatch.setattr(there, "certificate", full)
        await anyio.sleep(EVERY + 1)
        assert doors.opening == before
    assert "the certificate is not renewed" in caplog.text
