"""Read, search, export, rename and delete the meetings that are kept.

Works while a hub runs, and without one.
"""

import argparse
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from lorgnette.app.cli.verbs import (
    add_deleting,
    add_json,
    add_limit,
    add_wearer,
    in_json,
    positive,
    sure,
    verbs,
)
from lorgnette.core.transcripts.exports import FORMATS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from lorgnette.app.config import Config
    from lorgnette.engines import Diary


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    each = verbs(
        parser,
        list="show which meetings are kept, the newest first",
        show="print a meeting: its minutes, what was marked, and what was said",
        export="write a meeting to a file, with its minutes where the format has room",
        search="find what was said, as in: what did Anna say about the budget",
        rename="give a meeting, or one of its speakers, another name",
        delete="delete meetings with everything that belongs to them, for ever",
    )
    add_wearer(*each.values(), what="meetings")
    for name in ("show", "export", "rename"):
        each[name].add_argument("id", type=int, metavar="ID", help="the number of the meeting")
    add_json(each["list"], each["show"], each["search"])
    add_limit(each["list"], 50)
    add_limit(each["search"], 10)
    each["show"].add_argument(
        "--rewrite", action="store_true", help="let the thinker word the minutes anew, and keep it"
    )
    of_export(each["export"])
    of_search(each["search"])
    each["rename"].add_argument("name", metavar="NAME", help="the new title or name")
    each["rename"].add_argument(
        "--speaker", type=positive, metavar="N", help="name this speaker, not the meeting"
    )
    add_deleting(each["delete"])
    each["delete"].add_argument("--audio", action="store_true", help="delete the sound alone")


def of_export(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `export`."""
    parser.add_argument("--to", choices=FORMATS, help="the format; by default that of --out, or md")
    parser.add_argument("--out", type=Path, metavar="PATH", help="a file; else standard output")
    parser.add_argument("--without-minutes", action="store_true", help="write only what was said")


def of_search(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `search`."""
    parser.add_argument("words", nargs="*", metavar="WORD", help="words, or a question")
    parser.add_argument("--person", metavar="NAME", default="", help="only what they said")
    parser.add_argument("--meeting", type=int, metavar="ID", help="only in this meeting")
    parser.add_argument("--since", metavar="DATE", help="in meetings from this day on: 2026-03-31")
    parser.add_argument("--until", metavar="DATE", help="in meetings until this day")
    parser.add_argument("--skip", type=int, default=0, metavar="N", help="without the first N")


def run(given: argparse.Namespace) -> int:
    """Do one thing with the meetings."""
    import anyio

    from lorgnette.app.config import read

    return anyio.run(main, read(given.config), given)


async def main(config: "Config", given: argparse.Namespace) -> int:
    """Do what was asked, in the store that the hub has open as well."""
    shown = {"list": show_all, "show": show, "export": export, "search": search}
    async with open_diary(config, given.wearer) as diary:
        if given.verb in shown:
            await shown[given.verb](diary, config, given)
        elif given.verb == "rename":
            await rename(diary, given)
        else:
            return await delete(diary, given)
    return 0


@asynccontextmanager
async def open_diary(config: "Config", wearer: str | None) -> "AsyncIterator[Diary]":
    """The meetings of a wearer, of the hub that has this configuration."""
    from lorgnette.app.cli.stores import open_store, wearer_of
    from lorgnette.app.house import meetings_in

    whose = await wearer_of(config, wearer)
    async with open_store(config) as store:
        yield meetings_in(store, config).of(whose)


async def show_all(diary: "Diary", _config: "Config", given: argparse.Namespace) -> None:
    """Print which meetings there are."""
    from lorgnette.app.cli.meeting_texts import in_list

    every = await diary.newest(limit=given.limit)
    if given.json:
        print(in_json(every))
    elif not every:
        print("No meetings are kept.")
    for each in every if not given.json else ():
        print(in_list(each))


async def show(diary: "Diary", config: "Config", given: argparse.Namespace) -> None:
    """Print a meeting."""
    from lorgnette.app.cli.meeting_texts import in_whole
    from lorgnette.skills.minuted import minutes_of

    meeting, said = await diary.one(given.id), await diary.transcript(given.id)
    if given.rewrite:
        await rewrite(diary, config, given.id)
    minutes = await minutes_of(diary, given.id)
    if given.json:
        print(in_json({"meeting": meeting, "minutes": minutes, "lines": said.lines}))
    else:
        print("\n".join(in_whole(meeting, said, minutes)))


async def rewrite(diary: "Diary", config: "Config", meeting: int) -> None:
    """Let the thinker word the minutes anew. Raises ConfigurationError when there is none."""
    from lorgnette.app.composition import compose
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.core.types import Language
    from lorgnette.engines import THINKER
    from lorgnette.skills.minuted import rewrite as rewritten

    engines = compose(config, (THINKER,))
    try:
        if THINKER not in engines.found:
            why = "; ".join(engines.set_aside.values())
            raise ConfigurationError(f"there is no thinker: {why or 'set thinker.url'}")
        await rewritten(
            diary,
            meeting,
            engines.found[THINKER],
            language=Language((await diary.one(meeting)).language),
            patience=config.thinker.patience,
        )
    finally:
        await engines.aclose()


async def export(diary: "Diary", _config: "Config", given: argparse.Namespace) -> None:
    """Write a meeting to a file."""
    from lorgnette.app.cli.meeting_texts import file_name
    from lorgnette.app.transcribing.places import ending, places, put
    from lorgnette.core.minutes import written
    from lorgnette.core.transcripts.exports import export as exported
    from lorgnette.skills.minuted import minutes_of

    meeting, said = await diary.one(given.id), await diary.transcript(given.id)
    kind = ending(given.to, given.out)
    [place] = places([Path(file_name(meeting))], given.out, kind)
    if kind in written.FORMATS and not given.without_minutes:
        minutes = await minutes_of(diary, given.id)
        put(written.export(minutes, said, kind, meeting.language), place)
    else:
        put(exported(said, kind), place)
    if place:
        print(f"written to {place}", file=sys.stderr)


async def search(diary: "Diary", config: "Config", given: argparse.Namespace) -> None:
    """Find what was said."""
    from lorgnette.app.cli.meeting_texts import day, in_result
    from lorgnette.app.clocks import zone
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.core.search.question import asked
    from lorgnette.engines import Search

    words, person = asked(" ".join(given.words), await diary.people())
    where = zone(config.hub.time_zone)
    wish = Search(
        words,
        given.person or person,
        given.meeting,
        day(given.since, where) if given.since else None,
        day(given.until, where, end=True) if given.until else None,
    )
    if wish == Search():
        raise ConfigurationError("say what to look for, as in: lorgnette meetings search budget")
    hits = await diary.search(wish, skip=max(0, given.skip), limit=given.limit)
    if given.json:
        print(in_json(hits))
    elif not hits:
        print("Nothing was found.")
    for each in hits if not given.json else ():
        print(in_result(each, bold=sys.stdout.isatty()))


async def rename(diary: "Diary", given: argparse.Namespace) -> None:
    """Give a meeting or a speaker another name."""
    if given.speaker is None:
        await diary.retitle(given.id, given.name)
        print(f"Renamed: meeting {given.id}.")
    else:
        await diary.name_speaker(given.id, given.speaker, given.name)
        print(f"Renamed: speaker {given.speaker} of meeting {given.id}.")


async def delete(diary: "Diary", given: argparse.Namespace) -> int:
    """Delete meetings, or their sound, once it is certain that this is wanted."""
    from lorgnette.app.cli.meeting_texts import in_list

    for each in dict.fromkeys(given.ids):
        meeting = await diary.one(each)
        what = "the sound of" if given.audio else "for ever"
        if not sure(given, f"Delete {what} {in_list(meeting).strip()}"):
            return 1
        if given.audio:
            await diary.delete_audio(each)
        else:
            await diary.delete(each)
        print(f"Deleted: {'the sound of ' if given.audio else ''}meeting {each}.")
    return 0
