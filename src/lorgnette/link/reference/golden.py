"""One example of every frame, to test another implementation against."""

from collections.abc import Mapping

import msgspec
from msgspec.structs import replace

from lorgnette.core.cards import Line, Progress, Text
from lorgnette.core.types import AR, CHINESE, ENGLISH, TEXT_GRID, Epoch, Gesture, Language
from lorgnette.link.codes import Code
from lorgnette.link.media import Camera, Drawing, Media, Microphone, Speech, encode
from lorgnette.link.messages import (
    VERSION,
    Ack,
    Adjust,
    Blind,
    Bye,
    Chunk,
    Clear,
    Degraded,
    Duck,
    Earcon,
    Flush,
    FromGlasses,
    FromHub,
    Heard,
    Hello,
    Light,
    Locate,
    Located,
    Look,
    Lost,
    Partial,
    Ping,
    Played,
    Pong,
    Position,
    Refused,
    SpeechBegins,
    SpeechEnds,
    Status,
    Talk,
    Touched,
    Typed,
    Update,
    Welcome,
)
from lorgnette.link.protocol import Frame
from lorgnette.link.showing import show

SOUND = b"\x00\x00\xff\x7f\x00\x80\x01\x00"
"""Four samples: 0, 32767, -32768, 1."""

SESSION = "pG3w-Vb1kQ"
EPOCH = Epoch(3)
BERLIN = Position(52.52, 13.405, 8.0, heading=270.0)
TIME_CARD = Text(title="Half past ten", lines=(Line("Berlin", "10:30"),))
TIMER_CARD = Progress(title="Tea", seconds_left=90.0, seconds_whole=180.0)

GLASSES: Mapping[str, FromGlasses | Media] = {
    "hello": Hello(VERSION, AR, ENGLISH, client="example", time_zone="Europe/Berlin"),
    "hello-again": Hello(VERSION, AR, ENGLISH, SESSION, None, 7, 48_000, "example"),
    "touched": Touched(Gesture.TAP, 16_000, number=1),
    "talk": Talk(pressed=True, sample=16_320, number=2),
    "typed": Typed("现在几点", CHINESE, "5f0c", number=3),
    "played": Played(EPOCH, 8_000, done=False),
    "status": Status(battery=81, charging=False, volume=60, position=BERLIN),
    "ack-glasses": Ack(event=7),
    "blind": Blind("covered"),
    "located": Located(BERLIN, age=0.4),
    "lost": Lost("asking"),
    "ping": Ping(1),
    "bye-glasses": Bye(Code.LEAVING),
    "microphone": Microphone(16_000, SOUND),
    "microphone-end": Microphone(16_004, SOUND, end=True),
    "microphone-lost": Microphone(32_000, SOUND, lost=True),
    "camera": Camera(1, 16_000, b"\xff\xd8\xff\xd9"),
}
"""What glasses send. The files are named after these."""

HUB: Mapping[str, FromHub | Media] = {
    "welcome": Welcome(VERSION, SESSION, resumed=False, wake_words=("hey jarvis",)),
    "welcome-back": Welcome(VERSION, SESSION, resumed=True, sample=32_000, number=3, chunk=320),
    "refused": Refused(Code.TOO_MUCH, "the hub is full", 5.0),
    "ack-hub": Ack(sample=32_000, number=3),
    "pong": Pong(1),
    "bye-hub": Bye(Code.CLOSING, "the hub is being stopped", 2.0),
    "show": replace(show(TIME_CARD, AR.display), event=1),
    "update": Update(TIMER_CARD, pages=show(TIMER_CARD, TEXT_GRID.display).pages),
    "clear": Clear(event=2),
    "partial": Partial("what time"),
    "heard": Heard("what time is it", event=3),
    "speech-begins": SpeechBegins(EPOCH, ENGLISH, "Half past ten.", event=4),
    "speech-begins-left": SpeechBegins(EPOCH, ENGLISH, "Turn left.", 4_000, -1, event=12),
    "speech-ends": SpeechEnds(EPOCH, 8_000, event=5),
    "flush": Flush(EPOCH, event=6),
    "duck": Duck(EPOCH, on=True),
    "adjust": Adjust(volume=40, language=Language("ja"), event=7),
    "light": Light(microphone=True, camera=False, purpose="captions", event=8),
    "look": Look(rate=4, side=1_280, event=10),
    "locate": Locate(rate=1, event=11),
    "earcon": Earcon("wake", event=9),
    "chunk": Chunk(320),
    "degraded": Degraded("recogniser", 160_000),
    "speech": Speech(EPOCH, 4_000, SOUND),
    "drawing": Drawing(7, b"\xff\xd8\xff\xd9"),
}
"""What a hub sends."""


def frame_of(message: FromGlasses | FromHub | Media) -> Frame:
    """The frame of a message: exactly what goes over the wire."""
    if isinstance(message, Media):
        return encode(message)
    return msgspec.json.encode(message).decode()


def files() -> dict[str, bytes]:
    """The golden files by name: text frames as `.json`, binary frames as `.bin`."""
    frames = {name: frame_of(message) for name, message in {**GLASSES, **HUB}.items()}
    return {
        f"{name}.bin" if isinstance(frame, bytes) else f"{name}.json": (
            frame if isinstance(frame, bytes) else frame.encode()
        )
        for name, frame in frames.items()
    }
