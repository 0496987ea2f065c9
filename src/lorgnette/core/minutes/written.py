"""Minutes as files: Markdown for people, JSON for programs, with the transcript below."""

from collections.abc import Iterator, Mapping
from typing import Final

import msgspec

from lorgnette.core.minutes.minutes import Action, Minutes, Point, Quote
from lorgnette.core.minutes.rules import LANGUAGES, Headings, read
from lorgnette.core.transcripts import Line, Transcript
from lorgnette.core.transcripts.exports.clock import clock
from lorgnette.core.transcripts.exports.markdown import plainly, spoken
from lorgnette.core.types import ENGLISH, Language

FORMATS: Final = ("md", "json")


def export(minutes: Minutes, transcript: Transcript, ending: str, language: Language) -> bytes:
    """The content of a file with this ending, one of `FORMATS`, in UTF-8."""
    if ending == "json":
        return json_file(minutes, transcript).encode()
    return markdown(minutes, transcript, language).encode()


def markdown(minutes: Minutes, transcript: Transcript, language: Language) -> str:
    """The minutes as Markdown, and what was said below; parts without an entry are left out.

    Every quotation ends with the number of its line and its time: `[3 · 0:07]`. Languages
    without headings have the English ones.
    """
    headings = read(language if language in LANGUAGES else ENGLISH).headings
    lines = {line.number: line for line in transcript.lines}
    parts = [f"# {plainly(minutes.title)}".rstrip(), _about(minutes)]
    for heading, points in (
        (headings.summary, minutes.summary),
        (headings.decisions, minutes.decisions),
        (headings.actions, minutes.actions),
        (headings.questions, minutes.questions),
    ):
        if points:
            entries = (_entry(point, lines, headings) for point in points)
            parts += [f"## {heading}", "\n".join(entries)]
    parts += [f"## {headings.transcript}", *spoken(transcript)]
    return "\n\n".join(parts) + "\n"


def json_file(minutes: Minutes, transcript: Transcript) -> str:
    """The transcript as JSON, with its minutes under `minutes`."""
    whole = msgspec.to_builtins(transcript) | {"minutes": minutes}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2).decode() + "\n"


def _about(minutes: Minutes) -> str:
    began = [f"{minutes.began:%Y-%m-%d %H:%M}"] if minutes.began else []
    people = [plainly(", ".join(minutes.people))] if minutes.people else []
    return " · ".join([*began, clock(minutes.seconds), *people])


def _entry(point: Point | Action, lines: Mapping[int, Line], headings: Headings) -> str:
    quotes = " ".join(_quotations(point.quotes, lines))
    if isinstance(point, Point):
        return f"- {quotes}"
    owner = plainly(point.owner or headings.nobody)
    due = f" ({point.due.isoformat()})" if point.due else ""
    return f"- **{owner}**{due}: {quotes}"


def _quotations(quotes: tuple[Quote, ...], lines: Mapping[int, Line]) -> Iterator[str]:
    for quote in quotes:
        yield f"«{plainly(quote.text)}» [{quote.line} · {clock(lines[quote.line].start)}]"
