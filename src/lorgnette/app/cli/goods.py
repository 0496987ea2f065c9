"""Fill the catalogue of goods and prices on this machine, and look things up in it.

Works while a hub runs, and without one.
"""

import argparse
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from lorgnette.app.cli.verbs import add_json, add_limit, in_json, verbs

if TYPE_CHECKING:
    from lorgnette.app.goods.tables import File
    from lorgnette.store.goods import Shelves, SQLiteCatalogue


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    each = verbs(
        parser,
        **{"import": "take in files; what was broken off goes on when it is said again"},
        list="show which files were imported, and whose answers are kept",
        show="print what is known of a product, or of loose goods, and what they cost",
        search="find products by name, also when it is misspelt",
        remove="forget what came from a file, or the answers of a catalogue",
    )
    each["import"].add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="an export of Open Food Facts, its sisters or Open Prices; a page of a shop; or your "
        "own table with columns such as gtin, name, price, currency, shop, date (条码, 名称, …)",
    )
    each["import"].add_argument(
        "--currency", default="", metavar="CODE", help="of prices that do not say it, such as CNY"
    )
    each["show"].add_argument(
        "what", nargs="+", metavar="NUMBER", help="the number under the bars; or what is loose"
    )
    each["search"].add_argument("words", nargs="+", metavar="WORD", help="a name, or a part of it")
    each["search"].add_argument("--language", default="en", metavar="CODE", help="of the names")
    add_limit(each["search"], 20)
    each["remove"].add_argument("what", nargs="+", metavar="ID", help="as in the list")
    add_json(each["list"], each["show"], each["search"])


def run(given: argparse.Namespace) -> int:
    """Do what the verb says."""
    from lorgnette.app.config import read
    from lorgnette.store.goods import FILE

    file = read(given.config).folder / FILE
    at_once = {"import": bring_in_all, "list": show_all, "remove": remove}
    if given.verb in at_once:
        return at_once[given.verb](file, given)
    import anyio

    return anyio.run(show if given.verb == "show" else search, file, given)


def opened(file: Path) -> "Shelves":
    """The catalogue, to be written."""
    from lorgnette.store.goods import Shelves
    from lorgnette.store.goods.tables import open_catalogue

    return Shelves(open_catalogue(file))


def bring_in_all(file: Path, given: argparse.Namespace) -> int:
    """Import files; one that cannot be used stops no other. 1 when there was one."""
    import datetime as dt

    from lorgnette.app.goods.tables import File
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.core.facts.prices import DECIMALS

    currency = given.currency.upper()
    if currency and currency not in DECIMALS:
        raise ConfigurationError(f"--currency {given.currency}: there is no such currency")
    today = dt.datetime.now(dt.UTC).date()
    with closing(opened(file)) as shelves:
        worked = [bring_in(File(path, today, currency), shelves) for path in given.files]
    return 0 if all(worked) else 1


def bring_in(about: "File", shelves: "Shelves") -> bool:
    """Import a file, and say what became of it; whether it was read to its end."""
    from lorgnette.app.cli.goods_texts import report
    from lorgnette.app.goods.importing import Outcome, bring_in
    from lorgnette.app.models.meter import Meter
    from lorgnette.core.errors import ConfigurationError, MissingPart

    meter = Meter(sys.stderr, about.path.name)

    def tell(share: float, _outcome: Outcome) -> None:
        size = about.path.stat().st_size
        meter.tell(round(share * size), size)

    try:
        outcome = bring_in(about, shelves, tell)
    except (ConfigurationError, MissingPart) as error:
        print(f"lorgnette: {error}", file=sys.stderr)
        return False
    finally:
        meter.done()
    print("\n".join(report(about.path.name, outcome)))
    return not outcome.damaged


def show_all(file: Path, given: argparse.Namespace) -> int:
    """Everything that was imported, and how much of others' answers is kept."""
    from lorgnette.app.cli.goods_texts import in_list

    if not file.exists():
        print("[]" if given.json else "Nothing was imported yet: lorgnette goods import FILE")
        return 0
    with closing(opened(file)) as shelves:
        sources, answers = shelves.sources(), shelves.answers()
    if given.json:
        print(in_json({"files": sources, "answers": answers}))
        return 0
    for each in sources:
        print(in_list(each))
    for catalogue, count in answers.items():
        print(f"{catalogue}: {count} answers are kept")
    return 0


def remove(file: Path, given: argparse.Namespace) -> int:
    """Forget what came from some files, and answers."""
    from lorgnette.core.errors import NotFound

    with closing(opened(file)) as shelves:
        sources = {str(each.id): each for each in shelves.sources()}
        for what in given.what:
            if what in sources:
                shelves.remove(sources[what].id)
            elif not shelves.forget_answers(what):
                raise NotFound(f"there is no {what}; see: lorgnette goods list")
            print(f"Removed: {what}.")
    return 0


async def show(file: Path, given: argparse.Namespace) -> int:
    """A product by its number, or loose goods by their name, and what they cost."""
    from lorgnette.app.cli.goods_texts import in_line, in_whole

    numbers = meant(" ".join(given.what))
    catalogue = catalogue_in(file)
    for number in numbers:
        good, prices = await catalogue.good(number), await catalogue.prices(number)
        if good or prices:
            break
    await catalogue.aclose()
    if given.json:
        print(in_json({"good": good, "prices": prices}))
    elif good is None and not prices:
        print(f"{numbers[0]} is not in the catalogue.")
    else:
        print("\n".join((*(in_whole(good) if good else [number]), *map(in_line, prices))))
    return 0 if good or prices else 1


def meant(typed: str) -> list[str]:
    """The number, or the categories, that somebody types. Raises ConfigurationError for neither."""
    from lorgnette.core.codes.gtin import expanded, normalised
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.core.loose import categories

    bare = typed.replace(" ", "").replace("-", "")
    number = normalised(bare) or normalised(expanded(bare) or "")
    found = [number] if number else [] if bare.isdigit() else categories(typed)
    if not found:
        raise ConfigurationError(f"{typed!r} is no product number, or has a wrong digit")
    return found


async def search(file: Path, given: argparse.Namespace) -> int:
    """Goods by name."""
    from lorgnette.app.cli.goods_texts import in_result
    from lorgnette.core.types import Language

    language = Language(given.language)
    catalogue = catalogue_in(file)
    found = await catalogue.search(" ".join(given.words), language=language, limit=given.limit)
    await catalogue.aclose()
    if given.json:
        print(in_json(found))
    elif not found:
        print("Nothing was found.")
    for good in found if not given.json else ():
        print(in_result(good, language))
    return 0 if found else 1


def catalogue_in(file: Path) -> "SQLiteCatalogue":
    """The catalogue, to be read."""
    from lorgnette.store.goods import SQLiteCatalogue

    return SQLiteCatalogue(file)
