"""People: vCard 2.1 to 4.0 (RFC 6350) and the MECARD of Japanese telephones."""

import quopri
import re
from collections.abc import Iterator
from typing import Final

from lorgnette.core.codes.contents import Contact
from lorgnette.core.codes.fields import fields, split, unescaped

MOST: Final = 10
"""Numbers or addresses of one person that are kept."""

_FOLDED: Final = re.compile(r"\r?\n[ \t]")
_SOFT: Final = re.compile(r"=\r?\n")


def contact(text: str) -> Contact | None:
    """The person of a code; None when it is about nobody."""
    if text[:7].upper() == "MECARD:":
        return _mecard(text[7:])
    if text[:11].upper() == "BEGIN:VCARD":
        return _vcard(text)
    return None


def lines(text: str) -> Iterator[tuple[str, str]]:
    """The properties of a vCard or an iCalendar: names in capitals without groups, and values."""
    text = _FOLDED.sub("", text)
    if "QUOTED-PRINTABLE" in text.upper():
        text = _SOFT.sub("", text)
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        head = name.split(";")
        if colon:
            yield head[0].rpartition(".")[2].strip().upper(), _decoded(value, head[1:])


def _decoded(value: str, parameters: list[str]) -> str:
    if not any("QUOTED-PRINTABLE" in each.upper() for each in parameters):
        return value
    return quopri.decodestring(value.encode()).decode("utf-8", "replace")


def _vcard(text: str) -> Contact | None:
    told: dict[str, list[str]] = {}
    for name, value in lines(text):
        told.setdefault(name, []).append(value)

    def all_of(name: str) -> tuple[str, ...]:
        return tuple(plain for each in told.get(name, ()) if (plain := unescaped(each).strip()))

    def first(name: str) -> str:
        return next(iter(all_of(name)), "")

    structured = [unescaped(part).strip() for part in split(told.get("N", [""])[0], ";")]
    family, given = (*structured, "", "")[:2]
    address = [unescaped(part).strip() for part in split(told.get("ADR", [""])[0], ";")]
    units = split(told.get("ORG", [""])[0], ";")
    organisation = ", ".join(unescaped(part) for part in units if part)
    name = first("FN") or _whole_name(family, given) or organisation
    phones = tuple(each.removeprefix("tel:") for each in all_of("TEL"))
    if not (name or phones):
        return None
    return Contact(
        name,
        phones[:MOST],
        all_of("EMAIL")[:MOST],
        organisation,
        ", ".join(part for part in address if part),
        first("URL"),
    )


def _mecard(text: str) -> Contact | None:
    told = list(fields(text))

    def all_of(name: str) -> tuple[str, ...]:
        return tuple(value.strip() for key, value in told if key == name and value.strip())

    def first(name: str) -> str:
        return next(iter(all_of(name)), "")

    family, _, given = first("N").partition(",")
    name = _whole_name(family.strip(), given.strip())
    if not (name or all_of("TEL")):
        return None
    return Contact(
        name, all_of("TEL")[:MOST], all_of("EMAIL")[:MOST], first("ORG"), first("ADR"), first("URL")
    )


def _whole_name(family: str, given: str) -> str:
    """A name as it is said: the family first in Chinese, without a space."""
    if family and "\u4e00" <= family[0] <= "\u9fff":
        return family + given
    return f"{given} {family}".strip()
