"""Minutes as files: for people as Markdown, text or a document, for programs as JSON.

What was said stands below them.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final, NamedTuple

import msgspec

from lorgnette.core.minutes.minutes import Action, Minutes, Point
from lorgnette.core.minutes.rules import LANGUAGES, Headings, read
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.transcripts.exports.clock import clock
from lorgnette.core.transcripts.exports.docx import (
    BOLD,
    SOFT,
    document,
    paragraph,
    run,
)
from lorgnette.core.transcripts.exports.docx import spoken as spoken_in_docx
from lorgnette.core.transcripts.exports.markdown import plainly, spoken
from lorgnette.core.transcripts.exports.plain import plain
from lorgnette.core.types import ENGLISH, Language

FORMATS: Final = ("md", "txt", "json", "docx")


class Entry(NamedTuple):
    """One entry of the minutes: whose and until when, and each sentence with its place."""

    owner: str
    due: str
    sentences: tuple[tuple[str, str], ...]


def export(minutes: Minutes, transcript: Transcript, ending: str, language: Language) -> bytes:
    """The content of a file with this ending, one of `FORMATS`; texts are UTF-8."""
    if ending == "json":
        return json_file(minutes, transcript).encode()
    if ending == "docx":
        return docx(minutes, transcript, language)
    text = markdown if ending == "md" else plain_text
    return text(minutes, transcript, language).encode()


def markdown(minutes: Minutes, transcript: Transcript, language: Language) -> str:
    """The minutes as Markdown, and what was said below; parts without an entry are left out.

    Every sentence ends with the number of its line and its time: `[3 · 0:07]`. Languages
    without headings have the English ones.
    """
    parts = [f"# {plainly(minutes.title)}".rstrip(), about(minutes, plainly)]
    for heading, entries in chapters(minutes, transcript, language):
        rows = (f"- {_row(entry, '**{}**', plainly)}" for entry in entries)
        parts += [f"## {heading}", "\n".join(rows)]
    parts += [f"## {headings(language).transcript}", *spoken(transcript)]
    return "\n\n".join(parts) + "\n"


def plain_text(minutes: Minutes, transcript: Transcript, language: Language) -> str:
    """The minutes as plain text, and what was said below."""
    parts = [f"{minutes.title}\n{about(minutes)}".strip()]
    parts += plain_chapters(minutes, transcript, language)
    parts.append(f"{headings(language).transcript}\n{plain(transcript)}".strip())
    return "\n\n".join(parts) + "\n"


def plain_chapters(minutes: Minutes, transcript: Transcript, language: Language) -> Iterator[str]:
    """The parts that have an entry, as plain text."""
    for heading, entries in chapters(minutes, transcript, language):
        rows = (f"- {_row(entry, '{}', str)}" for entry in entries)
        yield "\n".join([heading, *rows])


def docx(minutes: Minutes, transcript: Transcript, language: Language) -> bytes:
    """The minutes as a document, and what was said below."""
    body = [paragraph(run(minutes.title), "Title"), paragraph(run(about(minutes)))]
    for heading, entries in chapters(minutes, transcript, language):
        body.append(paragraph(run(heading), "Heading1"))
        for entry in entries:
            whose = run(f"{entry.owner}{entry.due}: ", BOLD) if entry.owner else ""
            told = "".join(run(f"{text} ") + run(f"{at} ", SOFT) for text, at in entry.sentences)
            body.append(paragraph(whose + told))
    body.append(paragraph(run(headings(language).transcript), "Heading1"))
    return document([*body, *spoken_in_docx(transcript)])


def json_file(minutes: Minutes, transcript: Transcript) -> str:
    """The transcript as JSON, with its minutes under `minutes`."""
    whole = msgspec.to_builtins(transcript) | {"minutes": minutes}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def headings(language: Language) -> Headings:
    """What stands above the parts, in a language or in English."""
    return read(language if language in LANGUAGES else ENGLISH).headings


def chapters(
    minutes: Minutes, transcript: Transcript, language: Language
) -> Iterator[tuple[str, list[Entry]]]:
    """The parts that have an entry, each with what stands above it."""
    above = headings(language)
    lines = {line.number: line for line in transcript.lines}
    for heading, points in (
        (above.summary, minutes.summary),
        (above.decisions, minutes.decisions),
        (above.actions, minutes.actions),
        (above.questions, minutes.questions),
    ):
        if points:
            yield heading, [_entry(point, lines, above) for point in points]


def about(minutes: Minutes, shown: Callable[[str], str] = str) -> str:
    """When the meeting was, how long, and who was there."""
    began = [f"{minutes.began:%Y-%m-%d %H:%M}"] if minutes.began else []
    people = [shown(", ".join(minutes.people))] if minutes.people else []
    return " · ".join([*began, clock(minutes.seconds), *people])


def _entry(point: Point | Action, lines: Mapping[int, Line], above: Headings) -> Entry:
    at = [f"[{quote.line} · {clock(lines[quote.line].start)}]" for quote in point.quotes]
    quoted = (f"«{quote.text}»" for quote in point.quotes)
    told = [(point.text, " ".join(at))] if point.text else zip(quoted, at, strict=True)
    sentences = tuple(told)
    if isinstance(point, Point):
        return Entry("", "", sentences)
    due = f" ({point.due.isoformat()})" if point.due else ""
    return Entry(point.owner or above.nobody, due, sentences)


def _row(entry: Entry, owner: str, shown: Callable[[str], str]) -> str:
    whose = f"{owner.format(shown(entry.owner))}{entry.due}: " if entry.owner else ""
    return whose + " ".join(f"{shown(text)} {at}" for text, at in entry.sentences)
