"""What is said in the demo, with which glasses, and what it should lead to."""

from pathlib import Path

import msgspec

from lorgnette.core.types import AR, EVERYDAY, Profile

VOICES = Path(__file__).parent / "voices"


class Line(msgspec.Struct, frozen=True):
    """Something the wearer says: the recording, its words, and what should come of it.

    `action` is the intent it should be taken for; empty for answers and stop words. With
    `interrupts` it is said while the answer before is still being spoken.
    """

    voice: str
    words: str
    action: str = ""
    interrupts: bool = False

    @property
    def path(self) -> Path:
        """The recording."""
        return VOICES / f"{self.voice}.flac"


class Scene(msgspec.Struct, frozen=True):
    """What is said with one pair of glasses; `rings` when a timer should ring before the end."""

    profile: Profile
    lines: tuple[Line, ...]
    rings: bool = False


SCENES = (
    Scene(
        AR,
        (
            Line("tokyo", "hey jarvis, what time is it in Tokyo", "clock.time_in"),
            Line("thanks", "how do you say thank you in Japanese", "translate.translate"),
            Line("note", "take a note, we need bread and milk", "notes.take"),
            Line("delete", "delete my last note", "notes.delete_last"),
            Line("yes", "yes please"),
            Line("timer", "hey jarvis, set a timer for ten seconds", "timers.set_timer"),
        ),
        rings=True,
    ),
    Scene(
        EVERYDAY,
        (
            Line(
                "convert",
                "hey jarvis, how many kilometers are five miles",
                "convert.convert_quantity",
            ),
            Line("percent", "what is fifteen percent of eighty", "calculate.work_out"),
            Line("help", "hey jarvis, what can you do", "device.help_me"),
            Line("stop", "stop", interrupts=True),
        ),
    ),
)
