"""The thoughts of a model, which some servers send as part of the answer: `<think> … </think>`."""

from typing import Final

_OPENING: Final = "<think>"
_CLOSING: Final = "</think>"


class Unspoken:
    """Takes an answer piece by piece and gives it without the thoughts it begins with.

    White space before the first word goes, too.
    """

    def __init__(self) -> None:
        """The answer has not begun."""
        self._held = ""
        self._thinking = False
        self._begun = False

    def feed(self, text: str, /) -> str:
        """What may be spoken with the next piece."""
        if self._begun:
            return text
        self._held = (self._held + text).lstrip()
        while self._held.startswith(_OPENING) or self._thinking:
            _, closing, after = self._held.partition(_CLOSING)
            self._thinking = not closing
            if self._thinking:
                self._held = self._held[1 - len(_CLOSING) :]
                return ""
            self._held = after.lstrip()
        if _OPENING.startswith(self._held):
            return ""
        self._begun = True
        return self.rest()

    def rest(self) -> str:
        """What was held back in case it were the beginning of a thought."""
        spoken, self._held = "" if self._thinking else self._held, ""
        return spoken
