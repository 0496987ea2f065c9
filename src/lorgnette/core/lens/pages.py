"""Rows into pages."""

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


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


def chosen(pages: Sequence[Sequence[Row[T]]], page: int | None) -> int:
    """The number of the page to show: the one asked for, or else where something is selected."""
    if page is not None:
        return min(max(page, 0), len(pages) - 1)
    held = (number for number, rows in enumerate(pages) if any(row.selected for row in rows))
    return next(held, 0)
