"""Short orders to a telephone: `tel:`, `sms:`, `mailto:`, `geo:`, and what older ones write.

Sources: RFC 3966, 5724, 6068, 5870; ZXing's wiki for `SMSTO:` and `MATMSG:`.
"""

import math
import re
from typing import Final
from urllib.parse import parse_qsl, unquote

from lorgnette.core.codes.contents import Mail, Message, Phone, Place
from lorgnette.core.codes.fields import fields

_NUMBER: Final = re.compile(r"\+?[0-9*#]{2,20}", re.ASCII)
_MAIL: Final = re.compile(r"[^\s@<>,;\"]{1,64}@[^\s@<>,;\"]{1,190}")
_DECORATION: Final = re.compile(r"[\s().\-/\u00a0]+")


def short_order(text: str) -> Phone | Message | Mail | Place | None:
    """What a telephone would be told to do; None when it is something else."""
    scheme, colon, rest = text.partition(":")
    order = ORDERS.get(scheme.strip().lower()) if colon else None
    return order(rest) if order else None


def number(text: str) -> str | None:
    """A telephone number as it is dialled; None when it is none, or would dial more than itself."""
    plain = _DECORATION.sub("", unquote(text).partition(";")[0])
    return plain if _NUMBER.fullmatch(plain) else None


def _phone(rest: str) -> Phone | None:
    dialled = number(rest)
    return Phone(dialled) if dialled else None


def _message(rest: str) -> Message | None:
    to, _, query = rest.partition("?")
    to, _, text = to.partition(":")
    dialled = number(to.split(",")[0])
    text = dict(parse_qsl(query)).get("body", text)
    return Message(dialled, text) if dialled else None


def _mail(rest: str) -> Mail | None:
    to, _, query = rest.partition("?")
    told = {name.lower(): value for name, value in parse_qsl(query)}
    to = unquote(to).strip() or told.get("to", "")
    if not _MAIL.fullmatch(to):
        return None
    return Mail(to, told.get("subject", ""), told.get("body", ""))


def _old_mail(rest: str) -> Mail | None:
    told = dict(fields(rest))
    to = told.get("TO", "").strip()
    return Mail(to, told.get("SUB", ""), told.get("BODY", "")) if _MAIL.fullmatch(to) else None


def _place(rest: str) -> Place | None:
    point, _, query = rest.partition("?")
    label = dict(parse_qsl(query)).get("q", "")
    try:
        latitude, longitude = (float(each) for each in point.split(";")[0].split(",")[:2])
    except ValueError:
        return None
    if not (math.isfinite(latitude) and math.isfinite(longitude)):
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return None
    return Place(latitude, longitude, label.partition("(")[2].removesuffix(")") or label)


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
