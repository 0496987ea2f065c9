"""What a code says: the first kind that fits, strictest first; else it is only words."""

import re
from typing import Final

from lorgnette.core.codes import gs1, gtin
from lorgnette.core.codes.boarding import boarding_pass
from lorgnette.core.codes.code import RETAIL, Code, Symbology
from lorgnette.core.codes.contents import Book, Content, Plain, Product, Wallet
from lorgnette.core.codes.emv import payment
from lorgnette.core.codes.events import event
from lorgnette.core.codes.people import contact
from lorgnette.core.codes.schemes import short_order
from lorgnette.core.codes.wallets import PAYERS, wallet
from lorgnette.core.codes.web import page, web_address
from lorgnette.core.codes.wifi import wifi
from lorgnette.core.writing import showable

LONGEST: Final = 8_000
"""Characters of a code that are looked at: more than any code holds."""

_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]{1,30}):\S", re.IGNORECASE | re.ASCII)
_HARMFUL: Final = re.compile(r"(javascript|vbscript|data|file|blob|intent):", re.IGNORECASE)
_DROPPED: Final = re.compile(r"[\x00-\x1f\x7f]+")
_BARE: Final = re.compile(r"(?:www\.)[\w-]+(?:\.[\w-]+)+(?:/\S*)?", re.ASCII | re.IGNORECASE)


def understand(code: Code) -> Content:
    """What a code says. Whatever it says was written by somebody else: it is data, no order."""
    text = code.text[:LONGEST].encode(errors="replace").decode()  # half a character is none
    if code.symbology in RETAIL:
        return _retail(code.symbology, text)
    if code.gs1 or (code.symbology is Symbology.DATABAR and gtin.is_number(text)):
        return _labelled(text)
    if code.symbology is Symbology.ITF and len(text) == 14 and gtin.is_valid(text):
        return _goods(gtin.normalised(text)) or Plain(text)
    content = of_text(text.strip())
    if isinstance(content, Wallet) and content.payer and code.symbology not in PAYERS:
        return plain(text)
    return content


def of_text(text: str) -> Content:
    """What a text in a code says."""
    for kind in (payment, wallet, wifi, contact, event, boarding_pass, gs1.linked, web_address):
        found = kind(text)
        if found is not None:
            return found
    if _BARE.fullmatch(text):
        return page(text) or plain(text)
    return short_order(text) or plain(text)


def plain(text: str) -> Plain:
    """Only words: without what does not show, and with the name of an order to a computer."""
    shown = showable(text, LONGEST, paragraphs=True)
    hidden = len("".join(shown.split())) < len("".join(text.split()))
    # Browsers drop control characters, and so read a scheme that is written around them.
    scheme = _SCHEME.match(shown) or _HARMFUL.match(_DROPPED.sub("", text).lstrip())
    return Plain(shown, hidden, scheme[1].lower() if scheme else "")


def _retail(symbology: Symbology, text: str) -> Content:
    if symbology is Symbology.UPC_E and len(text) == 8:
        text = gtin.expanded(text) or text
    return _goods(gtin.normalised(text)) or plain(text)


def _goods(number: str | None) -> Product | Book | None:
    if number is None:
        return None
    if gtin.is_book(number) or gtin.is_magazine(number):
        return Book(number, magazine=gtin.is_magazine(number))
    return Product(number, internal=gtin.is_internal(number))


def _labelled(text: str) -> Content:
    if gtin.is_number(text):
        text = f"01{text.zfill(14)}"
    fields = gs1.elements(text)
    found = gs1.product(fields) if fields is not None else None
    return found or plain(text.replace(gs1.SEPARATOR, " "))
