"""Plain text: what was said and nothing else, one paragraph a line."""

from lorgnette.core.transcripts.exports.paragraphs import paragraphs
from lorgnette.core.transcripts.transcript import Transcript


def plain(transcript: Transcript) -> str:
    """The transcript as plain text, with the speakers where they are known."""
    return "".join(
        f"{speaker}: {text}\n" if speaker else f"{text}\n"
        for _, speaker, text in paragraphs(transcript)
    )
