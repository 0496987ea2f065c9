"""Drive a track: follow a way along a GPX file, and print what its wearer would hear.

The way leads from the first point of the track to its last one, or to the place that you name; a
new one is asked for wherever the track leaves it. It takes a map: lorgnette maps add FILE.osm.pbf.
"""

import argparse
import sys
from contextlib import aclosing, asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lorgnette.core.routes import Hindrance, Mode

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator, Sequence

    from lorgnette.app.composition import Engines
    from lorgnette.app.config import Config
    from lorgnette.core.fixes import Fix
    from lorgnette.core.guidance import Event
    from lorgnette.core.routes import Route
    from lorgnette.core.types import Language, Spot
    from lorgnette.engines import Places, Router

PACE = {Mode.FOOT: 1.4, Mode.BICYCLE: 4.5, Mode.CAR: 12.0}
"""Metres a second of a track that has no times."""

HINT = "lorgnette maps add FILE.osm.pbf, or --town"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("track", type=Path, metavar="TRACK.gpx", help="where somebody went")
    parser.add_argument("--to", metavar="PLACE", help="a place, or 52.5163,13.3777")
    parser.add_argument("--by", type=Mode, choices=list(Mode), default=Mode.FOOT, help="how")
    parser.add_argument(
        "--avoid", type=Hindrance, choices=list(Hindrance), action="append", default=[]
    )
    parser.add_argument(
        "--speed",
        type=speed,
        default=0.0,
        metavar="N",
        help="so many times as fast as it was: 1 is real time; by default as fast as it goes",
    )
    parser.add_argument("--lang", metavar="LANG", default="en", help="en or zh")
    parser.add_argument("--journal", type=Path, metavar="FILE", help="write the journey down, too")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def speed(text: str) -> float:
    """How much faster than it was; `full` is as fast as it goes."""
    if text == "full":
        return 0.0
    number = float(text)
    if not 0.01 <= number <= 10_000:
        raise argparse.ArgumentTypeError("must be from 0.01 to 10000, or full")
    return number


def run(given: argparse.Namespace) -> int:
    """Drive."""
    import anyio

    from lorgnette.app.config import read

    fixes = fixes_of(given.track, given.by)

    async def main() -> int:
        async with engines_of(read(given.config)) as engines:
            return await follow(given, fixes, engines)

    return anyio.run(main)


def fixes_of(path: Path, mode: Mode) -> "Sequence[Fix]":
    """The fixes of a track. Raises ConfigurationError when it is none."""
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.core.gpx import MOST_BYTES, NotATrack, fixes, read

    try:
        with path.open("rb") as file:
            found = list(fixes(read(file.read(MOST_BYTES + 1)), speed=PACE[mode]))
    except OSError as error:
        raise ConfigurationError(f"cannot read {path}: {error.strerror}") from error
    except NotATrack as error:
        raise ConfigurationError(f"{path} is no track: {error}") from error
    if len(found) < 2:
        raise ConfigurationError(f"{path} has one point only: nobody moves")
    return found


@asynccontextmanager
async def engines_of(config: "Config") -> "AsyncIterator[Engines]":
    """The maps and services of the hub with this configuration."""
    from lorgnette.app.composition import compose
    from lorgnette.engines import PLACES, ROUTER

    engines = compose(config, (ROUTER, PLACES))
    try:
        yield engines
    finally:
        await engines.aclose()


async def follow(given: argparse.Namespace, fixes: "Sequence[Fix]", engines: "Engines") -> int:
    """Print what is said; 1 when the goal was not reached."""
    from lorgnette.app.cli.journey_texts import Tally, in_json, in_lines
    from lorgnette.app.driving import drive
    from lorgnette.core.types import Language

    language, tally = Language(given.lang), Tally()
    router = router_of(engines, language)
    waits, avoid = list[float](), frozenset(given.avoid)
    route = await route_of(given, fixes, engines, router)
    lines = in_json if given.json else in_lines
    driving = drive(route, fixes, router, avoid=avoid, speed=given.speed, asked=waits.append)
    async with aclosing(driving) as moments:
        with written(given, route) as write:
            async for moment in moments:
                write(moment.event)
                tally.take(moment)
                for line in lines(moment, language):
                    print(line, flush=bool(given.speed))
    took = ", ".join(f"{1000 * each:.0f}" for each in waits)
    print(f"{tally}{f'; found in {took} ms' if took else ''}", file=sys.stderr)
    return 0 if tally.arrived else 1


@contextmanager
def written(given: argparse.Namespace, route: "Route") -> "Iterator[Callable[[Event], object]]":
    """Writes events to the journal that was asked for, if one was. Raises ConfigurationError."""
    from datetime import UTC, datetime

    from lorgnette.core.errors import ConfigurationError
    from lorgnette.core.guidance.journal import Beginning, Head, line_of
    from lorgnette.core.types import Language

    if given.journal is None:
        yield lambda _event: None
        return
    head = Head(1, datetime.now(UTC), (given.to or "",), given.by, Language(given.lang))
    try:
        with given.journal.open("wb") as file:
            file.write(line_of(head) + line_of(Beginning(0.0, route)))
            yield lambda event: file.write(line_of(event))
    except OSError as error:
        raise ConfigurationError(f"cannot write {given.journal}: {error.strerror}") from error


def router_of(engines: "Engines", language: "Language") -> "Router":
    """Who knows ways, with streets as they are called in a language. Raises NoMap."""
    from lorgnette.core.errors import NoMap
    from lorgnette.engines import PLACES, ROUTER
    from lorgnette.engines.wrap.streets import OwnStreets

    if ROUTER not in engines.found:
        raise NoMap(f"there is no map: {HINT}")
    return OwnStreets(engines.found[ROUTER], engines.found.get(PLACES), language)


async def route_of(
    given: argparse.Namespace, fixes: "Sequence[Fix]", engines: "Engines", router: "Router"
) -> "Route":
    """The way from the first fix. Raises NoMap, NoRoute, NotFound."""
    from lorgnette.core.errors import NoMap
    from lorgnette.engines import Trip

    goal = await spot_of(given, fixes, engines)
    trip = Trip((fixes[0].spot, goal), given.by, frozenset(given.avoid), fixes[0].course)
    try:
        return (await router.routes(trip))[0]
    except NoMap as error:
        raise NoMap(f"{error}: {HINT}") from error


async def spot_of(given: argparse.Namespace, fixes: "Sequence[Fix]", engines: "Engines") -> "Spot":
    """Where the way leads: the end of the track, or the place that was named."""
    from lorgnette.core.errors import NotFound
    from lorgnette.core.places import coordinates
    from lorgnette.core.types import Language
    from lorgnette.engines import PLACES

    if given.to is None:
        return fixes[-1].spot
    if (spot := coordinates.read(given.to)) is not None:
        return spot
    places: Places | None = engines.found.get(PLACES)
    language = Language(given.lang)
    found = await places.search(given.to, language=language, near=fixes[0].spot) if places else ()
    if not found or found[0].is_doubtful:
        raise NotFound(f"no map knows a place called {given.to}")
    return found[0].place.spot
