"""A transcript as a file: pure functions, by the ending of the file."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from lorgnette.core.transcripts.exports.docx import docx
from lorgnette.core.transcripts.exports.json_file import json_file
from lorgnette.core.transcripts.exports.markdown import markdown
from lorgnette.core.transcripts.exports.plain import plain
from lorgnette.core.transcripts.exports.srt import srt
from lorgnette.core.transcripts.exports.webvtt import webvtt
from lorgnette.core.transcripts.transcript import Transcript

TEXTS: Final[Mapping[str, Callable[[Transcript], str]]] = MappingProxyType(
    {"md": markdown, "txt": plain, "srt": srt, "vtt": webvtt, "json": json_file}
)
FORMATS: Final = (*TEXTS, "docx")


def export(transcript: Transcript, ending: str) -> bytes:
    """The content of a file with this ending, one of `FORMATS`; texts are UTF-8."""
    if ending == "docx":
        return docx(transcript)
    return TEXTS[ending](transcript).encode()
