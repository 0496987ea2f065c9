"""Where the hub listens: on loopback for everybody, beyond it only for the paired."""

import ipaddress
import socket
from typing import TypeVar

from lorgnette.app.doors.connections import CountingSocket
from lorgnette.core.errors import ConfigurationError

Listener = TypeVar("Listener", bound=socket.socket)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens on loopback. Raises ConfigurationError that says what to do."""
    address = address_of(host, "hub.host")
    if not address.is_loopback:
        raise ConfigurationError(
            f"hub.host: {host} is not loopback, and here nobody needs to be paired, so the hub"
            " would be open to everybody: use 127.0.0.1, and `lorgnette serve --tls` to let"
            " paired glasses in from other machines"
        )
    return bound(address, port, "lorgnette serve --port 8470", socket.socket)


def listen_outside(host: str, port: int) -> CountingSocket:
    """A socket that other machines reach. Raises ConfigurationError that says what to do."""
    return bound(address_of(host, "hub.tls_host"), port, "hub.tls_port = 8471", CountingSocket)


Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def address_of(host: str, setting: str) -> Address:
    """The IP address that a setting names."""
    try:
        return ipaddress.ip_address("127.0.0.1" if host == "localhost" else host)
    except ValueError:
        raise ConfigurationError(f"{setting}: {host!r} is not an address of this machine") from None


def bound(address: Address, port: int, otherwise: str, kind: type[Listener]) -> Listener:
    """A listening socket; `::` takes IPv4 as well. `otherwise`: how to choose another port."""
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    listener = kind(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if address.version == 6 and address.is_unspecified:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        listener.bind((str(address), port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise ConfigurationError(
            f"cannot listen on {address}:{port}: {error.strerror}. Is another hub running? Choose"
            f" another port: {otherwise}"
        ) from error
    return listener
