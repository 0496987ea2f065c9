"""Answers that take their time: the wearer is told that they do."""

from collections.abc import AsyncGenerator, Callable
from typing import Final, TypeVar

import anyio

T = TypeVar("T")

FIRST_WORD: Final = 2.5
"""Seconds without a word after which the wearer is told that it takes a moment."""


async def first(stream: AsyncGenerator[T], late: Callable[[], None]) -> T | None:
    """The first item of a stream, None when there is none; `late` is called when it is late."""

    async def tell() -> None:
        await anyio.sleep(FIRST_WORD)
        late()

    item, failure = None, None
    async with anyio.create_task_group() as waiting:
        waiting.start_soon(tell)
        try:
            item = await anext(stream, None)
        except Exception as error:  # noqa: BLE001 - raised below, out of the task group
            failure = error
        waiting.cancel_scope.cancel()
    if failure is not None:
        raise failure
    return item
