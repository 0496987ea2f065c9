"""Short orders to a telephone: `tel:`, `sms:`, `mailto:`, `geo:`, and what older ones write.

Sources: RFC 3966, 5724, 6068, 5870; ZXing's wiki for `SMSTO:` and `MATMSG:`.
"""

import re
from typing import Final
from urllib.parse import parse_qsl, unquote

from lorgnette.core.codes.contents import Mail, Message, Phone, Place
from lorgnette.core.codes.fields import fields

_NUMBER: Final = re.compile(r"\+?[0-9]{2,20}", re.ASCII)
_MAIL: Final = re.compile(r"[^\s@<>,;\"]{1,64}@[^\s@<>,;\"]{1,190}")
_DECORATION: Final = re.compile(r"[\s().\-/\u00a0]+")
_DEGREES: Final = r"(-?\d{1,3}(?:\.\d{1,15})?)"
_POINT: Final = re.compile(rf"\s*{_DEGREES},\s*{_DEGREES}", re.ASCII)
_LABEL: Final = re.compile(r"\((.*)\)", re.DOTALL)


def short_order(text: str) -> Phone | Message | Mail | Place | None:
    """What a telephone would be told to do; None when it is something else."""
    scheme, colon, rest = text.partition(":")
    order = ORDERS.get(scheme.strip().lower()) if colon else None
    return order(rest) if order else None


def number(text: str) -> str | None:
    """A telephone number as it is dialled; None when it is none, or would dial more than itself.

    With a star or a hash it would be an order to the network, which can divert all calls.
    """
    plain = _DECORATION.sub("", unquote(text).partition(";")[0])
    return plain if _NUMBER.fullmatch(plain) else None


def asked(query: str) -> dict[str, str]:
    """What stands behind a question mark, by name; a plus is a plus (RFC 6068)."""
    pairs = (part.partition("=") for part in query.split("&"))
    return {unquote(name).lower(): unquote(value) for name, _, value in pairs}


def _phone(rest: str) -> Phone | None:
    dialled = number(rest)
    return Phone(dialled) if dialled else None


def _message(rest: str) -> Message | None:
    """`to:text` or `to?body=text`; one to several people is none, so that nobody is hidden."""
    to, _, text = rest.partition(":")
    if "?" in to:
        to, _, query = rest.partition("?")
        text = asked(query).get("body", "")
    dialled = number(to)
    return Message(dialled, text) if dialled else None


def _mail(rest: str) -> Mail | None:
    to, _, query = rest.partition("?")
    told = asked(query)
    to = unquote(to).strip() or told.get("to", "")
    if not _MAIL.fullmatch(to):
        return None
    return Mail(to, told.get("subject", ""), told.get("body", ""))


def _old_mail(rest: str) -> Mail | None:
    told = dict(fields(rest))
    to = told.get("TO", "").strip()
    return Mail(to, told.get("SUB", ""), told.get("BODY", "")) if _MAIL.fullmatch(to) else None


def _place(rest: str) -> Place | None:
    """A point; `q` may name it, or be another point with a label, or all that is known of it."""
    where, _, query = rest.partition("?")
    label = dict(parse_qsl(query)).get("q", "").strip()
    at = _POINT.match(where)
    if not at or where[at.end() :][:1] not in ("", ",", ";"):
        return None
    point = _on_earth(at)
    if meant := _POINT.match(label):
        point, label = _on_earth(meant), label[meant.end() :].strip()
        named = _LABEL.fullmatch(label)
        label = named[1] if named else label
    elif point == (0, 0) and label:
        return Place(None, None, label)
    return Place(*point, label) if point else None


def _on_earth(found: re.Match[str]) -> tuple[float, float] | None:
    latitude, longitude = float(found[1]), float(found[2])
    return (latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


ORDERS: Final = {
    "tel": _phone,
    "sms": _message,
    "smsto": _message,
    "mms": _message,
    "mmsto": _message,
    "mailto": _mail,
    "matmsg": _old_mail,
    "geo": _place,
}
"""What each scheme means."""
