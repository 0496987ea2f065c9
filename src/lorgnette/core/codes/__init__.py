"""What a code says, by everything that is known of codes. Pure; nothing is opened or called."""

from lorgnette.core.codes.code import CORRECTING, RETAIL, Code, Symbology
from lorgnette.core.codes.contents import (
    BoardingPass,
    Book,
    Contact,
    Content,
    Event,
    Leg,
    Mail,
    Message,
    Payment,
    Phone,
    Place,
    Plain,
    Product,
    Wallet,
    WebAddress,
    Wifi,
)
from lorgnette.core.codes.understand import understand

__all__ = [
    "CORRECTING",
    "RETAIL",
    "BoardingPass",
    "Book",
    "Code",
    "Contact",
    "Content",
    "Event",
    "Leg",
    "Mail",
    "Message",
    "Payment",
    "Phone",
    "Place",
    "Plain",
    "Product",
    "Symbology",
    "Wallet",
    "WebAddress",
    "Wifi",
    "understand",
]
