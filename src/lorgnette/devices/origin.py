"""Who may ask from a browser: pages of the hub itself, and the origins that were named.

A page of a stranger can open a websocket to 127.0.0.1, and a stranger's name can be made to mean
127.0.0.1 (DNS rebinding). The first says so in `Origin`, the second in `Host`.
"""

import ipaddress
from collections.abc import Collection, Iterable, Iterator
from urllib.parse import urlsplit

RawHeaders = Iterable[tuple[bytes, bytes]]
"""As in ASGI: names in lower case."""


def welcome_from(
    headers: RawHeaders, hosts: Collection[str] = (), origins: Collection[str] = ()
) -> bool:
    """Whether a request may come in.

    `hosts`: names by which the hub may be called besides loopback, without a port. There must be
    one. An origin may be missing, as programs other than browsers send none; else it must be the
    very host and port that was called, or one of `origins`.
    """
    called = [value.lower() for value in values_of(b"host", headers)]
    return (
        bool(called)
        and all(_known(hostname(f"//{host}"), hosts) for host in called)
        and all(
            origin in origins or any(_same(origin, host) for host in called)
            for origin in values_of(b"origin", headers)
        )
    )


def hosts_in(headers: RawHeaders) -> Iterator[str]:
    """The names in `Host` and `Origin`; empty for what is no name."""
    for value in values_of(b"host", headers):
        yield hostname(f"//{value}") or ""
    for value in values_of(b"origin", headers):
        yield hostname(value) or ""


def values_of(wanted: bytes, headers: RawHeaders) -> list[str]:
    """The values of a header, which may be there more than once."""
    return [value.decode("latin-1") for name, value in headers if name == wanted]


def hostname(address: str) -> str | None:
    """The host in an address, in lower case and without its port; None for what is no address."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def is_loopback(host: str) -> bool:
    """Whether a name or an IP address always means this machine."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _known(host: str | None, hosts: Collection[str]) -> bool:
    return host is not None and (host in hosts or is_loopback(host))


def _same(origin: str, host: str) -> bool:
    return origin.lower() in (f"http://{host}", f"https://{host}")
