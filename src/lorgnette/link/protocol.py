"""The protocol without I/O: frames go in, messages come out, and the other way round.

One object serves one connection. Nothing a peer sends makes `receive` raise: a breach is an item
in the list of messages, a bye is queued, and the connection is closed.
"""

from collections.abc import Mapping
from typing import ClassVar, Generic, TypeVar

import msgspec

from lorgnette.core.errors import PeerError, ProtocolBreach, TooMuch
from lorgnette.link import media
from lorgnette.link.codes import Code
from lorgnette.link.limits import LIMITS, Limits
from lorgnette.link.media import Camera, Drawing, Media, Microphone, Speech
from lorgnette.link.messages import VERSION, Bye, FromGlasses, FromHub, Hello, Refused
from lorgnette.link.states import Side, State, after

Frame = bytes | str
"""What a websocket carries: binary or text."""

Received = TypeVar("Received", FromGlasses, FromHub)
Message = FromGlasses | FromHub | Media

ENCODER = msgspec.json.Encoder()
NAMES: Mapping[type, str] = {
    Microphone: "microphone",
    Speech: "speech",
    Camera: "camera",
    Drawing: "drawing",
}


class Breach(msgspec.Struct, frozen=True):
    """The peer did not follow the protocol. The connection is closed, its bye is queued."""

    code: str
    reason: str


def name_of(message: Message) -> str:
    """The name of a message in the table: its `type`, or the kind of its binary frame."""
    tag = message.__struct_config__.tag
    return tag if isinstance(tag, str) else NAMES[type(message)]


class Protocol(Generic[Received]):
    """What both sides have in common. Use `HubProtocol` or `GlassesProtocol`."""

    _side: ClassVar[Side]
    _peer: ClassVar[Side]
    _decoder: msgspec.json.Decoder[Received]

    def __init__(self, limits: Limits = LIMITS) -> None:
        """`limits`: how large a frame may be."""
        self.state = State.NEW
        self._limits = limits
        self._queue: list[Frame] = []

    @property
    def over(self) -> bool:
        """Nothing more will be received; send what is queued, then close the socket."""
        return self.state in (State.CLOSING, State.CLOSED)

    @property
    def waiting(self) -> bool:
        """Something is queued."""
        return bool(self._queue)

    def receive(self, frame: Frame) -> list[Received | Media | Breach]:
        """The messages of a frame that arrived: none, one, or the breach that ended it."""
        if self.state is State.CLOSED:
            return []
        try:
            message = self._decode(frame)
            if self.state is State.CLOSING and not isinstance(message, Bye):
                return []
            self._move(message)
        except PeerError as error:
            return [self.break_off(error)]
        return [message]

    def send(self, message: Message) -> None:
        """Queue a message. What is sent after a bye is dropped: the connection is over.

        Raises ProtocolBreach when the table does not allow it now: a bug on this side.
        """
        if self.over:
            return
        self.state = State.CLOSING if isinstance(message, Bye) else self._next(self._side, message)
        if isinstance(message, Media):
            self._queue.append(media.encode(message))
        else:
            self._queue.append(ENCODER.encode(message).decode())

    def to_send(self) -> list[Frame]:
        """What is queued, oldest first; the queue is empty afterwards."""
        queue, self._queue = self._queue, []
        return queue

    def break_off(self, error: PeerError) -> Breach:
        """Say bye because of what the peer did, and close; the breach is for whoever serves it."""
        breach = Breach(error.code, str(error))
        retry_after = error.retry_after if isinstance(error, TooMuch) else None
        self.send(Bye(breach.code, breach.reason, retry_after))
        self.state = State.CLOSED
        return breach

    def _decode(self, frame: Frame) -> Received | Media:
        """The message in a frame, or a PeerError."""
        if isinstance(frame, bytes):
            return media.decode(frame, self._limits)
        if len(frame) > self._limits.text_length:
            raise TooMuch(f"a text frame has at most {self._limits.text_length} characters")
        try:
            return self._decoder.decode(frame)
        except RecursionError:
            raise ProtocolBreach("the JSON is too deep") from None
        except (msgspec.MsgspecError, ValueError) as error:
            raise ProtocolBreach(str(error)[:200]) from None

    def _move(self, message: Received | Media) -> None:
        """Follow the table with a message of the peer, or raise ProtocolBreach."""
        if isinstance(message, Bye):
            if self.state is not State.CLOSING:
                self.send(Bye(message.code))
            self.state = State.CLOSED
            return
        self.state = self._next(self._peer, message)

    def _next(self, side: Side, message: Message) -> State:
        name = name_of(message)
        state = after(self.state, side, name)
        if state is None:
            raise ProtocolBreach(f"{side} may not say {name} when {self.state}")
        return state


class HubProtocol(Protocol[FromGlasses]):
    """The hub's end of one connection."""

    _side = Side.HUB
    _peer = Side.GLASSES
    _decoder = msgspec.json.Decoder(FromGlasses)

    def receive(self, frame: Frame) -> list[FromGlasses | Media | Breach]:
        """As above; a hello of another version is refused, and a breach to whoever serves it."""
        messages = super().receive(frame)
        match messages:
            case [Hello(version=version)] if version != VERSION:
                reason = f"this hub speaks version {VERSION}, not {version}"
                self.send(Refused(Code.VERSION, reason))
                return [Breach(Code.VERSION, reason)]
        return messages


class GlassesProtocol(Protocol[FromHub]):
    """The glasses' end of one connection."""

    _side = Side.GLASSES
    _peer = Side.HUB
    _decoder = msgspec.json.Decoder(FromHub)
