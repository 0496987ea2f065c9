"""What a skill says about the sentences of an action."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import msgspec

from lorgnette.core.errors import ExtensionFailed
from lorgnette.core.slots import Slot
from lorgnette.core.types import Language
from lorgnette.understanding.automaton import Automaton
from lorgnette.understanding.template import Gap, Node, Row, Word, gaps, parse


class ActionSentences(msgspec.Struct, frozen=True):
    """The sentences of one action, in one language.

    `action` is `skill.action`; `templates` are hassil's, in order of preference, `expansions` the
    parts they use as `<name>`. `slots` reads every parameter, those in `required` must have a
    value. A `careful` action changes what cannot be changed back. `plausible` says of values by
    name whether they go together: words are not mended into values that do not.
    """

    action: str
    templates: tuple[str, ...]
    slots: Mapping[str, Slot[Any]]
    required: frozenset[str] = frozenset()
    careful: bool = False
    expansions: Mapping[str, str] = {}
    plausible: Callable[..., bool] | None = None

    def believes(self, values: Mapping[str, Any]) -> bool:
        """Whether values may be what was meant, although it was not what was heard."""
        if self.plausible is None or not self.required <= set(values):
            return True
        return self.plausible(**values)

    def trees(self, language: Language) -> Iterator[Node]:
        """The templates, parsed. Raises ExtensionFailed, naming the action and the template."""
        for template in self.templates:
            try:
                node = parse(template, language, self.expansions)
            except ExtensionFailed as error:
                raise ExtensionFailed(f"{self.action}: {error}") from error
            if stray := set(gaps(node)) - set(self.slots):
                raise ExtensionFailed(
                    f"{self.action}: {template!r}: there is no parameter {min(stray)!r}"
                )
            if not self.says_something(node, language):
                raise ExtensionFailed(
                    f"{self.action}: {template!r} needs a word that must be said:"
                    " it could be any sentence, or none"
                )
            yield node

    def says_something(self, node: Node, language: Language) -> bool:
        """Whether the tree cannot be gone through with nothing but free text."""
        match node:
            case Word():
                return True
            case Gap(slot):
                return self.slots[slot].template(language) is not None
            case Row(items):
                return any(self.says_something(item, language) for item in items)
        return all(self.says_something(item, language) for item in node.items)


class Sentences(msgspec.Struct, frozen=True, eq=False):
    """Sentences of several actions as one automaton: what ends with `n` is that of `owners[n]`."""

    automaton: Automaton
    owners: Sequence[ActionSentences]
