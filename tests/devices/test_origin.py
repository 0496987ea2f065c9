import pytest
from hypothesis import given
from hypothesis import strategies as st

from lorgnette.devices.origin import welcome_from


def headers(host, origin=None):
    named = [(b"host", host.encode())]
    return named if origin is None else [*named, (b"origin", origin.encode())]


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("127.0.0.1:8460", None),
        ("localhost:8460", "http://localhost:8460"),
        ("127.0.0.1", "http://127.0.0.1"),
        ("localhost:8460", "http://LOCALHOST:8460"),
        ("127.0.0.1:8460", "https://glasses.home"),
        ("[::1]:8460", "http://[::1]:8460"),
        ("hub.home:8460", "https://hub.home:8460"),
        ("LOCALHOST", None),
    ],
)
def test_lets_in_this_machine_and_named_hosts(host, origin):
    assert welcome_from(headers(host, origin), {"hub.home"}, {"https://glasses.home"})


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        ("evil.example:8460", None),
        ("127.0.0.1.evil.example", None),
        ("localhost.evil.example", None),
        ("evil.example#@127.0.0.1", None),
        ("127.0.0.1:8460", "https://evil.example"),
        ("127.0.0.1:8460", "http://127.0.0.1:3000"),
        ("127.0.0.1:8460", "http://localhost:8460"),
        ("127.0.0.1:8460", "http://hub.home:8460"),
        ("127.0.0.1:8460", "http://glasses.home"),
        ("127.0.0.1:8460", "null"),
        ("127.0.0.1:8460", ""),
        ("127.0.0.1:8460", "file://"),
        ("127.0.0.1:8460", "http://[::1"),
        ("hub.home", "https://hub.home.evil.example"),
        ("8.8.8.8", None),
        ("", None),
    ],
)
def test_keeps_strangers_out(host, origin):
    assert not welcome_from(headers(host, origin), {"hub.home"}, {"https://glasses.home"})


def test_keeps_out_who_names_no_host_or_two_origins():
    assert not welcome_from([])
    assert not welcome_from(
        [*headers("localhost", "http://localhost"), (b"origin", b"https://evil.example")]
    )


@given(st.binary(max_size=30), st.binary(max_size=30))
def test_any_header_is_answered(host, origin):
    welcome_from([(b"host", host), (b"origin", origin)])
