"""How goods and prices look on a terminal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lorgnette.app.goods.importing import Outcome
from lorgnette.core.facts.prices import DECIMALS
from lorgnette.core.goods import Good, Observation
from lorgnette.core.types import ENGLISH, Language
from lorgnette.core.writing import showable
from lorgnette.store.goods.shelves import Source

SHOWN: Final = 10
"""Lines that could not be used, of which the reason is told."""


LONGEST: Final = 2_000
"""Characters of a row."""


def report(name: str, outcome: Outcome) -> Iterator[str]:
    """What became of a file."""
    if outcome.already:
        yield f"{name}: is in the catalogue already"
        return
    yield f"{name}: {outcome.kind}, {outcome.goods} goods and {outcome.prices} prices"
    for bad in outcome.bad[:SHOWN]:
        yield f"  line {bad.line}: {showable(bad.reason, LONGEST)}"
    if outcome.unusable > SHOWN:
        yield f"  and {outcome.unusable - SHOWN} more lines that could not be used"
    if outcome.damaged:
        why = showable(outcome.damaged, LONGEST)
        yield f"  {why}: get the file again, and import it in its place"


def in_list(source: Source) -> str:
    """What came from one file, in a row."""
    counts = f"{source.goods:>9} goods  {source.prices:>9} prices"
    rest = "" if source.done else "  (not to its end: import it again to go on)"
    name = showable(Path(source.name).name, LONGEST)
    return f"{source.id:4}  {counts}  {source.kind:<16}  {name}{rest}"


def in_result(good: Good, language: Language) -> str:
    """A product in a row."""
    amount = f" {good.amount.value:g} {good.amount.unit}" if good.amount else ""
    brand = f" ({good.brand})" if good.brand else ""
    return f"{good.gtin:>14}  {showable(f'{good.name(language)}{brand}{amount}', LONGEST)}"


def in_whole(good: Good) -> Iterator[str]:
    """What is known of a product, a row for each thing."""
    yield f"{good.gtin}  {showable(good.name(ENGLISH), LONGEST)}"
    others = [name for name in good.names.values() if name != good.name(ENGLISH)]
    told = {
        "also": ", ".join(dict.fromkeys(others)),
        "brand": good.brand,
        "maker": good.maker,
        "amount": f"{good.amount.value:g} {good.amount.unit}" if good.amount else "",
        "ingredients": good.ingredients,
        "allergens": named(good.allergens),
        "traces": named(good.traces),
        "nutri-score": good.nutriscore.upper(),
        "eco-score": good.ecoscore.upper(),
        "nova": str(good.nova or ""),
        "in 100": ", ".join(f"{name} {value:g}" for name, value in good.nutrition.items()),
        "source": good.source,
        "as of": str(good.updated or ""),
    }
    yield from (f"  {name}: {showable(value, LONGEST)}" for name, value in told.items() if value)


def named(names: tuple[str, ...] | None) -> str:
    """Allergens or traces: that nobody says anything is not the same as that there are none."""
    return "not said" if names is None else ", ".join(names) or "none are named"


def in_line(seen: Observation) -> str:
    """A price that somebody saw."""
    places = DECIMALS.get(seen.currency, 0)
    price = f"{seen.price / 10**places:.{places}f} {seen.currency}"
    price += f"/{seen.per}" if seen.per else ""
    traits = {"reduced": seen.regular, "organic": seen.organic}
    told = "".join(f"  ({name})" for name, so in traits.items() if so)
    where = showable(f"{seen.shop}  {seen.proof}{told}", LONGEST)
    return f"  {seen.date}  {price:>14}  {where}".rstrip()
