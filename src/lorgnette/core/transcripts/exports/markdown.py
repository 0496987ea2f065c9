"""Markdown (CommonMark): a title, and paragraphs with their times."""

import re
from collections.abc import Iterator
from typing import Final

from lorgnette.core.transcripts.exports.clock import clock
from lorgnette.core.transcripts.exports.paragraphs import about, paragraphs
from lorgnette.core.transcripts.transcript import Transcript

_SIGNS: Final = re.compile(r"([\\`*_\[\]<>#|~&$!])")


def markdown(transcript: Transcript) -> str:
    """The transcript as Markdown; what was said is never taken for a sign."""
    head = [f"# {plainly(transcript.title)}".rstrip(), about(transcript)]
    return "\n\n".join([*head, *spoken(transcript)]) + "\n"


def spoken(transcript: Transcript) -> Iterator[str]:
    """What was said, in paragraphs without an empty line."""
    for start, speaker, text in paragraphs(transcript):
        said_by = f" **{plainly(speaker)}:**" if speaker else ""
        yield f"`{clock(start)}`{said_by} {plainly(text)}".rstrip()


def plainly(text: str) -> str:
    """Text in which no character is a sign of Markdown. It must not stand first in its line."""
    return _SIGNS.sub(r"\\\1", text)
