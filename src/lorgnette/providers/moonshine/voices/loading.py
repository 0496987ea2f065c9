"""A network that is loaded once, in a worker thread, when it is first needed."""

from typing import Any

import anyio
import anyio.to_thread

from lorgnette.providers.moonshine.voices.library import network


class Loaded:
    """The network whose first input has a name."""

    def __init__(self, input_name: str) -> None:
        self._input = input_name
        self._loading = anyio.Lock()
        self._network: Any = None

    async def get(self) -> Any:
        """The loaded network. Raises MissingPart."""
        async with self._loading:
            if self._network is None:
                self._network = await anyio.to_thread.run_sync(network, self._input)
            return self._network
