"""Wireless networks, as Android and iOS write them: `WIFI:T:WPA;S:home;P:secret;H:true;;`.

Source: ZXing's wiki, «Barcode Contents», and WPA3 specification 7 (the WIFI URI).
"""

from typing import Final

from lorgnette.core.codes.contents import Wifi
from lorgnette.core.codes.fields import fields

NAME_BYTES: Final = 32
"""Bytes that the name of a network may have, by IEEE 802.11."""


def wifi(text: str) -> Wifi | None:
    """The network of a `WIFI:` code; None when it names none."""
    if text[:5].upper() != "WIFI:":
        return None
    told = dict(reversed(list(fields(text[5:]))))
    name = unquoted(told.get("S", ""))
    if not name or len(name.encode()) > NAME_BYTES:
        return None
    security = told.get("T", "").strip() or ("WPA" if told.get("P") else "nopass")
    hidden = told.get("H", "").strip().lower() == "true"
    if security.lower() == "nopass":
        return Wifi(name, hidden=hidden)
    return Wifi(name, unquoted(told.get("P", "")), security.upper(), hidden)


def unquoted(text: str) -> str:
    """Without the quotation marks that some put around what could be a hexadecimal number."""
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text
