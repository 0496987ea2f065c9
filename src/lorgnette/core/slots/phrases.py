"""Ways of saying a value, written once and used twice: to read it, and to expect it.

A **part** finds its values at the beginning of some words (`scan`), and shows how they are said
as a template (`template`). `Table` is a part made of fixed phrases, `Ways` one made of patterns
over other parts, `Scanner` one made of a function. All of them are bounded by their patterns:
none can refer to itself.

Patterns are written like the sentences of skills: `(a|b)` is a choice, `[a]` may be missing, and
`{name}` stands for a part; `{end:name}` is the part `name`, handed over as `end`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any, Generic, Protocol, TypeVar

from lorgnette.core.types import ENGLISH
from lorgnette.core.words import split

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

MOST_SEQUENCES = 4096
"""A pattern that stands for more sequences than this is a mistake of whoever wrote it."""


class Part(Protocol[T_co]):
    """Something that is said in a few ways and has a value."""

    @property
    def template(self) -> str:
        """How it is spoken, of `( | ) [ ]` and words only; empty when it is only ever written."""

    def scan(self, words: Sequence[str], at: int) -> Sequence[tuple[int, T_co]]:
        """Every value that begins at `at`, with the position after it, in no order."""


Item = str | tuple[str, str]
"""A word, or a part: the name it is handed over as, and its own."""


class Scanner(Generic[T]):
    """A part whose values are found by a function."""

    def __init__(
        self, scan: Callable[[Sequence[str], int], Sequence[tuple[int, T]]], template: str = ""
    ) -> None:
        self.scan = scan
        self.template = template


class Table(Generic[T]):
    """A part with one value for each phrase; `written` phrases are read but never expected."""

    def __init__(
        self,
        spoken: Mapping[str, T],
        written: Mapping[str, T] | None = None,
        template: str | None = None,
    ) -> None:
        """`template`: a shorter way of writing down the `spoken` phrases."""
        self.template = "|".join(spoken).lower() if template is None else template
        self._root: _Node[T] = _Node()
        for phrase, value in (*spoken.items(), *(written or {}).items()):
            for items in sequences(phrase):
                self._root.grow(items, {}).values.append(value)

    def scan(self, words: Sequence[str], at: int) -> list[tuple[int, T]]:
        """See `Part`."""
        found: list[tuple[int, T]] = []
        node: _Node[T] | None = self._root
        while at < len(words):
            node = node.words.get(words[at]) if node else None
            if node is None:
                break
            at += 1
            found += [(at, value) for value in node.values]
        return found


class Ways(Generic[T]):
    """A part said in the ways of some patterns.

    Each pattern has a function that makes the value from the parts handed over by name; parts
    that may be missing have defaults there. It answers None when they make no sense together.
    """

    def __init__(
        self,
        parts: Mapping[str, Part[Any]],
        ways: Mapping[str, Callable[..., T | None]],
        template: str | None = None,
    ) -> None:
        """`template`: a shorter one; the ways with all their parts spelled out can be very long."""
        self._root: _Node[T] = _Node()
        for pattern, make in ways.items():
            for items in sequences(pattern):
                self._root.grow(items, parts).makes.append(make)
        self.template = _expected(ways if template is None else (template,), parts)

    def scan(self, words: Sequence[str], at: int) -> list[tuple[int, T]]:
        """See `Part`."""
        found: list[tuple[int, T]] = []
        self._walk(self._root, words, at, {}, found)
        return found

    def _walk(
        self,
        node: "_Node[T]",
        words: Sequence[str],
        at: int,
        heard: dict[str, Any],
        found: list[tuple[int, T]],
    ) -> None:
        while True:
            for make in node.makes:
                value = make(**heard)
                if value is not None:
                    found.append((at, value))
            if at >= len(words):
                return
            for name, part, following in node.parts:
                for end, each in part.scan(words, at):
                    self._walk(following, words, end, {**heard, name: each}, found)
            step = node.words.get(words[at])
            if step is None:
                return
            node = step
            at += 1


class _Node(Generic[T]):
    """A place in a tree of patterns: what may follow, and what is complete here."""

    __slots__ = ("makes", "parts", "values", "words")

    def __init__(self) -> None:
        self.words: dict[str, _Node[T]] = {}
        self.parts: list[tuple[str, Part[Any], _Node[T]]] = []
        self.values: list[T] = []
        self.makes: list[Callable[..., T | None]] = []

    def grow(self, items: Sequence[Item], parts: Mapping[str, Part[Any]]) -> "_Node[T]":
        """The node at the end of a sequence, made when it is new."""
        node = self
        for item in items:
            if isinstance(item, str):
                node = node.words.setdefault(item, _Node())
            else:
                node = node._follow(item[0], parts[item[1]])
        return node

    def _follow(self, name: str, part: Part[Any]) -> "_Node[T]":
        for known, known_part, following in self.parts:
            if known == name and known_part is part:
                return following
        following = _Node[T]()
        self.parts.append((name, part, following))
        return following


_PIECE = re.compile(r"[()\[\]|]|\{[^{}]*\}|[^()\[\]|{}]+")
_REFERENCE = re.compile(r"\{(?:(\w+):)?(\w+)\}")


def sequences(pattern: str) -> list[tuple[Item, ...]]:
    """Every sequence of words and parts that a pattern stands for.

    Raises ValueError when a bracket is missing or the pattern stands for too many.
    """
    pieces = iter([*_PIECE.findall(pattern), ""])
    found = _alternatives(pieces, "", pattern)
    return list(dict.fromkeys(found))


def _alternatives(pieces: Iterator[str], closing: str, pattern: str) -> list[tuple[Item, ...]]:
    done: list[tuple[Item, ...]] = []
    branch: list[tuple[Item, ...]] = [()]
    for piece in pieces:
        if piece == closing:
            return done + branch
        if piece == "|":
            done, branch = done + branch, [()]
            continue
        branch = [(*left, *right) for left, right in product(branch, _step(piece, pieces, pattern))]
        if len(branch) + len(done) > MOST_SEQUENCES:
            raise ValueError(f"this stands for too many sentences: {pattern!r}")
    raise ValueError(f"a bracket is missing in {pattern!r}")


def _step(piece: str, pieces: Iterator[str], pattern: str) -> list[tuple[Item, ...]]:
    if piece == "(":
        return _alternatives(pieces, ")", pattern)
    if piece == "[":
        return [*_alternatives(pieces, "]", pattern), ()]
    if piece in (")", "]", ""):
        raise ValueError(f"a bracket is missing in {pattern!r}")
    reference = _REFERENCE.fullmatch(piece)
    if reference:
        return [((reference[1] or reference[2], reference[2]),)]
    return [split(piece, ENGLISH)]


def _expected(ways: Iterable[str], parts: Mapping[str, Part[Any]]) -> str:
    """The ways with their parts spelled out, without those that are only ever written."""
    spoken = [
        way for way in ways if all(parts[name].template for _, name in _REFERENCE.findall(way))
    ]
    return _REFERENCE.sub(lambda match: f"({parts[match[2]].template})", "|".join(spoken))
