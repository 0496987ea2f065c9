"""Whoever is called local needs no token: it has to be certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.devices.peer import HERE, neighbourhood, peer_of

LOCAL = {"host": "127.0.0.1:8460"}


def peer(address, **headers):
    named = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return peer_of({"client": (address, 50_000), "headers": named})


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "127.8.8.8"])
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8460", "[::1]:8460"])
def test_a_program_on_this_machine_is_local(address, host):
    assert peer(address, host=host).local
    assert peer(address, host=host, origin=f"http://{host}").local


@pytest.mark.parametrize(
    ("address", "headers"),
    [
        ("192.168.1.9", LOCAL),
        ("8.8.8.8", LOCAL),
        ("", LOCAL),
        ("unix", LOCAL),
        ("127.0.0.1", {"host": "glasses.home"}),
        ("127.0.0.1", {"host": "192.168.1.2:8461"}),
        ("127.0.0.1", {"host": "localhost.evil.example"}),
        ("127.0.0.1", {"host": ""}),
        ("127.0.0.1", {"host": "[::1"}),
        ("127.0.0.1", LOCAL | {"origin": "https://glasses.home"}),
        ("127.0.0.1", LOCAL | {"origin": "null"}),
        ("127.0.0.1", LOCAL | {"x_forwarded_for": "127.0.0.1"}),
        ("127.0.0.1", LOCAL | {"forwarded": "for=127.0.0.1"}),
        ("127.0.0.1", LOCAL | {"x_real_ip": "127.0.0.1"}),
        ("127.0.0.1", LOCAL | {"via": "1.1 proxy"}),
    ],
)
def test_whoever_comes_from_elsewhere_or_through_a_proxy_is_not(address, headers):
    assert not peer(address, **headers).local


def test_whoever_speaks_as_old_proxies_do_is_not():
    scope = {"client": ("127.0.0.1", 1), "headers": [(b"host", b"localhost")]}
    assert peer_of({**scope, "http_version": "1.1"}).local
    assert not peer_of({**scope, "http_version": "1.0"}).local


def test_without_a_client_or_a_host_nobody_is_local():
    assert not peer_of({"client": None, "headers": [(b"host", b"localhost")]}).local
    assert not peer_of({"client": ("127.0.0.1", 1), "headers": []}).local
    assert HERE.local


@given(st.text(max_size=20), st.lists(st.tuples(st.binary(max_size=9), st.binary(max_size=20))))
def test_anything_may_stand_in_a_request(address, headers):
    peer_of({"client": (address, 1), "headers": headers})
    neighbourhood(address)


def test_one_party_is_an_address_or_a_network_of_theirs():
    assert neighbourhood("192.168.1.9") == "192.168.1.9"
    assert neighbourhood("::ffff:192.168.1.9") == "192.168.1.9"
    assert neighbourhood("2001:db8::1") == neighbourhood("2001:db8::2:3")
    assert neighbourhood("2001:db8::1") != neighbourhood("2001:db8:0:1::1")
