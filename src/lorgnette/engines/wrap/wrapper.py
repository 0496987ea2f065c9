"""What all wrappers of an engine have in common."""

from typing import Generic, TypeVar

T = TypeVar("T")


class Wrapper(Generic[T]):
    """Loads with the engine inside, and is closed with it."""

    def __init__(self, inner: T) -> None:
        """`inner` does the work."""
        self.inner = inner

    async def warm_up(self) -> None:
        """Let the engine load, if it has something to load."""
        if warm := getattr(self.inner, "warm_up", None):
            await warm()

    async def aclose(self) -> None:
        """Close the engine, if it can be closed."""
        if close := getattr(self.inner, "aclose", None):
            await close()
