"""Who is at the other end of a connection, as far as the network tells."""

import ipaddress
from collections.abc import Mapping
from typing import Any

import msgspec

from lorgnette.devices.origin import hosts_in, is_loopback, values_of

FORWARDED = frozenset((b"forwarded", b"via", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip"))
"""Headers of a proxy: whoever asks is behind it, wherever the proxy itself may be."""


class Peer(msgspec.Struct, frozen=True):
    """Where a connection comes from."""

    address: str
    """An IP address; empty inside one process."""

    local: bool
    """A program or a page on this machine, not reached through a proxy."""


HERE = Peer("", local=True)
"""The other end of a link without a network."""


def peer_of(scope: Mapping[str, Any]) -> Peer:
    """Who sends an ASGI request or opens an ASGI websocket.

    The address alone would not do: a reverse proxy on this machine passes strangers on. So the
    names by which the hub was called have to be loopback as well, and no proxy may have signed,
    or speak the HTTP/1.0 that only proxies still speak.
    """
    address = str((scope.get("client") or ("",))[0])
    headers = scope["headers"]
    local = (
        is_loopback(address)
        and bool(values_of(b"host", headers))
        and all(map(is_loopback, hosts_in(headers)))
        and not any(name in FORWARDED for name, _ in headers)
        and scope.get("http_version") != "1.0"
    )
    return Peer(address, local)


def neighbourhood(address: str) -> str:
    """What one party can be expected to hold: an IPv4 address, or a /64 of IPv6."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if ip.version == 4:
        return str(ip)
    if ip.ipv4_mapped is not None:
        return str(ip.ipv4_mapped)
    return str(ipaddress.ip_network((int(ip), 64), strict=False))
