"""The answer: bytes of a stream in, words and calls out. No I/O; any bytes may come."""

from collections.abc import Iterator
from typing import Any

import msgspec

from lorgnette.engines import Call, Words
from lorgnette.providers.http import complaint
from lorgnette.providers.openai.calls import Broken, Calls
from lorgnette.providers.openai.events import Events
from lorgnette.providers.openai.unspoken import Unspoken


class Answer:
    """One streamed answer, as «chat.completion.chunk» of OpenAI's API has it.

    Nothing that a server sends raises: what can be understood is given, and `problem` says what
    went wrong, if anything. After a problem nothing more is given.
    """

    def __init__(self) -> None:
        """Nothing was received yet."""
        self.problem = ""
        self._events = Events()
        self._unspoken = Unspoken()
        self._calls = Calls()
        self._understood = False
        self._talking = False  # words came in pieces, and nothing yet says that they are all

    def feed(self, received: bytes, /) -> Iterator[Words | Call]:
        """The words that come with these bytes, and the calls that are complete."""
        for data in self._events.feed(received):
            yield from self._take(data)
        if self._events.too_long:
            self._fail("the model's answer does not end")

    def end(self) -> Iterator[Words | Call]:
        """The stream has ended: what is still held back."""
        for data in self._events.rest():
            yield from self._take(data)
        yield from self._finish()
        if not self._understood:
            self._fail("the model's answer is not understood")
        if self._talking:
            self._fail("the model's answer breaks off")

    def _take(self, data: bytes) -> Iterator[Words | Call]:
        """One event."""
        if self.problem:
            return
        if data.strip() == b"[DONE]":
            self._understood, self._talking = True, False
            yield from self._finish()
            return
        try:
            chunk = msgspec.json.decode(data)
        except (ValueError, RecursionError):
            return  # a broken event says nothing; the next one may
        if not isinstance(chunk, dict):
            return
        if chunk.get("error") or chunk.get("object") == "error":
            self._fail(f"the model fails: {complaint(data)}")
            return
        choices = chunk.get("choices")
        for choice in choices[:1] if isinstance(choices, list) else ():
            if isinstance(choice, dict):
                self._understood = True
                yield from self._take_choice(choice)

    def _take_choice(self, choice: dict[str, Any]) -> Iterator[Words | Call]:
        """What one choice adds; a server that does not stream sends a whole message."""
        added = choice.get("delta") or choice.get("message")
        if isinstance(added, dict):
            content = added.get("content")
            spoken = self._unspoken.feed(content) if isinstance(content, str) else ""
            if spoken:
                self._talking = "delta" in choice
                yield Words(spoken)
            calls = added.get("tool_calls")
            self._talking &= not calls
            try:
                for piece in calls if isinstance(calls, list) else ():
                    self._calls.take(piece)
            except Broken as broken:
                self._fail(str(broken))
        if choice.get("finish_reason"):
            self._talking = False
            yield from self._finish()

    def _finish(self) -> Iterator[Words | Call]:
        """Whatever was held back is complete now."""
        if self.problem:
            return
        if rest := self._unspoken.rest():
            yield Words(rest)
        try:
            yield from self._calls.finish()
        except Broken as broken:
            self._fail(str(broken))

    def _fail(self, problem: str) -> None:
        self.problem = self.problem or problem
