"""Sentences made from templates, for tests: what is said must be understood."""

import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from lorgnette.core.slots import Context, Slot
from lorgnette.core.words import join
from lorgnette.understanding.sentences import ActionSentences
from lorgnette.understanding.template import Choice, Gap, Node, Row, Word, parse

MOST_TRIES = 20
"""How often a sentence or the words of a slot are made anew when they will not do."""


class Sample(msgspec.Struct, frozen=True):
    """A sentence of an action, and the words of its slots."""

    action: str
    text: str
    slots: Mapping[str, str]


class Sampler:
    """Makes sentences of one language, the same ones every time."""

    def __init__(self, context: Context, free: Sequence[str] = ("milk",), seed: int = 0) -> None:
        """`free`: the words that stand for free text."""
        self.context = context
        self.free = tuple(free)
        self.trees: dict[str, Node] = {}
        self.random = random.Random(seed)  # noqa: S311 - sentences, not secrets

    def samples(self, item: ActionSentences, most: int = 50) -> Iterator[Sample]:
        """Different sentences, up to `most` of each template."""
        language = self.context.language
        for tree in item.trees(language):
            known: set[tuple[str, ...]] = set()
            for _ in range(most * MOST_TRIES):
                slots: dict[str, tuple[str, ...]] = {}
                words = self.spoken(tree, item.slots, slots)
                if words in known or () in slots.values():
                    continue
                known.add(words)
                said = {name: join(part, language) for name, part in slots.items()}
                yield Sample(item.action, join(words, language), said)
                if len(known) == most:
                    break

    def spoken(
        self, node: Node, slots: Mapping[str, Slot[Any]], said: dict[str, tuple[str, ...]]
    ) -> tuple[str, ...]:
        """One way to say a tree; the words of its slots are put into `said`."""
        match node:
            case Word(text):
                return (text,)
            case Gap(slot):
                said[slot] = self.phrase(slots[slot])
                return said[slot]
            case Choice(items):
                return self.spoken(self.random.choice(items), slots, said)
            case Row(items):
                return tuple(word for item in items for word in self.spoken(item, slots, said))

    def phrase(self, slot: Slot[Any]) -> tuple[str, ...]:
        """One way to say a value; none when the slot reads nothing that its template says."""
        template = slot.template(self.context.language)
        if template is None:
            return self.free
        tree = self.trees.get(template) or parse(template, self.context.language)
        self.trees[template] = tree
        for _ in range(MOST_TRIES):
            words = self.spoken(tree, {}, {})
            used, _ = next(iter(slot.read(words, self.context)), (0, None))
            if words and used == len(words):
                return words
        return ()
