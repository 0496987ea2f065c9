"""Typed names of engines: `turn[TRANSLATOR]` is a `Translator`, and mypy knows it."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Key(Generic[T]):
    """The name under which a provider of `T` is registered and asked for."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        """`name`: as in the configuration, for example `translator`."""
        self.name = name

    def __repr__(self) -> str:
        return f"Key({self.name!r})"
