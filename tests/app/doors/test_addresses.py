"""What this machine is called: enough for a certificate, and nothing that only it can use."""

import ipaddress
import socket

import pytest

from lorgnette.app.doors import addresses as there
from lorgnette.app.doors.addresses import addresses, is_name, names


def test_addresses_are_those_that_others_can_use():
    found = [ipaddress.ip_address(each) for each in addresses()]

    assert len(set(found)) == len(found)
    assert not any(each.is_loopback or each.is_link_local for each in found)
    assert [each.version for each in found] == sorted(each.version for each in found)


def test_the_way_out_comes_first_and_nothing_comes_twice(monkeypatch):
    monkeypatch.setattr(there, "outgoing", lambda: ["10.0.0.2"])
    monkeypatch.setattr(there, "named", lambda: ["127.0.1.1", "10.0.0.2", "fe80::1"])
    monkeypatch.setattr(there, "interfaces", lambda: ["172.17.0.1", "10.0.0.2", "169.254.1.1"])
    monkeypatch.setattr(there, "interfaces_six", lambda: ["::1", "fd00::2"])

    assert addresses() == ["10.0.0.2", "172.17.0.1", "fd00::2"]


def test_what_is_gone_tomorrow_is_left_out(monkeypatch, tmp_path):
    six = tmp_path / "if_inet6"
    monkeypatch.setattr(there, "SIX", six)
    six.write_text(
        "fd000000000000000000000000000002 02 40 00 80     eth0\n"
        "fd000000000000000000000000000abc 02 40 00 01     eth0\n"
        "fe800000000000000000000000000001 02 40 20 80     eth0\n"
    )

    assert list(there.interfaces_six()) == ["fd00::2", "fe80::1"]


def test_a_machine_without_a_network_has_none(monkeypatch):
    def unreachable(*_args, **_more):
        raise OSError("no network")

    monkeypatch.setattr(there.socket, "socket", unreachable)
    monkeypatch.setattr(there.socket, "getaddrinfo", unreachable)
    monkeypatch.setattr(there, "SIX", there.SIX / "none")

    assert addresses() == []


@pytest.mark.parametrize(
    ("host", "called"),
    [
        ("Laptop", ["laptop", "laptop.local"]),
        ("laptop.home.arpa", ["laptop.home.arpa", "laptop.local"]),
        ("laptop.local", ["laptop.local"]),
        ("Annas Mac", []),
        ("手机", []),
    ],
)
def test_names_fit_into_a_certificate(host, called, monkeypatch):
    monkeypatch.setattr(socket, "gethostname", lambda: host)

    assert names() == called


def test_what_is_no_name():
    for text in ("", ".", "a..b", "a b", "x" * 64, "a_b", ".".join(["abcd"] * 60)):
        assert not is_name(text)
