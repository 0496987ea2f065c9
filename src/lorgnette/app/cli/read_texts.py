"""What `lorgnette read` prints: for people, and for programs."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from lorgnette.core.pages import Page, Row
from lorgnette.core.pages.find import find
from lorgnette.core.pages.prices import prices
from lorgnette.core.pictures import Box
from lorgnette.core.writing import showable
from lorgnette.skills.translated import Translated

Told = tuple[str, Mapping[str, Any]]
"""One thing, for people and for programs."""

LONGEST = 2_000
"""Characters of a line that is printed."""


def of_line(line: Sequence[Row]) -> Told:
    """Rows beside each other; those that may say something else have a question mark."""
    text = "  ".join(f"{row.text} (?)" if row.doubtful else row.text for row in line)
    rows = [
        {"text": row.text, "confidence": round(row.confidence, 3), "corners": corners(row.box)}
        for row in line
    ]
    return text, {"rows": rows}


def of_prices(page: Page) -> list[Told]:
    """The prices of a page, each with what it is the price of."""
    told: list[Told] = []
    for price in prices(page):
        doubt = " (?)" if price.row.doubtful else ""
        sum_of_money = f"{price.amount} {price.currency}".rstrip() + doubt
        text = f"{price.label}: {sum_of_money}" if price.label else sum_of_money
        for_programs = {
            "label": price.label,
            "amount": str(price.amount),
            "currency": price.currency,
            "sure": not price.row.doubtful,
            "corners": corners(price.row.box),
        }
        told.append((text, for_programs))
    return told


def of_places(page: Page, words: str) -> list[Told]:
    """Where words are on a page: the row, and whereabouts in the picture."""
    told: list[Told] = []
    for found in find(page, words):
        across, down = found.box.centre
        where = (
            f"{round(100 * across / page.width)} % across, {round(100 * down / page.height)} % down"
        )
        for_programs = {"text": found.text, "row": found.row.text, "corners": corners(found.box)}
        told.append((f"{found.row.text}  ({where})", for_programs))
    return told


def of_translation(each: Translated) -> Told:
    """A part of a page and its translation."""
    text, found = each.part.text, each.translation
    doubt = " (?)" if each.part.doubtful or (found and found.approximate) else ""
    boxes = [corners(box) for box in each.part.boxes]
    if found is None:
        return f"{text} → ?", {"text": text, "translation": None, "boxes": boxes}
    for_programs = {"approximate": found.approximate, "lost": found.lost, "boxes": boxes}
    return f"{text} → {found.text}{doubt}", {
        "text": text,
        "translation": found.text,
        **for_programs,
    }


def corners(box: Box) -> list[list[int]]:
    """A box in whole pixels."""
    return [[round(across), round(down)] for across, down in box.corners]


def print_told(file: Path, told: Told, *, as_json: bool) -> None:
    """Print one thing as soon as it is known."""
    text, for_programs = told
    if as_json:
        print(json.dumps({"file": str(file), **for_programs}, ensure_ascii=False), flush=True)
    else:
        print(showable(text, LONGEST), flush=True)
