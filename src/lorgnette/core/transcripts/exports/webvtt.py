"""WebVTT (https://www.w3.org/TR/webvtt1/): subtitles for the web, which know their speakers."""

from html import escape

from lorgnette.core.transcripts.cues import Cue, cues
from lorgnette.core.transcripts.exports.clock import precise
from lorgnette.core.transcripts.transcript import Transcript


def webvtt(transcript: Transcript) -> str:
    """The transcript as WebVTT."""
    return "\n".join(["WEBVTT\n", *map(_cue, cues(transcript))])


def _cue(cue: Cue) -> str:
    times = f"{precise(cue.start, '.')} --> {precise(cue.end, '.')}"
    voice = f"<v {escape(cue.speaker, quote=False)}>" if cue.speaker else ""
    text = "\n".join(escape(row, quote=False) for row in cue.rows)
    return f"{times}\n{voice}{text}\n"
