"""A token bucket: how much may pass, in the long run and at once."""


class Bucket:
    """Lets `rate` a second pass in the long run and `burst` at once. Time is given."""

    __slots__ = ("_burst", "_level", "_rate", "_then")

    def __init__(self, rate: float, burst: float) -> None:
        """Starts full."""
        self._rate = rate
        self._burst = burst
        self._level = burst
        self._then = 0.0

    def take(self, amount: float, now: float) -> float:
        """Let `amount` pass if there is room: 0.0 when it passed, else the seconds until it could.

        An amount above the burst never passes; the answer is then the time to a full bucket.
        """
        if now > self._then:
            self._level = min(self._burst, self._level + (now - self._then) * self._rate)
            self._then = now
        if amount <= self._level:
            self._level -= amount
            return 0.0
        return (min(amount, self._burst) - self._level) / self._rate or 1.0 / self._rate
