"""Boarding passes: IATA resolution 792, Bar Coded Boarding Pass, type M."""

import re
from typing import Final

from lorgnette.core.codes.contents import BoardingPass, Leg

HEAD: Final = 23
"""Characters before the first leg: format, number of legs, name, electronic ticket."""

LEG: Final = 37
"""Characters of a leg before what is its own."""

_LEG: Final = re.compile(
    r"(?P<booking>[A-Z0-9 ]{7})(?P<origin>[A-Z]{3})(?P<destination>[A-Z]{3})"
    r"(?P<airline>[A-Z0-9 ]{3})(?P<flight>[0-9]{4}[A-Z ]|[0-9 ]{5})(?P<day>[0-9 ]{3})"
    r"(?P<cabin>[A-Z ])(?P<seat>[A-Z0-9 ]{4})"
    r"(?P<sequence>[A-Z0-9 ]{5})(?P<status>[A-Z0-9 ])(?P<more>[0-9A-F]{2})",
    re.ASCII,
)


def boarding_pass(text: str) -> BoardingPass | None:
    """The passenger and the flights; None when it is no boarding pass."""
    if len(text) < HEAD + LEG or text[0] != "M" or text[1] not in "1234":
        return None
    legs, place = list[Leg](), HEAD
    for _ in range(int(text[1])):
        found = _LEG.match(text, place)
        if not found:
            return None
        legs.append(_leg(found))
        place = found.end() + int(found["more"], 16)
    name = text[2:22].strip()
    return BoardingPass(_passenger(name), tuple(legs)) if name else None


def _leg(found: re.Match[str]) -> Leg:
    day = found["day"].strip()
    in_year = day.isdigit() and 1 <= int(day) <= 366
    return Leg(
        found["airline"].strip(),
        found["flight"].strip().lstrip("0"),
        found["origin"],
        found["destination"],
        int(day) if in_year else None,
        found["seat"].strip().lstrip("0"),
        found["sequence"].strip().lstrip("0"),
        found["booking"].strip(),
        found["cabin"].strip(),
        found["status"].strip(),
    )


def _passenger(name: str) -> str:
    """`DOE/JANE MS` as a person says it."""
    family, _, given = name.partition("/")
    return f"{given} {family}".strip().title()
