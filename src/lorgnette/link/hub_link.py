"""The hub's side of one session, over as many connections as it takes.

protocol = HubProtocol(limits)                  # for each connection
[hello] = protocol.receive(frame)
link = sessions.get(hello.session) or HubLink(new_secret(), limits)
link.attach(protocol, hello, now)               # queues the welcome, and what is still owed
link.send(Heard("what time is it"), now)        # at any time, connected or not
link.receive(protocol, frame, now)              # -> what is new: sounds, messages, a breach
link.to_send(protocol, now)                     # -> frames for the socket
link.detach(protocol, now)                      # the connection broke; the session waits
"""

from lorgnette.core.errors import TooMuch
from lorgnette.core.types import SAMPLE_RATE, samples_in
from lorgnette.link.bucket import Bucket
from lorgnette.link.codes import Code
from lorgnette.link.inbox import Gap, Inbox
from lorgnette.link.limits import LIMITS, Limits
from lorgnette.link.media import Camera, Media, Microphone
from lorgnette.link.messages import (
    VERSION,
    Ack,
    Blind,
    Bye,
    Chunk,
    FromGlasses,
    Hello,
    Located,
    Lost,
    Ping,
    Played,
    Pong,
    Status,
    Talk,
    Touched,
    Typed,
    Welcome,
)
from lorgnette.link.outbox import Outbox, Outgoing
from lorgnette.link.protocol import Breach, Frame, HubProtocol
from lorgnette.link.states import State

Incoming = (Microphone | Gap | Camera | Blind | Located | Lost) | (
    Touched | Talk | Typed | Played | Status | Bye | Breach
)
"""What a session is told. After a `Bye` or a `Breach` nothing more comes on that connection."""


class HubLink:
    """One session as the hub sees it: numbers, keeps, acknowledges, drops what came twice.

    Pure: frames and times go in, frames and messages come out. Whoever uses it owns the sockets.
    """

    def __init__(
        self, session: str, limits: Limits = LIMITS, wake_words: tuple[str, ...] = ()
    ) -> None:
        """`session`: an unguessable name, since knowing it is enough to take the session over."""
        self.session = session
        self.limits = limits
        self.over = False
        """The glasses said bye, or took too little for too long: the session cannot go on."""
        self._wake_words = wake_words
        self._chunk = limits.waiting_chunk
        self._outbox = Outbox(limits)
        self._inbox = Inbox()
        self._acknowledged = Ack()
        self._ping: Ping | None = None
        self._messages = Bucket(limits.messages_rate, limits.messages_burst)
        self._audio = Bucket(
            limits.audio_rate * SAMPLE_RATE, max(limits.audio_burst, 1.0) * SAMPLE_RATE
        )
        self._camera = Bucket(limits.camera_rate, limits.camera_burst)
        self._via: HubProtocol | None = None
        self._began = False
        self._since = 0.0

    @property
    def connected(self) -> bool:
        """The glasses are there."""
        return self._via is not None and not self._via.over

    @property
    def ahead(self) -> int:
        """Samples of speech that were sent, or wait to be, and that nobody has heard yet."""
        return self._outbox.ahead

    def expired(self, now: float) -> bool:
        """The session is over, or its glasses stayed away too long: let go of it."""
        away = self._began and self._via is None
        return self.over or (away and now - self._since > self.limits.session_seconds)

    def attach(self, via: HubProtocol, hello: Hello, now: float) -> None:
        """Go on over a new connection whose hello named this session, or begin with it.

        Queues the welcome and everything the glasses have not acknowledged. A connection that
        was still there is told that it was replaced; whoever serves it sees `protocol.over`.
        """
        if self._via is not None:
            self._via.send(Bye(Code.REPLACED))
        if self._began:
            self._outbox.acknowledge(hello.last_event)
            self._outbox.rewind()
        self._acknowledged = Ack(sample=self._inbox.sample, number=self._inbox.number)
        via.send(
            Welcome(
                VERSION,
                self.session,
                resumed=self._began,
                sample=self._acknowledged.sample,
                number=self._acknowledged.number,
                chunk=self._chunk,
                wake_words=self._wake_words,
                limits=self.limits,
            )
        )
        self._via, self._began, self._since, self._ping = via, True, now, None

    def detach(self, via: HubProtocol, now: float) -> None:
        """The connection is gone; the session waits for another. Harmless when replaced."""
        if via is self._via:
            self._via, self._since = None, now

    def receive(self, via: HubProtocol, frame: Frame, now: float) -> list[Incoming]:
        """What is new in a frame that came over a connection; nothing when it was replaced.

        Never raises on what the glasses send.
        """
        if via is not self._via:
            return []
        return [news for message in via.receive(frame) for news in self._take(via, message, now)]

    def send(self, message: Outgoing | Bye, now: float) -> None:
        """Keep a message until the glasses have it, sent when they are there.

        A `Bye` ends the session. So does a message for glasses that take nothing any more: they
        are told, and `over` is set.
        """
        if self.over:
            return
        if isinstance(message, Chunk):
            self._chunk = message.samples
        if isinstance(message, Bye):
            if self._via is not None:
                self._queue(self._via, now)
            self._end(message)
            return
        try:
            self._outbox.put(message, now)
        except TooMuch as error:
            self._end(Bye(error.code, str(error), error.retry_after))

    def waiting(self, via: HubProtocol) -> bool:
        """There may be something to send over this connection. Cheap: ask after every frame."""
        if via is not self._via or via.state is not State.OPEN:
            return via.waiting
        owed = self._owes_ack() or self._ping is not None
        return owed or self._outbox.waiting or via.waiting

    def to_send(self, via: HubProtocol, now: float) -> list[Frame]:
        """The frames to send over a connection now, in order."""
        self._queue(via, now)
        return via.to_send()

    def _queue(self, via: HubProtocol, now: float) -> None:
        """Hand what was not sent on this connection to its protocol."""
        if via is not self._via or via.state is not State.OPEN:
            return
        if self._owes_ack():
            self._acknowledged = Ack(sample=self._inbox.sample, number=self._inbox.number)
            via.send(self._acknowledged)
        if self._ping is not None:
            via.send(Pong(self._ping.id))
            self._ping = None
        for message in self._outbox.unsent(now):
            via.send(message)

    def _owes_ack(self) -> bool:
        news = self._inbox.sample - self._acknowledged.sample
        enough = 1 if self._inbox.ended else self.limits.ack_samples
        return news >= enough or self._inbox.number > self._acknowledged.number

    def _end(self, bye: Bye) -> None:
        self.over = True
        if self._via is not None:
            self._via.send(bye)

    def _take(
        self, via: HubProtocol, message: FromGlasses | Media | Breach, now: float
    ) -> list[Incoming]:
        """Acknowledge, answer or pass on one message, within the limits."""
        try:
            self._allow(message, now)
        except TooMuch as error:
            return [via.break_off(error)]
        match message:
            case Microphone():
                return list(self._inbox.hear(message))
            case Ack(event=event):
                self._outbox.acknowledge(event)
                return []
            case Ping():
                self._ping = message
                return []
            case Played(epoch=epoch, sample=sample):
                self._outbox.played(epoch, sample)
            case Touched() | Talk() | Typed():
                return [message] if self._inbox.takes(message) else []
            case Bye():
                self.over = True
        return [message] if isinstance(message, Incoming) else []

    def _allow(self, message: object, now: float) -> None:
        """Raise TooMuch when the rate of messages, of sound or of pictures is passed."""
        wait = 0.0
        if isinstance(message, Microphone):
            wait = self._audio.take(samples_in(message.sound), now)
        elif isinstance(message, Camera):
            wait = self._camera.take(len(message.picture), now)
        if not wait and not isinstance(message, Microphone):
            wait = self._messages.take(1.0, now)
        if wait:
            raise TooMuch("that is faster than the limits allow", retry_after=wait)
