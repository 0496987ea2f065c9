"""Rows into pages, and pages into a book."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")
V_co = TypeVar("V_co", covariant=True)


class Row(msgspec.Struct, Generic[T], frozen=True):
    """What must not be cut in two: `content` of some height, and the gap above it."""

    content: T
    height: int = 1
    gap: int = 0
    selected: bool = False


def on_one_page(rows: Iterable[Row[T]], room: int) -> list[Row[T]] | None:
    """The rows, if they fit into `room`; reads no further than needed to know."""
    kept, used = list[Row[T]](), 0
    for row in rows:
        used += row.height + (row.gap if kept else 0)
        if used > room:
            return None
        kept.append(row)
    return kept


def on_pages(rows: Iterable[Row[T]], room: int) -> list[list[Row[T]]]:
    """The rows in order, as many on each page as fit, at least one."""
    pages, used = list[list[Row[T]]](), 0
    for row in rows:
        used += row.gap + row.height
        if not pages or used > room:
            pages.append([])
            used = row.height
        pages[-1].append(row)
    return pages


class Book(Generic[V_co]):
    """A card laid out for one display: its pages, each drawn when it is asked for."""

    def __init__(self, pages: Sequence[Sequence[Row[T]]], draw: Callable[[int], V_co]) -> None:
        """`pages`: at least one. `draw` makes the view of a page from its number."""
        held = (number for number, rows in enumerate(pages) if any(row.selected for row in rows))
        self.opened = next(held, 0)
        """The page to show first: the one that holds what is selected, or the first."""
        self._count = len(pages)
        self._draw = draw

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[V_co]:
        return map(self._draw, range(self._count))

    def page(self, number: int | None = None) -> V_co:
        """One page, counted from 0; beyond the last is the last. Without a number, `opened`."""
        if number is None:
            number = self.opened
        return self._draw(min(max(number, 0), self._count - 1))
