"""Fill the catalogue of goods, and look things up in it.

`import FILE…` takes in exports of Open Food Facts and its sisters, prices of Open Prices, pages of
shops (schema.org), and your own tables (columns gtin, name, brand, amount, ingredients, allergens,
price, currency, shop, date; or 条码, 名称, …). What breaks off goes on when you say it again.
`list` (the default) shows what was imported, `show NUMBER` a product, `search WORDS` finds some,
`remove NUMBER` forgets what came from a file.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lorgnette.app.goods.importing import Outcome
    from lorgnette.core.goods import Good, Observation
    from lorgnette.store.goods import Shelves
    from lorgnette.store.goods.shelves import Source

VERBS = ("list", "import", "show", "search", "remove")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("verb", nargs="?", choices=VERBS, default="list", help="what to do")
    parser.add_argument("what", nargs="*", metavar="WHAT", help="files, a number, or words")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--lang", default="en", help="search: the language of the words")


def run(given: argparse.Namespace) -> int:
    """Do what the verb says."""
    from lorgnette.app.config import read
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.store.goods import FILE

    file = read(given.config).folder / FILE
    if given.verb != "list" and not given.what:
        raise ConfigurationError(f"say what: lorgnette goods {given.verb} {WANTED[given.verb]}")
    if given.verb == "import":
        return bring_in_all(file, [Path(each) for each in given.what])
    if given.verb in ("show", "search"):
        import anyio

        return anyio.run(show if given.verb == "show" else search, file, given)
    if given.verb == "remove":
        return remove(file, given.what)
    return listed(file, json=given.json)


WANTED = {"import": "FILE…", "show": "NUMBER", "search": "WORDS", "remove": "NUMBER"}
"""What each verb is about."""


def shelves(file: Path) -> "Shelves":
    """The catalogue, to be written."""
    from lorgnette.store.goods import Shelves
    from lorgnette.store.goods.tables import open_catalogue

    return Shelves(open_catalogue(file))


def bring_in_all(file: Path, paths: list[Path]) -> int:
    """Import files; one that cannot be used stops no other. 1 when there was one."""
    import datetime as dt

    from lorgnette.app.goods.importing import bring_in
    from lorgnette.app.models.meter import Meter
    from lorgnette.core.errors import ConfigurationError, MissingPart

    into, failed = shelves(file), 0
    for path in paths:
        meter = Meter(sys.stderr, path.name)

        def tell(share: float, _outcome: object, path: Path = path, meter: Meter = meter) -> None:
            size = path.stat().st_size
            meter.tell(int(share * size), size)

        try:
            outcome = bring_in(path, into, dt.datetime.now(dt.UTC).date(), tell)
        except (ConfigurationError, MissingPart) as error:
            print(f"lorgnette: {error}", file=sys.stderr)
            failed += 1
            continue
        finally:
            meter.done()
        print("\n".join(report(path, outcome)))
    return 1 if failed else 0


def report(path: Path, outcome: "Outcome") -> "Iterator[str]":
    """What became of a file."""
    if outcome.already:
        yield f"{path.name}: is in the catalogue already"
        return
    yield f"{path.name}: {outcome.kind}, {outcome.goods} goods and {outcome.prices} prices"
    for bad in outcome.bad[:SHOWN]:
        yield f"  line {bad.line}: {bad.reason}"
    if outcome.unusable > SHOWN:
        yield f"  and {outcome.unusable - SHOWN} lines more that could not be used"


SHOWN = 10
"""Lines that could not be used, of which the reason is told."""


def listed(file: Path, *, json: bool) -> int:
    """Everything that was imported."""
    import msgspec

    sources = shelves(file).sources() if file.exists() else []
    if not sources and not json:
        print("The catalogue is empty: lorgnette goods import FILE")
    for each in sources:
        if json:
            print(msgspec.json.encode(each).decode())
        else:
            print(in_a_row(each))
    return 0


def in_a_row(source: "Source") -> str:
    """What came from one file."""
    counts = f"{source.goods:>9} goods  {source.prices:>9} prices"
    rest = "" if source.done else "  (broken off: import it again to go on)"
    return f"{source.id:4}  {counts}  {source.kind:<16}  {Path(source.name).name}{rest}"


def remove(file: Path, numbers: list[str]) -> int:
    """Forget what came from some files."""
    from lorgnette.core.errors import ConfigurationError

    known = shelves(file)
    sources = {str(each.id): each for each in known.sources()}
    for number in numbers:
        if number not in sources:
            raise ConfigurationError(f"there is no file {number}; see: lorgnette goods list")
        with known.lot():
            known.remove(sources[number].id)
        print(f"{Path(sources[number].name).name} is removed")
    return 0


async def show(file: Path, given: argparse.Namespace) -> int:
    """A product by its number, and what it costs."""
    import msgspec

    from lorgnette.core.codes.gtin import normalised
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.store.goods import SQLiteCatalogue

    number = normalised(given.what[0])
    if number is None:
        raise ConfigurationError(
            f"{given.what[0]!r} is no product number: its check digit is wrong"
        )
    catalogue = SQLiteCatalogue(file)
    good, prices = await catalogue.good(number), await catalogue.prices(number)
    await catalogue.aclose()
    if given.json:
        print(msgspec.json.encode({"good": good, "prices": prices}).decode())
    elif good is None and not prices:
        print(f"{number} is not in the catalogue")
    else:
        print("\n".join((*in_words(good), *map(in_a_line, prices))))
    return 0 if good or prices else 1


async def search(file: Path, given: argparse.Namespace) -> int:
    """Goods by name."""
    import msgspec

    from lorgnette.core.types import Language
    from lorgnette.store.goods import SQLiteCatalogue

    catalogue = SQLiteCatalogue(file)
    found = await catalogue.search(" ".join(given.what), language=Language(given.lang), limit=20)
    await catalogue.aclose()
    for good in found:
        name = good.name(given.lang)
        print(msgspec.json.encode(good).decode() if given.json else f"{good.gtin:>14}  {name}")
    if not found and not given.json:
        print("Nothing found.")
    return 0 if found else 1


def in_words(good: "Good | None") -> "Iterator[str]":
    """What is known of a product, a row for each thing."""
    if good is None:
        return
    yield f"{good.gtin}  {good.name('en')}"
    told = {
        "brand": good.brand,
        "maker": good.maker,
        "amount": f"{good.amount.value:g} {good.amount.unit}" if good.amount else "",
        "ingredients": good.ingredients,
        "allergens": "not said" if good.allergens is None else ", ".join(good.allergens) or "none",
        "traces": ", ".join(good.traces or ()),
        "nutri-score": good.nutriscore.upper(),
        "eco-score": good.ecoscore.upper(),
        "nova": str(good.nova or ""),
        "in 100": ", ".join(f"{name} {value:g}" for name, value in good.nutrition.items()),
        "source": good.source,
    }
    yield from (f"  {name}: {value}" for name, value in told.items() if value)


def in_a_line(seen: "Observation") -> str:
    """A price that somebody saw."""
    from lorgnette.core.facts.prices import DECIMALS

    decimals = DECIMALS.get(seen.currency, 2)
    price = f"{seen.price / 10**decimals:.{decimals}f} {seen.currency}"
    return f"  {seen.date}  {price:>12}{'/' + seen.per if seen.per else ''}  {seen.shop}".rstrip()
