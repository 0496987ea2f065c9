"""The parts of an action's sentences in other orders and combinations than any template has.

Who writes «a {size} {roast} latte» and «a {roast} {shots} latte» will hear «a {size} {roast}
{shots} latte», and who writes «a latte with {milk}» may hear «one with {milk}, a latte». After any
slot, and before the first, everything can follow that follows a slot of that action somewhere. No
slot is filled twice, and the words that lead to a slot stay with it: «to {place}» is never «from
{place}». Only where the same words may lead to several slots they belong to none of them.

Free text has no part in it: it would take whatever stands there.
"""

from collections.abc import Iterable, Sequence

from lorgnette.core.types import Language
from lorgnette.understanding.automaton import START, Automaton, Paths
from lorgnette.understanding.sentences import ActionSentences, Sentences
from lorgnette.understanding.template import Choice, Gap, Node, Row, Word, gaps

FEWEST = 2
"""Slots that an order needs, and that must be filled to tell an action by them."""


def reordered(
    parsed: Iterable[tuple[ActionSentences, Sequence[Node]]], language: Language
) -> Sentences:
    """The sentences of the actions that have several slots, their parts free to move.

    `parsed`: the actions, each with the trees of its templates.
    """
    owners: list[ActionSentences] = []
    paths = Paths()
    parts: list[range] = []
    for item, templates in parsed:
        trees = known_parts(item, templates, language)
        if len({slot for tree in trees for slot in gaps(tree)}) >= FEWEST:
            begun = len(paths.ends)
            for tree in trees:
                paths.ends[paths.add(tree, START, item.slots)] = len(owners)
            parts.append(range(begun, len(paths.ends)))
            owners.append(item)
    mingle(paths, parts, beginnings(Automaton(paths, language)))
    return Sentences(Automaton(paths, language), owners)


def known_parts(item: ActionSentences, templates: Iterable[Node], language: Language) -> list[Node]:
    """The templates of an action as far as they have no free text."""
    free = {name for name, slot in item.slots.items() if slot.template(language) is None}
    trees = (without(tree, free) for tree in templates)
    return [tree for tree in trees if tree is not None]


def without(node: Node, free: set[str]) -> Node | None:
    """The tree without the ways that lead through these slots; None when there are no others."""
    match node:
        case Word():
            return node
        case Gap(slot):
            return None if slot in free else node
        case Row(items):
            parts = [without(item, free) for item in items]
            kept = tuple(part for part in parts if part is not None)
            return Row(kept) if len(kept) == len(parts) else None
        case Choice(items):
            ways = (without(item, free) for item in items)
            left = tuple(way for way in ways if way is not None)
            return Choice(left) if left else None


def beginnings(automaton: Automaton) -> list[list[int]]:
    """The places where a first slot may begin, those together that the same words lead to."""
    found = [START]
    for number in found:
        found += [after for after in automaton.state(number).words.values() if after not in found]
    paths = automaton.paths
    reached = (paths.reach(automaton.places[number]) for number in found)
    return [[place for place in places if paths.gaps[place]] for places in reached]


def mingle(paths: Paths, parts: Iterable[range], begun: Iterable[Sequence[int]]) -> None:
    """Lead the sentences of each action through one place where their parts meet.

    `parts`: the places of each action; `begun`: those where a first slot begins.
    """
    for places in parts:
        meeting = paths.place()
        for place in places:
            if paths.ends[place] >= 0:
                paths.silent[place].append(meeting)
            for _, after in paths.gaps[place]:
                paths.silent[after].append(meeting)
                paths.silent[meeting].append(after)
        for together in begun:
            mine = [place for place in together if place in places]
            first = [gap for place in mine for gap in paths.gaps[place]]
            kinds = {name: id(slot) for (name, slot), _ in first}
            if len(set(kinds.values())) >= FEWEST:
                paths.gaps[meeting] += first
                for place in mine:
                    paths.silent[place].append(meeting)
