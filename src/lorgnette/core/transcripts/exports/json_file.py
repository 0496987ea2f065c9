"""JSON: everything there is, for programs."""

import msgspec

from lorgnette.core.transcripts.transcript import Transcript


def json_file(transcript: Transcript) -> str:
    """The transcript as JSON; `read` gives it back."""
    return msgspec.json.format(msgspec.json.encode(transcript), indent=2).decode() + "\n"


def read(text: str | bytes) -> Transcript:
    """The transcript in a JSON file. Raises msgspec.ValidationError, or its parent DecodeError."""
    return msgspec.json.decode(text, type=Transcript)
