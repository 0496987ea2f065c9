"""The codes of `bye` and `refused`, and what glasses do about them."""

from enum import StrEnum


class Code(StrEnum):
    """Why a side leaves. Unknown codes are treated by their retry-after alone."""

    BREACH = "breach"
    """A frame did not follow the protocol; the reason says how."""

    TOO_MUCH = "too-much"
    """A limit was passed, or the hub is full."""

    VERSION = "version"
    """The hub does not speak this version."""

    NOT_PAIRED = "not-paired"
    """The token is missing or wrong."""

    REVOKED = "revoked"
    """The token was good until now: forget it, and be paired anew."""

    REPLACED = "replaced"
    """The same session came in over another connection."""

    CLOSING = "closing"
    """The hub is being stopped."""

    LEAVING = "leaving"
    """The glasses are taken off: the session is over."""
