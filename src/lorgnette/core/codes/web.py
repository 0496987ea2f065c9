"""Addresses of pages: which host they really lead to, in a browser of today (UTS 46).

A host in other letters is shown in them only when a reader could not take it for another one
(UTS 39, single script, and only scripts that resemble no other); else as the punycode that it is.
"""

import ipaddress
import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

from lorgnette.core.codes.contents import WebAddress
from lorgnette.core.writing import showable

LONGEST: Final = 4_000
"""Characters of an address that is looked at."""

WRITINGS: Final = (
    frozenset({"LATIN"}),
    frozenset({"CJK", "IDEOGRAPHIC", "HIRAGANA", "KATAKANA"}),
    frozenset({"HANGUL", "CJK"}),
    frozenset({"DEVANAGARI"}),
    frozenset({"THAI"}),
)
"""Scripts that may stand together in one label, and resemble no letters of another writing."""

LATIN: Final = "\u017f"
"""Latin letters before this one are known to whoever reads Latin; later ones imitate others."""

IMITATIONS: Final = frozenset("ıĸŀŉ")
"""Earlier ones that do so too."""

_NUMBER: Final = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)", re.ASCII)


def web_address(text: str) -> WebAddress | None:
    """The page of an `http` or `https` address; None when it is none.

    A backslash is none: browsers take it for a slash and others do not, so its host is in doubt.
    """
    if len(text) > LONGEST or "\\" in text or any(char.isspace() for char in text):
        return None
    if showable(text, LONGEST) != text:
        return None
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").rstrip(".")
        _ = parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    punycode = ascii_host(host)
    if punycode is None:
        return None
    shown = letters(punycode)
    doubts = {
        "credentials": parts.username is not None or parts.password is not None,
        "look-alike": "xn--" in shown,
        "number": is_address(punycode),
        "insecure": parts.scheme.lower() == "http",
    }
    return WebAddress(text, shown, tuple(name for name, doubtful in doubts.items() if doubtful))


def page(text: str) -> WebAddress | None:
    """As `web_address`, of a text that may leave out the scheme as people do."""
    return web_address(text) or (None if ":" in text else web_address(f"https://{text}"))


def ascii_host(host: str) -> str | None:
    """The host as computers ask for it; None when no computer would."""
    import idna

    if ":" in host:
        return host if is_address(host) else None
    try:
        name = host.lower() if host.isascii() else idna.encode(host, uts46=True).decode()
    except UnicodeError:
        return None
    labels = name.split(".")
    allowed = all(char.isalnum() or char in "-._" for char in name)
    fits = len(name) <= 253 and all(0 < len(label) <= 63 for label in labels)
    return name if allowed and fits else None


def letters(punycode: str) -> str:
    """The host in its own letters, each label that could be mistaken left in punycode."""
    return ".".join(_label(label) for label in punycode.split("."))


def _label(label: str) -> str:
    import idna

    if not label.startswith("xn--"):
        return label
    try:
        own = idna.decode(label)
    except UnicodeError:
        return label
    return own if is_plain_writing(own) else label


def is_plain_writing(label: str) -> bool:
    """Whether nobody could take the letters of a label for others."""
    foreign = [char for char in label if not char.isascii()]
    scripts = {re.split("[ -]", unicodedata.name(char, ""))[0] for char in foreign}
    scripts |= {"LATIN"} if any(char.isascii() and char.isalpha() for char in label) else set()
    imitated = "LATIN" in scripts and any(char >= LATIN or char in IMITATIONS for char in foreign)
    return not imitated and any(scripts <= together for together in WRITINGS)


def is_address(host: str) -> bool:
    """Whether a host is a number instead of a name, in one of the ways that browsers read one."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return _NUMBER.fullmatch(host) is not None
    return True
