"""People: vCard 2.1 to 4.0 (RFC 6350) and the MECARD of Japanese telephones."""

import quopri
import re
from collections.abc import Iterator, Mapping
from typing import Final

from lorgnette.core.codes.contents import Contact
from lorgnette.core.codes.fields import fields, split, unescaped
from lorgnette.core.codes.web import page

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


def lines(text: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """The properties of a vCard or an iCalendar: names without groups, parameters, and values.

    Names of both are in capitals.
    """
    text = _FOLDED.sub("", text)
    if "QUOTED-PRINTABLE" in text.upper():
        text = _SOFT.sub("", text)
    for line in text.splitlines():
        head, colon, value = line.partition(":")
        name, *told = head.split(";")
        pairs = (each.partition("=") for each in told)
        parameters = {key.strip().upper(): set_to.strip('" ') for key, _, set_to in pairs}
        if colon:
            yield name.rpartition(".")[2].strip().upper(), parameters, _decoded(value, parameters)


def _decoded(value: str, parameters: Mapping[str, str]) -> str:
    """Without the quoted-printable of vCard 2.1, whose parameter may have no name."""
    encoding = {*parameters, parameters.get("ENCODING", "").upper()}
    if "QUOTED-PRINTABLE" not in encoding:
        return value
    return quopri.decodestring(value.encode()).decode("utf-8", "replace")


def _vcard(text: str) -> Contact | None:
    told: dict[str, list[str]] = {}
    for name, _, value in lines(text):
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
        _website(first("URL")),
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
        name,
        all_of("TEL")[:MOST],
        all_of("EMAIL")[:MOST],
        first("ORG"),
        first("ADR"),
        _website(first("URL")),
    )


def _website(text: str) -> str:
    """The address of a page that nobody need doubt; else empty, for a person is no warning."""
    found = page(text)
    return found.address if found and set(found.doubts) <= {"insecure"} else ""


def _whole_name(family: str, given: str) -> str:
    """A name as it is said: the family first in Chinese, without a space."""
    if family and "\u4e00" <= family[0] <= "\u9fff":
        return family + given
    return f"{given} {family}".strip()
