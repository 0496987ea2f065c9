"""SubRip: subtitles that every player reads."""

from typing import Final

from lorgnette.core.transcripts.cues import Cue, cues
from lorgnette.core.transcripts.exports.clock import precise
from lorgnette.core.transcripts.transcript import Transcript

_LOOK_ALIKE: Final = str.maketrans("<>{}", "‹›()")
"""The format has no way to write its signs as text, and players take tags for orders."""


def srt(transcript: Transcript) -> str:
    """The transcript as SubRip. A new speaker is named where they begin."""
    shown = cues(transcript)
    before = ("", *(cue.speaker for cue in shown))
    return "\n".join(
        _cue(number, cue, cue.speaker if cue.speaker != last else "")
        for number, (cue, last) in enumerate(zip(shown, before, strict=False), 1)
    )


def _cue(number: int, cue: Cue, speaker: str) -> str:
    times = f"{precise(cue.start, ',')} --> {precise(cue.end, ',')}"
    said_by = f"{speaker}: " if speaker else ""
    text = (said_by + "\n".join(cue.rows)).translate(_LOOK_ALIKE)
    return f"{number}\n{times}\n{text}\n"
