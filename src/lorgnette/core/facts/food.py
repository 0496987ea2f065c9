"""Rows of Open Food Facts and its sisters, from any of their exports (ODbL).

Fields: openfoodfacts.github.io/openfoodfacts-server/api/ and the export's own header. A row of the
table has texts only, one of JSON and of Parquet has lists and numbers: both are read alike.
"""

import datetime as dt
import math
from collections.abc import Collection, Mapping, Sequence
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

PER_100: Final = tuple(f"{name}_100g" for name in NUTRITION)

COLUMNS: Final = (
    *("code", "product_name", "brands", "quantity", "ingredients_text", "allergens", "traces"),
    *("allergens_tags", "traces_tags", "nutriscore_grade", "nova_group", "categories_tags"),
    *("ecoscore_grade", "environmental_score_grade", "last_modified_t", "owner"),
    *("product_name_en", "product_name_zh"),
    *PER_100,
)
"""The columns that are read; others are not even looked at."""

NESTED: Final = ("nutriments",)
"""Where JSON and Parquet have what are columns in the table."""

SOURCE: Final = "Open Food Facts"

LONGEST: Final = {"name": 200, "brand": 80, "ingredients": 2_000, "category": 60}
"""Characters that are kept."""

GRADES: Final = frozenset("abcdef")
_NAMES: Final = "product_name_"


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
    plain = row.get("product_name")
    if isinstance(plain, list):  # Parquet has a list of texts by language
        found = {
            str(each.get("lang", "")): _text(each.get("text"))
            for each in plain
            if isinstance(each, dict)
        }
        if "main" in found:
            found[""] = found.pop("main")
    else:
        found = {"": _text(plain)}
    for key in ("en", "zh"):
        if value := row.get(_NAMES + key):
            found[key] = _text(value)
    return {language: name[: LONGEST["name"]] for language, name in found.items() if name}


def _text(value: Any) -> str:
    """A text, or that of the main language in a list of them."""
    if isinstance(value, list):
        value = next((each.get("text") for each in value if isinstance(each, dict)), "")
    return value.strip() if isinstance(value, str) else ""


def _first(value: Any) -> str:
    return _text(value).partition(",")[0].strip()


def _tags(value: Any) -> Sequence[str]:
    """Tags without the language in front of them."""
    if isinstance(value, str):
        value = value.split(",") if value else ()
    if not isinstance(value, (list, tuple)):
        return ()
    plain = (each.strip().rpartition(":")[2] for each in value if isinstance(each, str))
    return [each for each in plain if each]


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
    return int(value) if str(value)[:1] in ("1", "2", "3", "4") else 0


def _nutrition(row: Mapping[str, Any]) -> dict[str, float]:
    """What is in 100 g, of a table, of JSON, or of the list of Parquet."""
    nested = row.get("nutriments")
    if isinstance(nested, list):
        nested = {
            f"{each.get('name')}_100g": each.get("100g")
            for each in nested
            if isinstance(each, dict)
        }
    values = nested if isinstance(nested, Mapping) else row
    found = {}
    for name in NUTRITION:
        value = values.get(f"{name}_100g")
        if value is None or value == "":
            continue
        try:
            number = float(value)
        except (TypeError, ValueError):
            continue
        if 0 <= number < 10_000 and math.isfinite(number):
            found[name] = round(number, 3)
    return found


def _day(value: Any) -> dt.date | None:
    try:
        return dt.datetime.fromtimestamp(int(value), dt.UTC).date()
    except (TypeError, ValueError, OverflowError, OSError):
        return None
