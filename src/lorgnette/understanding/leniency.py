"""How much is forgiven before the wearer is asked, or not understood."""

import msgspec

from lorgnette.understanding.mend import Guess


class Leniency(msgspec.Struct, frozen=True):
    """Thresholds of the forgiving tier. Costs are in consonants, see `sound`.

    - A mended sentence counts when it costs at most `per_word` for each of its words and at least
      the share `right` of them, one of them with a meaning of its own, was heard as it is. Free
      text swallows anything, so the words around it must be right, or nearly.
    - It must cost at least `margin` less than any other meaning, else the wearer is asked.
    - Parts in an order that no template has cost `reordered`.
    - What the recogniser would rather have heard (`meant`) counts when it fits at most `doubt`
      nats a word worse, and up to `much_doubt` when mending comes to the same.
    - For careful actions a cost above `careful_per_word`, a margin below `careful_margin` or a
      doubt above `careful_doubt` is a question.
    - The beginning of a sentence costs at most `beginning_per_word`: to take one for more than it
      is only makes the wearer wait.
    - Words that no value could be read from become a question for their slot when the rest of
      the sentence has at least `literal` words of the template, and as many as those.
    """

    per_word: float = 0.35
    per_word_around_text: float = 0.2
    right: float = 0.5
    beginning_per_word: float = 0.4
    margin: float = 0.3
    reordered: float = 0.6
    doubt: float = 0.65
    much_doubt: float = 1.2
    careful_per_word: float = 0.05
    careful_margin: float = 1.0
    careful_doubt: float = 0.1
    literal: int = 2

    def allows(self, guess: Guess) -> bool:
        """Whether enough of a mended sentence was heard right."""
        return (
            guess.per_word <= (self.per_word_around_text if guess.free else self.per_word)
            and guess.right >= self.right * guess.matched
            and guess.anchors > 0
        )

    def begins(self, guess: Guess) -> bool:
        """Whether a mended beginning of a sentence is one."""
        heard = guess.anchors > 0 and guess.right >= self.right * guess.matched
        return heard and guess.per_word <= self.beginning_per_word


USUAL = Leniency()
"""Set with `bench/understanding.py`, and with what the embedded recogniser made of accented orders
of coffee (all at most 0.65 nats a word off but one) and of other languages (at least 0.69)."""
