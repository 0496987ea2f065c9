"""Rows of Open Food Facts and its sisters, from any of their exports (ODbL).

Fields: openfoodfacts.github.io/openfoodfacts-server/api/ and the export's own header. A row of the
table has texts only, one of JSON has lists and numbers: both are read alike.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

from lorgnette.core.codes.gtin import normalised
from lorgnette.core.facts import Unusable
from lorgnette.core.facts.amounts import amount
from lorgnette.core.goods import Good

NUTRITION: Final = (
    *("energy-kcal", "fat", "saturated-fat", "carbohydrates", "sugars", "fiber", "proteins"),
    "salt",
)
"""What is kept of nutrition, for 100 g or 100 ml."""

NAMES: Final = {"": "product_name", "en": "product_name_en", "zh": "product_name_zh"}
"""Where names are, by language; "" is the main language of the product."""

PER_100: Final = tuple(f"{name}_100g" for name in NUTRITION)

COLUMNS: Final = (
    *("code", "brands", "quantity", "ingredients_text", "allergens", "traces"),
    *("allergens_tags", "traces_tags", "nutriscore_grade", "nova_group", "categories_tags"),
    *("ecoscore_grade", "environmental_score_grade", "last_modified_t", "owner"),
    *NAMES.values(),
    *PER_100,
)
"""The columns that are read; others are not even looked at."""

NESTED: Final = ("nutriments",)
"""Where JSON has what are columns in the table."""

SOURCE: Final = "Open Food Facts"

LONGEST: Final = {"name": 200, "brand": 80, "ingredients": 2_000, "category": 60}
"""Characters that are kept."""

GRADES: Final = frozenset("abcdef")


def is_header(names: Collection[str]) -> bool:
    """Whether columns of these names are an export's."""
    return "code" in names and "product_name" in names


def good(row: Mapping[str, Any]) -> Good:
    """The product of a row. Raises Unusable when it has no number or no name."""
    code = str(row.get("code") or "").strip()
    number = normalised(code.zfill(8) if len(code) < 8 else code)
    if number is None:
        raise Unusable(f"{code[:20]!r} is no product number")
    names = _names(row)
    brand = _first(row.get("brands"))[: LONGEST["brand"]]
    if not names and not brand:
        raise Unusable(f"{number} has no name")
    quantity = row.get("quantity")
    return Good(
        number,
        names,
        brand,
        _text(row.get("owner"))[: LONGEST["brand"]].removeprefix("org-"),
        amount(quantity) if isinstance(quantity, str) and quantity else None,
        _text(row.get("ingredients_text"))[: LONGEST["ingredients"]],
        _named(row, "allergens"),
        _named(row, "traces"),
        _grade(row.get("nutriscore_grade")),
        _grade(row.get("environmental_score_grade") or row.get("ecoscore_grade")),
        _nova(row.get("nova_group")),
        _nutrition(row),
        tuple(tag[: LONGEST["category"]] for tag in _tags(row.get("categories_tags"))[-4:]),
        SOURCE,
        _day(row.get("last_modified_t")),
    )


def _names(row: Mapping[str, Any]) -> dict[str, str]:
    found = {
        language: _text(row.get(column))[: LONGEST["name"]] for language, column in NAMES.items()
    }
    main = found[""]
    return {
        language: name
        for language, name in found.items()
        if name and (not language or name != main)
    }


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _first(value: Any) -> str:
    return _text(value).partition(",")[0].strip()


def _tags(value: Any) -> Sequence[str]:
    """Tags without the language in front of them."""
    if isinstance(value, str):
        return _written_tags(value)
    if not isinstance(value, (list, tuple)):
        return ()
    return _plain(each for each in value if isinstance(each, str))


@lru_cache(maxsize=10_000)
def _written_tags(text: str) -> Sequence[str]:
    """Tags with commas between them: the same ones come again and again."""
    return _plain(text.split(","))


def _plain(tags: Iterable[str]) -> Sequence[str]:
    plain = (each.strip().rpartition(":")[2] for each in tags)
    return tuple(each for each in plain if each)


def _named(row: Mapping[str, Any], what: str) -> tuple[str, ...] | None:
    """Allergens or traces; None when the row says nothing of them."""
    tags = _tags(row.get(f"{what}_tags")) or _tags(row.get(what))
    if not tags:
        return None
    return tuple(dict.fromkeys(tag[:60] for tag in tags if tag != "none"))


def _grade(value: Any) -> str:
    grade = value.strip().lower() if isinstance(value, str) else ""
    return grade if grade in GRADES or grade == "a-plus" else ""


def _nova(value: Any) -> int:
    group = str(value).removesuffix(".0")
    return int(group) if group in ("1", "2", "3", "4") else 0


def _nutrition(row: Mapping[str, Any]) -> dict[str, float]:
    """What is in 100 g: in columns, or in an object of their own as JSON has it."""
    nested = row.get("nutriments")
    values = nested if isinstance(nested, Mapping) else row
    found = {}
    for name, column in zip(NUTRITION, PER_100, strict=True):
        value = values.get(column)
        if value is None or value == "":
            continue
        try:
            number = float(value)
        except (TypeError, ValueError, OverflowError):
            continue
        if 0 <= number < 10_000:
            found[name] = number
    return found


def _day(value: Any) -> dt.date | None:
    try:
        return dt.datetime.fromtimestamp(int(value), dt.UTC).date()
    except (TypeError, ValueError, OverflowError, OSError):
        return None
