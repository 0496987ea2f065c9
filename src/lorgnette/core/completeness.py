"""How finished a sentence sounds: the end of speech is a budget, not a constant."""

from enum import StrEnum


class Completeness(StrEnum):
    """Whether more words are to be expected."""

    COMPLETE = "complete"
    """A whole command: nothing needs to follow."""

    CONTINUABLE = "continuable"
    """A whole command, which others begin with: «a mocha» may become «a mocha with milk»."""

    OPEN = "open"
    """Nobody can tell: more may follow."""

    DANGLING = "dangling"
    """It broke off in the middle: more must follow."""
