"""Every bound of the link, in one table.

The hub sends the table in its `welcome`, so that glasses keep to the same numbers.
"""

import msgspec

from lorgnette.core.types import SAMPLE_RATE


class Limits(msgspec.Struct, frozen=True):
    """What either side may send, and how long and how much is kept for a return.

    Sizes are in bytes, times in seconds, rates a second.
    """

    text_length: int = 65_536
    """The longest text frame, in characters."""

    media_bytes: int = 2_097_152
    """The largest binary frame, header included."""

    audio_samples: int = SAMPLE_RATE
    """The longest piece of sound in one frame, in samples."""

    waiting_chunk: int = SAMPLE_RATE * 80 // 1000
    """Microphone samples a frame while the hub waits for the wake word: fewer and cheaper."""

    listening_chunk: int = SAMPLE_RATE * 20 // 1000
    """Microphone samples a frame while the hub listens to the wearer."""

    hello_seconds: float = 10.0
    """How long the hub waits for the hello of a new connection."""

    session_seconds: float = 150.0
    """How long a session without a connection waits for its glasses to return."""

    messages_rate: float = 50.0
    """Text messages and pictures from the glasses, a second, in the long run."""

    messages_burst: float = 200.0
    """Text messages and pictures that may come at once."""

    audio_rate: float = 4.0
    """Seconds of microphone audio a second, in the long run: faster after a return."""

    audio_burst: float = 30.0
    """Seconds of microphone audio that may come at once."""

    camera_rate: float = 4_000_000.0
    """Bytes of pictures a second, in the long run."""

    camera_burst: float = 16_000_000.0
    """Bytes of pictures that may come at once."""

    outbox_bytes: int = 4_194_304
    """What the hub keeps for the glasses of one session; when it is full the session ends."""

    outbox_seconds: float = 150.0
    """How long the hub keeps an event that is not acknowledged before the session ends."""

    ring_seconds: float = 120.0
    """Microphone audio the glasses keep until the hub has it; the oldest goes first."""

    ring_messages: int = 100
    """Numbered messages the glasses keep until the hub has them; the newest is refused."""

    ack_samples: int = SAMPLE_RATE
    """Microphone audio after which the hub acknowledges, in samples."""

    played_seconds: float = 0.05
    """How often the glasses report what was played, while they play."""

    connections: int = 200
    """Connections the hub serves at once; the next is refused with a retry-after."""


LIMITS = Limits()
"""The limits of a hub that was not told otherwise."""
