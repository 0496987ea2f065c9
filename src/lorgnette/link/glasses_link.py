"""The glasses' side of a session, over as many connections as it takes. Pure, as `HubLink`."""

from msgspec.structs import replace

from lorgnette.core.types import ENGLISH, Language, Profile, Sound
from lorgnette.link.limits import LIMITS, Limits
from lorgnette.link.media import Camera, Drawing, Media, Speech
from lorgnette.link.messages import (
    VERSION,
    Ack,
    Blind,
    Bye,
    Chunk,
    Committed,
    Flush,
    FromHub,
    Hello,
    Located,
    Lost,
    Ping,
    Played,
    Status,
    Talk,
    Touched,
    Typed,
    Welcome,
)
from lorgnette.link.protocol import Breach, Frame, GlassesProtocol
from lorgnette.link.ring import AudioRing
from lorgnette.link.speech import SpeechOnce
from lorgnette.link.states import State

Arriving = FromHub | Speech | Drawing | Breach
"""What the glasses are told; acknowledgements are kept to the link."""


Told = Touched | Talk | Typed | Played | Status | Blind | Located | Lost | Ping | Camera | Bye
"""What the glasses tell, beside what they hear."""


class GlassesLink:
    """One session as the glasses see it: records, numbers, resends, drops what came twice."""

    def __init__(
        self,
        profile: Profile,
        language: Language = ENGLISH,
        *,
        token: str | None = None,
        client: str = "",
        time_zone: str | None = None,
        limits: Limits = LIMITS,
    ) -> None:
        """As in `Hello`. `limits` hold until the welcome brings the hub's."""
        self._hello = Hello(
            VERSION, profile, language, token=token, client=client, time_zone=time_zone
        )
        self._ring = AudioRing(limits)
        self._speech = SpeechOnce()
        self._session: str | None = None
        self._event = 0
        self._acknowledged = 0
        self._latest: dict[type, Played | Status] = {}
        self._unsent: set[type] = set()
        self._via: GlassesProtocol | None = None

    @property
    def connected(self) -> bool:
        """The hub said welcome, and nobody said bye."""
        return self._via is not None and self._via.state is State.OPEN

    @property
    def ring(self) -> AudioRing:
        """What the microphone recorded and the hub may not have."""
        return self._ring

    @property
    def limits(self) -> Limits:
        """The hub's limits, once it said welcome."""
        return self._ring.limits

    @property
    def session(self) -> str | None:
        """The session as the last welcome named it."""
        return self._session

    def attach(self) -> GlassesProtocol:
        """Begin, or go on, over a new connection: queues the hello."""
        self._via = GlassesProtocol(self.limits)
        hello = replace(
            self._hello,
            session=self._session,
            last_event=self._event,
            last_sample=self._ring.recorded,
        )
        self._via.send(hello)
        return self._via

    def record(self, sound: Sound, *, end: bool = False) -> None:
        """Keep and send what the microphone heard, connected or not. See `AudioRing.record`."""
        self._ring.record(sound, end=end)

    def send(self, message: Told) -> None:
        """Send a message, now or on the next connection.

        Pings, byes, pictures and word that there are none are not kept: without a connection they
        are dropped. Raises TooMuch when the hub has not taken the last messages for too long.
        """
        if isinstance(message, Touched | Talk | Typed):
            self._ring.say(message)
        elif isinstance(message, Played | Status):
            self._latest[type(message)] = message
            self._unsent.add(type(message))
        elif self._via is not None and (self.connected or isinstance(message, Bye)):
            self._queue(self._via)
            self._via.send(message)

    def receive(self, via: GlassesProtocol, frame: Frame) -> list[Arriving]:
        """What is new in a frame that came over a connection. Never raises on what it holds."""
        if via is not self._via:
            return []
        return [news for message in via.receive(frame) for news in self._take(message)]

    def waiting(self, via: GlassesProtocol) -> bool:
        """There may be something to send over this connection."""
        if via is not self._via or not self.connected:
            return via.waiting
        owed = self._event > self._acknowledged or bool(self._unsent)
        return owed or self._ring.waiting or via.waiting

    def to_send(self, via: GlassesProtocol) -> list[Frame]:
        """The frames to send over a connection now, in order."""
        self._queue(via)
        return via.to_send()

    def _queue(self, via: GlassesProtocol) -> None:
        """Hand what was not sent on this connection to its protocol."""
        if via is not self._via or not self.connected:
            return
        if self._event > self._acknowledged:
            self._acknowledged = self._event
            via.send(Ack(event=self._event))
        for kept in self._ring.unsent():
            via.send(kept)
        for kind in sorted(self._unsent, key=str):
            via.send(self._latest[kind])
        self._unsent.clear()

    def _take(self, message: FromHub | Media | Breach) -> list[Arriving]:
        match message:
            case Welcome():
                self._begin(message)
            case Ack(sample=sample, number=number):
                self._ring.acknowledge(sample, number)
                return []
            case Chunk(samples=samples):
                self._ring.chunk = samples
            case Speech():
                news = self._speech.news(message)
                return [] if news is None else [news]
            case Committed(event=event):
                if 0 < event <= self._event:
                    return []
                self._event = max(event, self._event)
                if isinstance(message, Flush):
                    self._speech.flush(message.epoch)
        return [message] if isinstance(message, Arriving) else []

    def _begin(self, welcome: Welcome) -> None:
        """Go on where the hub is, or start over with all that was not acknowledged."""
        if not welcome.resumed:
            self._event = 0
            self._speech = SpeechOnce()
            self._latest.pop(Played, None)
        self._session = welcome.session
        self._acknowledged = self._event
        self._ring.limits, self._ring.chunk = welcome.limits, welcome.chunk
        self._ring.acknowledge(welcome.sample, welcome.number)
        self._ring.rewind()
        self._unsent = set(self._latest)
