"""Calls to actions, put together from the pieces in which a model writes them."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from lorgnette.engines import Call

MOST_CALLS: Final = 32
LONGEST_ARGUMENTS: Final = 1 << 16
LONGEST_NAME: Final = 200


class Broken(Exception):
    """What the model wrote is no call; the text says why."""


class _Draft:
    """A call being written."""

    def __init__(self) -> None:
        self.id = ""
        self.name = ""
        self.arguments = ""

    def finished(self, number: int) -> Call:
        """The call; `number` makes an identifier when the server gave none."""
        try:
            arguments: Any = msgspec.json.decode(self.arguments.encode()) if self.arguments else {}
        except (ValueError, RecursionError) as error:
            raise Broken(f"the arguments for {self.name[:50]!r} are not JSON") from error
        if not isinstance(arguments, dict):
            raise Broken(f"the arguments for {self.name[:50]!r} are not an object")
        return Call(self.id or f"call-{number}", self.name, arguments)


class Calls:
    """The calls of one answer.

    Servers differ: pieces carry an index, or none, or the same for every call; identifiers come
    once, in every piece or never; arguments come in pieces, whole, or as an object.
    """

    def __init__(self) -> None:
        """Nothing was written yet."""
        self._drafts: dict[int, _Draft] = {}
        self._latest = -1
        self._given = 0

    def take(self, piece: Any) -> None:
        """One element of `tool_calls`. What is not one is passed over; too much is `Broken`."""
        if not isinstance(piece, dict):
            return
        function = piece.get("function")
        function = function if isinstance(function, dict) else {}
        id_, name = _text(piece.get("id")), _text(function.get("name"))
        draft = self._draft_for(piece.get("index"), id_, name)
        draft.id = draft.id or id_[:LONGEST_NAME]
        draft.name = draft.name or name
        arguments = function.get("arguments")
        if isinstance(arguments, dict):
            arguments = msgspec.json.encode(arguments).decode()
        draft.arguments += _text(arguments)
        if len(draft.arguments) > LONGEST_ARGUMENTS or len(draft.name) > LONGEST_NAME:
            raise Broken("the model writes a call that does not end")

    def finish(self) -> Iterator[Call]:
        """All calls written since the last time, complete now; one that is not is `Broken`."""
        drafts, self._drafts, self._latest = self._drafts, {}, -1
        for _, draft in sorted(drafts.items()):
            if draft.name:
                self._given += 1
                yield draft.finished(self._given)

    def _draft_for(self, index: Any, id_: str, name: str) -> _Draft:
        """The call that a piece belongs to; another name with another identifier is a new call."""
        place = index if type(index) is int else self._latest
        draft = self._drafts.get(place)
        if draft is None or (name and draft.name and id_ not in {"", draft.id}):
            place = place if draft is None and place >= 0 else max(self._drafts, default=-1) + 1
            draft = self._drafts[place] = _Draft()
            if len(self._drafts) + self._given > MOST_CALLS:
                raise Broken("the model wants too much at once")
        self._latest = place
        return draft


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
