"""Under which names and addresses other machines find this one."""

import ipaddress
import socket
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

OUTSIDE = "192.0.2.1"
"""An address for documentation: the way to it is looked up, and nothing is sent."""

SIOCGIFADDR = 0x8915
"""Linux: what is the IPv4 address of an interface (`netdevice(7)`)."""

SIX = Path("/proc/net/if_inet6")
"""Linux: the IPv6 addresses of all interfaces (`proc(5)`)."""

FLEETING = 0x01 | 0x20 | 0x40
"""Of those, temporary, deprecated and tentative ones: tomorrow they are gone."""


def addresses() -> Sequence[str]:
    """The IP addresses of this machine without loopback, the one others most likely use first."""
    found = {}
    for each in (*outgoing(), *named(), *interfaces(), *interfaces_six()):
        ip = ipaddress.ip_address(each)
        if not (ip.is_loopback or ip.is_link_local or ip.is_unspecified or ip.is_multicast):
            found[str(ip)] = ip.version
    return sorted(found, key=lambda each: found[each])


def names() -> Sequence[str]:
    """What this machine is called: its name, and the one multicast DNS gives it."""
    name = socket.gethostname().lower().rstrip(".")
    short = name.partition(".")[0]
    return list(dict.fromkeys(each for each in (name, f"{short}.local") if is_name(each)))


def is_name(text: str) -> bool:
    """Whether a text can stand in a certificate as the name of a machine."""
    labels = text.split(".")
    return len(text) <= 253 and all(
        0 < len(label) <= 63 and label.isascii() and label.replace("-", "").isalnum()
        for label in labels
    )


def outgoing() -> Iterator[str]:
    """The IPv4 address from which this machine would talk to others."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((OUTSIDE, 9))
        yield probe.getsockname()[0]


def named() -> Iterator[str]:
    """The addresses that belong to the machine's name."""
    with suppress(OSError):
        for *_, place in socket.getaddrinfo(socket.gethostname(), None):
            yield str(place[0]).partition("%")[0]


def interfaces() -> Iterator[str]:
    """The IPv4 addresses of the interfaces, where the system is Linux."""
    with suppress(ImportError, OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        import fcntl

        for _, name in socket.if_nameindex():
            request = name.encode()[:15].ljust(256, b"\0")
            with suppress(OSError):
                yield socket.inet_ntoa(fcntl.ioctl(asked, SIOCGIFADDR, request)[20:24])


def interfaces_six() -> Iterator[str]:
    """The lasting IPv6 addresses of the interfaces, where the system is Linux."""
    with suppress(OSError):
        for line in SIX.read_text().splitlines():
            address, _number, _prefix, _scope, flags, _name = line.split()
            if not int(flags, 16) & FLEETING:
                yield str(ipaddress.IPv6Address(int(address, 16)))
