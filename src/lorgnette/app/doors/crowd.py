"""How many may be somewhere at once, from one place and altogether."""

from collections import Counter


class Crowd:
    """Counts who is there, by the place they come from."""

    def __init__(self, from_one: int, from_all: int) -> None:
        """`from_one`, `from_all`: how many may be there from one place, and from all."""
        self.from_one = from_one
        self.from_all = from_all
        self.here: Counter[str] = Counter()

    def __len__(self) -> int:
        """How many are there."""
        return self.here.total()

    def enter(self, place: str) -> bool:
        """One more from a place; False when it is too crowded, and then they are not there."""
        if self.here[place] >= self.from_one or len(self) >= self.from_all:
            return False
        self.here[place] += 1
        return True

    def leave(self, place: str) -> None:
        """One less from a place."""
        self.here[place] -= 1
        if self.here[place] <= 0:
            del self.here[place]
