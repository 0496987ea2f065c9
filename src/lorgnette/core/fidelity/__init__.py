"""Whether a translation says the numbers, times, prices, measures and names of its source.

A translator that turns five o'clock into three, or drops a zero, is worse than none. Nothing here
understands a sentence: every value of the source is looked for in the translation in whatever
form its language may give it. What is meant beyond doubt on one side is compared with all that
could be meant on the other, so that a good translation is seldom doubted.
"""

from lorgnette.core.fidelity.lost import lost

__all__ = ["lost"]
