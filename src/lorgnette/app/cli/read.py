"""Read the text in picture files, in order; or only the prices, a word, or a translation."""

import argparse
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lorgnette.core.types import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from lorgnette.app.cli.read_texts import Told
    from lorgnette.app.composition import Engines
    from lorgnette.core.pages import Page
    from lorgnette.core.pictures import Pixels

    Say = Callable[[Told], None]

MORE = "translation models know more, see docs/howto/translate-with-better-models.md"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a picture")
    parser.add_argument("--lang", metavar="LANG", help="the language in the pictures")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--prices", action="store_true", help="only the prices, and what for")
    what.add_argument("--find", metavar="WORD", help="only where a word or some words are")
    what.add_argument("--translate", metavar="LANG", help="into this language, block by block")
    parser.add_argument(
        "--picture",
        type=Path,
        metavar="PATH",
        help="with --translate: write the picture with the translation in the place of the text, "
        "uncertain parts underlined with dashes; a file, or a folder for several",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def run(given: argparse.Namespace) -> int:
    """Read."""
    import anyio

    from lorgnette.core.errors import ConfigurationError

    if given.picture and not given.translate:
        raise ConfigurationError("--picture shows a translation: say --translate LANG as well")
    return anyio.run(read_all, given)


async def read_all(given: argparse.Namespace) -> int:
    """Read every file; 1 when one could not be read, or what was wanted is not in it."""
    from lorgnette.app.cli.picture_files import opened, places
    from lorgnette.app.composition import compose
    from lorgnette.app.config import read
    from lorgnette.core.errors import MissingPart
    from lorgnette.engines import LANGUAGE_IDENTIFIER, PAINTER, READER, TRANSLATOR, Key

    chosen = places(given.files, given.picture)
    needed: list[Key[Any]] = [READER, *([TRANSLATOR] if given.translate else [])]
    needed += [PAINTER] if given.picture else []
    engines = compose(read(given.config), [*needed, LANGUAGE_IDENTIFIER])
    for key in needed:
        if key not in engines.found:
            raise MissingPart("; ".join(engines.set_aside.values()) or f"there is no {key.name}")
    failed = 0
    try:
        for file, place in zip(given.files, chosen, strict=True):
            pixels = await opened(file)
            if pixels is None or not await read_one(file, pixels, engines, given, place):
                failed += 1
    finally:
        await engines.aclose()
    return 1 if failed else 0


async def read_one(
    file: Path,
    pixels: "Pixels",
    engines: "Engines",
    given: argparse.Namespace,
    place: Path | None,
) -> bool:
    """Print what is wanted of one file; whether there is any of it."""
    from lorgnette.app.cli import read_texts
    from lorgnette.app.reading.pages import read
    from lorgnette.engines import READER

    say = partial(read_texts.print_told, file, as_json=given.json)
    everything = not (given.prices or given.find or given.translate)
    language = Language(given.lang) if given.lang else None
    page = await read(
        engines.found[READER],
        pixels,
        language,
        lambda line: say(read_texts.of_line(line)) if everything else None,
    )
    if not page.rows:
        print(f"{file}: nothing readable", file=sys.stderr)
        return False
    if everything:
        return True
    if given.translate:
        return await translate(pixels, page, engines, given, (say, place))
    wanted = read_texts.of_prices(page) if given.prices else read_texts.of_places(page, given.find)
    for told in wanted:
        say(told)
    if not wanted:
        missing = "no prices" if given.prices else f"«{given.find}» is not in it"
        print(f"{file}: {missing}", file=sys.stderr)
    return bool(wanted)


async def translate(
    pixels: "Pixels",
    page: "Page",
    engines: "Engines",
    given: argparse.Namespace,
    out: "tuple[Say, Path | None]",
) -> bool:
    """Print the translation, and write the picture; whether all of it could be translated."""
    from lorgnette.app.cli.picture_files import write
    from lorgnette.app.cli.read_texts import of_translation
    from lorgnette.engines import LANGUAGE_IDENTIFIER, PAINTER, TRANSLATOR
    from lorgnette.skills.translated import laid_out, translated, turned_upright

    say, place = out
    pixels, page = turned_upright(pixels, page)
    found = await translated(
        page,
        engines.found[TRANSLATOR],
        Language(given.translate),
        source=Language(given.lang) if given.lang else None,
        identifier=engines.found.get(LANGUAGE_IDENTIFIER),
    )
    for each in found:
        say(of_translation(each))
    if not found:
        print(f"there is nothing to translate into {given.translate}", file=sys.stderr)
    if place is not None:
        painted = await engines.found[PAINTER].paint(pixels, laid_out(page, found))
        await write(painted, place)
        print(f"written to {place}", file=sys.stderr)
    unknown = sum(each.translation is None for each in found)
    if unknown:
        print(f"{unknown} of {len(found)} parts have no translation: {MORE}", file=sys.stderr)
    return not unknown
