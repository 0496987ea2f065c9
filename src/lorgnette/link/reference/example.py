"""A short session with a cut in the middle, played by both sides' own code."""

from lorgnette.core.types import AR, ENGLISH, Epoch, Gesture
from lorgnette.link.codes import Code
from lorgnette.link.glasses_link import GlassesLink
from lorgnette.link.hub_link import HubLink
from lorgnette.link.media import HEADER, Speech
from lorgnette.link.messages import (
    Bye,
    Chunk,
    Earcon,
    Heard,
    Hello,
    Played,
    Show,
    SpeechBegins,
    SpeechEnds,
    Touched,
)
from lorgnette.link.protocol import Frame, GlassesProtocol, HubProtocol
from lorgnette.link.reference.golden import SESSION, TIME_CARD

EPOCH = Epoch(1)


class Example:
    """One pair of glasses, one hub, and every frame between them written down."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.glasses = GlassesLink(AR, ENGLISH, client="example")
        self.hub = HubLink(SESSION, wake_words=("hey jarvis",))
        self._here = GlassesProtocol()
        self._there = HubProtocol()

    def connect(self, title: str) -> None:
        """A new connection, from the hello to all that is owed."""
        self.lines.append(f"-- {title}")
        self._here, self._there = self.glasses.attach(), HubProtocol()
        for frame in self._here.to_send():
            self._note("→", frame)
            for hello in self._there.receive(frame):
                if isinstance(hello, Hello):
                    self.hub.attach(self._there, hello, 0.0)
        self.settle()

    def settle(self) -> None:
        """Deliver frames both ways until nobody has more."""
        while self.hub.waiting(self._there) or self.glasses.waiting(self._here):
            for frame in self.hub.to_send(self._there, 0.0):
                self._note("←", frame)
                self.glasses.receive(self._here, frame)
            for frame in self.glasses.to_send(self._here):
                self._note("→", frame)
                self.hub.receive(self._there, frame, 0.0)

    def lose(self) -> None:
        """What is sent now is lost, and the connection with it."""
        for frame in self.hub.to_send(self._there, 0.0):
            self._note("← (lost)", frame)
        self.hub.detach(self._there, 0.0)

    def _note(self, direction: str, frame: Frame) -> None:
        if isinstance(frame, bytes):
            header, payload = frame[: HEADER.size].hex(" "), len(frame) - HEADER.size
            frame = f"{header} | {payload} bytes"
        self.lines.append(f"{direction} {frame}")


def played() -> list[str]:
    """The lines of the example: `→` from the glasses, `←` from the hub, `--` what happens."""
    example = Example()
    example.connect("the glasses are put on")
    example.lines.append("-- the microphone waits for the wake word; then a finger wakes the hub")
    example.glasses.record(bytes(2_560))
    example.glasses.send(Touched(Gesture.TAP, 1_280))
    example.settle()
    for message in (Earcon("wake"), Chunk(320), Heard("what time is it"), Show(TIME_CARD)):
        example.hub.send(message, 0.0)
    example.hub.send(SpeechBegins(EPOCH, ENGLISH, "Half past ten."), 0.0)
    example.hub.send(Speech(EPOCH, 0, bytes(6_400)), 0.0)
    example.settle()
    example.glasses.send(Played(EPOCH, 1_600))
    example.settle()
    example.hub.send(Speech(EPOCH, 3_200, bytes(3_200)), 0.0)
    example.hub.send(SpeechEnds(EPOCH, 4_800), 0.0)
    example.lose()
    example.glasses.record(bytes(640))
    example.connect("the network is back: what the hub does not know to be played comes again")
    example.lines.append("-- the glasses are taken off")
    example.glasses.send(Played(EPOCH, 4_800, done=True))
    example.glasses.send(Bye(Code.LEAVING))
    example.settle()
    return example.lines
