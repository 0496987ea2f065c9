"""Addresses of pages: which host they really lead to.

A host in other letters is shown in them only when a reader could not take it for another one
(Unicode Technical Standard 39, single script); else as the punycode that it is.
"""

import ipaddress
import unicodedata
from typing import Final
from urllib.parse import urlsplit

from lorgnette.core.codes.contents import WebAddress

LONGEST: Final = 4_000
"""Characters of an address that is looked at."""

LOOKS_LATIN: Final = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Scripts with letters that look like Latin ones."""


def web_address(text: str) -> WebAddress | None:
    """The page of an `http` or `https` address; None when it is none."""
    if len(text) > LONGEST or any(char.isspace() or ord(char) < 33 for char in text):
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


def ascii_host(host: str) -> str | None:
    """The host as computers ask for it; None when no computer would."""
    if host.startswith("[") or ":" in host:
        return host if is_address(host.strip("[]")) else None
    try:
        name = host.lower().encode("idna").decode()
    except (UnicodeError, ValueError):
        return None
    allowed = all(char.isalnum() or char in "-._" for char in name)
    return name if allowed and 0 < len(name) <= 253 else None


def letters(punycode: str) -> str:
    """The host in its own letters, each label that could be mistaken left in punycode."""
    return ".".join(_label(label) for label in punycode.split("."))


def _label(label: str) -> str:
    if not label.startswith("xn--"):
        return label
    try:
        own = label.encode().decode("idna")
    except (UnicodeError, ValueError):
        return label
    scripts = {unicodedata.name(char, "").split(" ")[0] for char in own if char.isalpha()}
    doubtful = any(script in LOOKS_LATIN for script in scripts)
    mixed = len(scripts - {"CJK", "HIRAGANA", "KATAKANA", "LATIN"}) > 1
    return label if doubtful or mixed or not own.isprintable() else own


def is_address(host: str) -> bool:
    """Whether a host is a number instead of a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit() or host.startswith("0x")
    return True
