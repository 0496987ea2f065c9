"""How often somebody may do something, somebody being one of very many."""

from collections import OrderedDict
from collections.abc import Hashable

from lorgnette.link.bucket import Bucket

PARTIES = 1_000
"""Parties that are remembered; whoever was not seen for longest is forgotten first."""


class Allowance:
    """A bucket for each party. Time is given."""

    def __init__(self, rate: float, burst: float) -> None:
        """`rate` a second in the long run, `burst` at once."""
        self.rate = rate
        self.burst = burst
        self.buckets: OrderedDict[Hashable, Bucket] = OrderedDict()

    def take(self, party: Hashable, now: float) -> float:
        """One more: 0.0 when it is allowed, else the seconds to wait."""
        bucket = self.buckets.get(party)
        if bucket is None:
            bucket = self.buckets[party] = Bucket(self.rate, self.burst)
            if len(self.buckets) > PARTIES:
                self.buckets.popitem(last=False)
        self.buckets.move_to_end(party)
        return bucket.take(1.0, now)
