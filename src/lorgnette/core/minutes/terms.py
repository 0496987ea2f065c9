"""What a sentence is about: its words without those that every sentence has."""

from itertools import pairwise

from lorgnette.core.minutes.said import Said


def terms(said: Said) -> frozenset[str]:
    """The words that mean something, in their plainest form; for Chinese, pairs of characters."""
    stop = said.rules.stop_words if said.rules else frozenset[str]()
    pairs = (a + b for a, b in pairwise(said.words) if _wide(a, b) and not {a, b} & stop)
    words = (_plain(word) for word in said.words if word not in stop and not _wide(word))
    return frozenset((*pairs, *filter(None, words)))


def _wide(*words: str) -> bool:
    return all(len(word) == 1 and word >= "\u2e80" for word in words)


def _plain(word: str) -> str:
    """Without the endings that English words take on: «budgets» and «budget's» are «budget»."""
    word = word.removesuffix("'s")
    if len(word) < 2:
        return ""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
