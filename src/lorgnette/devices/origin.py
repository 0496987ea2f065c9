"""Who may ask from a browser: the same machine, and the hosts that were named.

A page of a stranger can open a websocket to 127.0.0.1, and a stranger's name can be made to mean
127.0.0.1 (DNS rebinding). The first says so in `Origin`, the second in `Host`.
"""

import ipaddress
from collections.abc import Collection, Iterable
from urllib.parse import urlsplit

RawHeaders = Iterable[tuple[bytes, bytes]]
"""As in ASGI: names in lower case."""


def welcome_from(headers: RawHeaders, hosts: Collection[str] = ()) -> bool:
    """Whether a request may come in. `hosts`: allowed names besides loopback, without a port.

    There must be a host, and it must be allowed. An origin may be missing, as programs other
    than browsers send none.
    """
    named: dict[bytes, list[str]] = {b"host": [], b"origin": []}
    for name, value in headers:
        if name in named:
            named[name].append(value.decode("latin-1"))
    return bool(named[b"host"]) and all(
        _allowed(address, hosts)
        for address in [
            *(f"//{host}" for host in named[b"host"]),
            *(origin if "://" in origin else "" for origin in named[b"origin"]),
        ]
    )


def _allowed(address: str, hosts: Collection[str]) -> bool:
    try:
        host = urlsplit(address).hostname
    except ValueError:
        return False
    return host is not None and (host == "localhost" or host in hosts or _loopback(host))


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
