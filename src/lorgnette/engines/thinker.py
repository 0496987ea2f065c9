"""A language model that answers freely, and may ask for actions to be done."""

from collections.abc import AsyncGenerator, Mapping, Sequence
from typing import Any, Literal, Protocol

import msgspec

from lorgnette.engines.key import Key


class Call(msgspec.Struct, frozen=True, tag=True):
    """The model wants an action done; `arguments` are untrusted until parsed."""

    id: str
    name: str
    arguments: Mapping[str, Any]


class Words(msgspec.Struct, frozen=True, tag=True):
    """The next words of the answer."""

    text: str


class Message(msgspec.Struct, frozen=True):
    """One entry of the conversation given to the model.

    `calls` belongs to the role `assistant`, `call_id` to `tool` (the result of that call).
    """

    role: Literal["system", "user", "assistant", "tool"]
    text: str = ""
    calls: tuple[Call, ...] = ()
    call_id: str = ""


class Tool(msgspec.Struct, frozen=True):
    """An action as the model sees it; `parameters` is a JSON schema."""

    name: str
    description: str
    parameters: Mapping[str, Any]


class Thinker(Protocol):
    """A language model with streaming and tool calls."""

    def think(
        self, messages: Sequence[Message], tools: Sequence[Tool] = ()
    ) -> AsyncGenerator[Words | Call]:
        """Words as they come, and calls when complete. Stops at once when closed.

        Raises EngineFailed before or between items.
        """


THINKER: Key[Thinker] = Key("thinker")
