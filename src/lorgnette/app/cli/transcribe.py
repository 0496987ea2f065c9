"""Write down what is said in sound or film files, as text, subtitles or a document."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from lorgnette.core.transcripts.exports import FORMATS
from lorgnette.core.types import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from lorgnette.app.config import Config
    from lorgnette.core.transcripts import Transcript
    from lorgnette.engines import Recogniser, VoiceActivity


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add this command's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="a sound or film file")
    parser.add_argument("--to", choices=FORMATS, help="the format; by default that of --out, or md")
    parser.add_argument(
        "--out",
        type=Path,
        metavar="PATH",
        help="a file or a folder; by default one file goes to standard output, several go beside "
        "their recordings",
    )
    parser.add_argument("--lang", default="en", help="the language that is spoken")
    parser.add_argument(
        "--minutes",
        action="store_true",
        help="put the minutes of the meeting before what was said, but for subtitles: decisions, "
        "action items and open questions, each with the lines it comes from",
    )
    parser.add_argument(
        "--keep",
        action="store_true",
        help="keep what was said among your meetings, where it can be searched",
    )


def run(given: argparse.Namespace) -> int:
    """Transcribe."""
    import anyio

    return anyio.run(transcribe_all, given)


async def transcribe_all(given: argparse.Namespace) -> int:
    """Write down every file with the same engines; one that cannot be read stops no other."""
    from lorgnette.app.config import read
    from lorgnette.app.transcribing.engines import engines_for
    from lorgnette.app.transcribing.places import ending, places
    from lorgnette.core.errors import ConfigurationError

    kind = ending(given.to, given.out)
    content = content_in(kind, Language(given.lang) if given.minutes else None)
    chosen = places(given.files, given.out, kind)
    failed, config, language = 0, read(given.config), Language(given.lang)
    async with engines_for(config, language) as engines:
        for file, place in zip(given.files, chosen, strict=True):
            try:
                said = await transcribe(file, place, content, engines, language)
                if given.keep and said.lines:
                    await keep(said, config, language)
            except ConfigurationError as error:
                if len(given.files) == 1:
                    raise
                print(f"lorgnette: {error}", file=sys.stderr)
                failed += 1
    return 1 if failed else 0


def content_in(kind: str, minutes_in: Language | None) -> "Callable[[Transcript], bytes]":
    """What is written of a transcript; with minutes in a language, or without.

    Raises ConfigurationError when a file of this kind cannot have minutes.
    """
    from lorgnette.core.errors import ConfigurationError
    from lorgnette.core.minutes import written
    from lorgnette.core.transcripts.exports import export

    if minutes_in is None:
        return lambda said: export(said, kind)
    if kind not in written.FORMATS:
        wanted = " or ".join(f"--to {each}" for each in written.FORMATS)
        raise ConfigurationError(f"minutes cannot be written as {kind}: use {wanted}")
    return lambda said: with_minutes(said, kind, minutes_in)


def with_minutes(said: "Transcript", kind: str, language: Language) -> bytes:
    """A transcript with its minutes."""
    from lorgnette.core.minutes import minutes, written

    if said.began is None:
        print(
            f"{said.title}: the file does not tell when it was made, so days such as «by Friday» "
            "have no date",
            file=sys.stderr,
        )
    return written.export(minutes(said, said.began), said, kind, language)


async def transcribe(
    file: Path,
    place: Path | None,
    content: "Callable[[Transcript], bytes]",
    engines: "tuple[Recogniser, VoiceActivity]",
    language: Language,
) -> "Transcript":
    """Write down one file. Whatever ends it early, what was heard by then is written."""
    from lorgnette.app.transcribing.places import put
    from lorgnette.app.transcribing.progress import Progress
    from lorgnette.app.transcribing.recording import opened
    from lorgnette.app.transcribing.transcriber import Transcriber

    async with opened(file) as recording:
        transcriber = Transcriber(*engines, language)
        progress = Progress(sys.stderr, file.name, recording.seconds)
        try:
            await transcriber.run(recording, progress.tell)
        finally:
            progress.done()
            transcript = transcriber.transcript(file.stem, recording)
            for remark in transcriber.remarks(recording):
                print(f"{file.name}: {remark}", file=sys.stderr)
            if transcriber.finished or transcript.lines:
                put(content(transcript), place)
                if place:
                    print(f"{file.name}: written to {place}", file=sys.stderr)
    return transcript


async def keep(said: "Transcript", config: "Config", language: Language) -> None:
    """Keep a transcript among the owner's meetings."""
    from lorgnette.app.cli.meetings import open_diary
    from lorgnette.app.clocks import SystemClock, zone

    began = said.began or SystemClock().now().astimezone(zone(config.hub.time_zone))
    async with open_diary(config, None) as diary:
        meeting = await diary.begin(said.title, began, language)
        await diary.write(meeting.id, said.lines, seconds=said.seconds)
        await diary.end(meeting.id, seconds=said.seconds)
    print(f"{said.title}: kept as meeting {meeting.id}", file=sys.stderr)
