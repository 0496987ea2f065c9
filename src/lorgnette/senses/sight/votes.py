"""What several frames say together: a number counts when two say it and none says another."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from lorgnette.core.codes.code import CORRECTING, Code, Symbology

FRAMES: Final = 2
"""Frames that must read the same number; a code that corrects itself needs one."""

Key = tuple[Symbology, str]


class Votes:
    """Counts codes over frames. The wearer may move: a code is known by its text."""

    def __init__(self) -> None:
        self.votes: Counter[Key] = Counter()
        self.codes: dict[Key, Code] = {}
        self.unread = False
        """Whether the last frame showed a code that it could not read."""

    def add(self, codes: Sequence[Code]) -> None:
        """The codes of the next frame. A guess counts against others, never for itself."""
        self.unread = any(not code.sure for code in codes)
        for code in codes:
            if code.sure:
                key = (code.symbology, code.text)
                before = key in self.codes and self.codes[key].contested
                self.codes[key] = replace(code, contested=before or code.contested)
        self.votes.update({(code.symbology, code.text) for code in codes if code.sure})

    @property
    def agreed(self) -> list[Code]:
        """The codes that are certain, in the order in which they were seen first."""
        return [code for key, code in self.codes.items() if self.enough(key)]

    @property
    def undecided(self) -> bool:
        """Whether another frame may tell more: a code was seen somewhere and is not certain."""
        agreed = self.agreed
        return self.unread or any(
            not any(code is each or rivals(code, each) for each in agreed)
            for code in self.codes.values()
        )

    def enough(self, key: Key) -> bool:
        """Whether a code was seen often enough, and oftener than what contradicts it."""
        code = self.codes[key]
        needed = 1 if code.symbology in CORRECTING else FRAMES
        against = sum(
            self.votes[other]
            for other, rival in self.codes.items()
            if other != key and rivals(rival, code)
        )
        return self.votes[key] >= needed + against


def rivals(one: Code, other: Code) -> bool:
    """Whether only one of two codes can be right: not of two that lie over each other."""
    both = one.contested and other.contested
    return one.symbology is other.symbology and one.box.meets(other.box) and not both
