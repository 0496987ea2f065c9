"""The text frames of the link: JSON objects, told apart by `type`.

Unknown types are a breach; unknown fields are ignored, so that a newer side can say more.
Samples count the glasses' microphone from its first sound on, whatever the connection; they are
the clock both sides share.
"""

from typing import Annotated, Final

import msgspec

from lorgnette.core.cards import Card
from lorgnette.core.lens import View
from lorgnette.core.types import SAMPLE_RATE, Epoch, Gesture, Language, Profile
from lorgnette.link.limits import LIMITS, Limits

VERSION: Final = 1
"""The version of the link. Additions do not raise it; changes of meaning do."""

SAFE = 2**53 - 1
"""The largest whole number that every language's JSON holds exactly."""

Count = Annotated[int, msgspec.Meta(ge=0, le=SAFE)]
EpochNumber = Annotated[Epoch, msgspec.Meta(ge=0, le=2**32 - 1)]
LanguageTag = Annotated[Language, msgspec.Meta(pattern=r"\A[a-z]{2,3}\Z")]
Name = Annotated[str, msgspec.Meta(max_length=64)]
Secret = Annotated[str, msgspec.Meta(max_length=256)]
SENTENCE = 2_000
"""Characters of a sentence at most."""

Sentence = Annotated[str, msgspec.Meta(max_length=SENTENCE)]
Zone = Annotated[str, msgspec.Meta(max_length=64, pattern=r"\A[A-Za-z0-9_+/-]+\Z")]
Percent = Annotated[int, msgspec.Meta(ge=0, le=100)]
Wait = Annotated[float, msgspec.Meta(ge=0, le=86_400)]
Degrees = Annotated[float, msgspec.Meta(ge=0, le=360)]


class Numbered(msgspec.Struct, frozen=True, kw_only=True):
    """What the glasses keep until the hub acknowledged it. Numbers grow from 1."""

    number: Count = 0
    """Given by the link; a number seen before is dropped. With 0 the message is not kept."""


class Committed(msgspec.Struct, frozen=True, kw_only=True):
    """What the hub keeps until the glasses acknowledged it. Numbers grow from 1."""

    event: Count = 0
    """Given by the link; an event seen before is dropped."""


class Hello(msgspec.Struct, frozen=True, tag="hello"):
    """The first frame of a connection: who is there, and what they have already."""

    version: Annotated[int, msgspec.Meta(ge=1, le=10_000)]
    profile: Profile
    language: LanguageTag
    session: Secret | None = None
    """The session to go on with, from the last welcome."""

    token: Secret | None = None
    """The pairing token of these glasses."""

    last_event: Count = 0
    """The last event of that session that arrived."""

    last_sample: Count = 0
    """How many samples the microphone has recorded."""

    client: Name = ""
    """Which program this is, for the record."""

    time_zone: Zone | None = None
    """An IANA name such as `Europe/Berlin`."""


class Touched(Numbered, frozen=True, tag="touched"):
    """A finger on the temple."""

    gesture: Gesture
    sample: Count = 0


class Talk(Numbered, frozen=True, tag="talk"):
    """Push-to-talk went down or up."""

    pressed: bool
    sample: Count = 0


class Typed(Numbered, frozen=True, tag="typed"):
    """A sentence that was typed."""

    text: Annotated[str, msgspec.Meta(min_length=1, max_length=1_000)]
    language: LanguageTag | None = None
    id: Name = ""
    """Chosen by the glasses, to know their sentence again."""


class Played(msgspec.Struct, frozen=True, tag="played"):
    """How much of an epoch's speech the wearer has heard. The latest counts."""

    epoch: EpochNumber
    sample: Count
    """Samples of this epoch's speech that left the speaker."""

    done: bool = False
    """The epoch's speech has ended and all of it was played."""


class Position(msgspec.Struct, frozen=True):
    """Where the glasses are: degrees (WGS 84), metres, metres a second."""

    latitude: Annotated[float, msgspec.Meta(ge=-90, le=90)]
    longitude: Annotated[float, msgspec.Meta(ge=-180, le=180)]
    accuracy: Annotated[float, msgspec.Meta(ge=0, le=1_000_000)]
    heading: Degrees | None = None
    speed: Annotated[float, msgspec.Meta(ge=0, le=1_000)] | None = None


class Status(msgspec.Struct, frozen=True, tag="status"):
    """How the glasses are. What is null is unknown or unchanged. The latest counts."""

    battery: Percent | None = None
    charging: bool | None = None
    volume: Percent | None = None
    brightness: Percent | None = None
    position: Position | None = None


class Blind(msgspec.Struct, frozen=True, tag="blind"):
    """The camera gives no pictures, though the hub asked for some; the latest counts.

    `reason`: `asking` while the wearer is asked for permission, `refused`, `missing`, `busy`,
    `covered`, or `battery` when it is too low; a hub takes any other for `missing`.
    """

    reason: Name


class Located(msgspec.Struct, frozen=True, tag="located"):
    """Where the glasses are, when the hub asked for it; what cannot be sent at once is left out.

    `age`: seconds since it was so.
    """

    position: Position
    age: Annotated[float, msgspec.Meta(ge=0, le=86_400)] = 0.0


class Lost(msgspec.Struct, frozen=True, tag="lost"):
    """The glasses cannot say where they are, though the hub asked; the latest counts.

    `reason`: `asking` while the wearer is asked for permission, `refused`, `missing`, or `silent`
    while the sky is out of sight; a hub takes any other for `missing`.
    """

    reason: Name


class Ack(msgspec.Struct, frozen=True, tag="ack"):
    """What has arrived and need not be kept. Each side fills in what it receives."""

    event: Count = 0
    """From the glasses: all events up to this one."""

    sample: Count = 0
    """From the hub: all samples before this one."""

    number: Count = 0
    """From the hub: all numbered messages up to this one."""


class Ping(msgspec.Struct, frozen=True, tag="ping"):
    """Asks for a pong, for glasses that cannot send the websocket's own."""

    id: Count = 0


class Pong(msgspec.Struct, frozen=True, tag="pong"):
    """The answer to the ping of the same id."""

    id: Count = 0


class Bye(msgspec.Struct, frozen=True, tag="bye"):
    """The last frame. The glasses' bye ends the session; a connection that only breaks does not."""

    code: Name
    reason: Sentence = ""
    """For whoever wrote the other side; the wearer never sees it."""

    retry_after: Wait | None = None
    """From the hub: seconds to wait before coming back; null means do not come back by yourself."""


class Welcome(msgspec.Struct, frozen=True, tag="welcome"):
    """The answer to a hello that is let in."""

    version: Annotated[int, msgspec.Meta(ge=1, le=10_000)]
    session: Secret
    """To be given in the next hello. It opens the session: keep it secret."""

    resumed: bool
    """The session of the hello goes on; otherwise events start from 1 again."""

    sample: Count = 0
    """Send again from here what you still have."""

    number: Count = 0
    """Send again what has a greater number."""

    chunk: Annotated[int, msgspec.Meta(ge=160, le=SAMPLE_RATE)] = 320
    """Microphone samples a frame, until a `chunk` says otherwise."""

    wake_words: tuple[Name, ...] = ()
    """What the hub listens for."""

    limits: Limits = LIMITS


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """The answer to a hello that is not let in, and the last frame."""

    code: Name
    reason: Sentence = ""
    retry_after: Wait | None = None
    """Seconds to wait before the next hello; null means it will not help."""


class Show(Committed, frozen=True, tag="show"):
    """Put a card on the lens, in place of the last one of its slot."""

    card: Card
    slot: Name = "main"
    pages: tuple[View, ...] = ()
    """The card laid out for the display of the hello; empty where nothing can be shown.

    A page stays for its `seconds`, then comes the next; the last stays. A long card has more
    pages than are sent: each says how many there are.
    """

    page: Count = 0
    """The place in `pages` to begin at."""


class Update(msgspec.Struct, frozen=True, tag="update"):
    """The card of a slot has changed: as `show`, and the lens stays at its page. Volatile.

    A slot that had no card lies under all others.
    """

    card: Card
    slot: Name = "main"
    pages: tuple[View, ...] = ()
    page: Count = 0


class Clear(Committed, frozen=True, tag="clear"):
    """Take the card of a slot off the lens."""

    slot: Name = "main"


class Partial(msgspec.Struct, frozen=True, tag="partial"):
    """What the unfinished utterance sounds like. Volatile."""

    text: Sentence


class Heard(Committed, frozen=True, tag="heard"):
    """What the wearer said, once."""

    text: Sentence


class SpeechBegins(Committed, frozen=True, tag="speech_begins"):
    """Speech of an epoch follows, in binary frames; a sentence of it starts at `sample`."""

    epoch: EpochNumber
    language: LanguageTag
    text: Sentence = ""
    sample: Count = 0
    side: Annotated[int, msgspec.Meta(ge=-1, le=1)] = 0
    """Where the voice comes from: −1 left, 1 right. That ear hears it louder, both hear it."""


class SpeechEnds(Committed, frozen=True, tag="speech_ends"):
    """The epoch's speech is `samples` long, all in all; report `played` with `done` after it."""

    epoch: EpochNumber
    samples: Count


class Flush(Committed, frozen=True, tag="flush"):
    """Throw away all sound up to and including this epoch, and never play it again."""

    epoch: EpochNumber


class Duck(msgspec.Struct, frozen=True, tag="duck"):
    """Play the epoch's speech softly, or normally again. Volatile."""

    epoch: EpochNumber
    on: bool


class Adjust(Committed, frozen=True, tag="adjust"):
    """Change settings of the glasses; null leaves one alone."""

    volume: Percent | None = None
    brightness: Percent | None = None
    language: LanguageTag | None = None


class Light(Committed, frozen=True, tag="light"):
    """Which senses are in use: the indicator is lit while either is true."""

    microphone: bool
    camera: bool
    purpose: Name = ""
    position: bool = False


class Look(Committed, frozen=True, tag="look"):
    """Send pictures of the camera, at most `rate` a second, until the next `look`; 0: no more.

    Each is a JPEG, upright, made smaller until its longer side has at most `side` pixels and it
    fits into a frame. One that cannot be sent at once is left out: a later one is worth more.
    """

    rate: Annotated[float, msgspec.Meta(ge=0, le=30)] = 0.0
    side: Annotated[int, msgspec.Meta(ge=64, le=8_192)] = 1_280


class Locate(Committed, frozen=True, tag="locate"):
    """Say where you are, at most `rate` times a second, until the next `locate`; 0: no more."""

    rate: Annotated[float, msgspec.Meta(ge=0, le=10)] = 0.0


class Earcon(Committed, frozen=True, tag="earcon"):
    """Play a short sign of this name, `left` and `right` in that ear; unknown names are silent."""

    name: Name


class Chunk(msgspec.Struct, frozen=True, tag="chunk"):
    """Send the microphone's sound in frames of this many samples from now on. Volatile."""

    samples: Annotated[int, msgspec.Meta(ge=160, le=SAMPLE_RATE)]


class Degraded(msgspec.Struct, frozen=True, tag="degraded"):
    """A part of the hub works badly, or works again. Volatile, for each part."""

    what: Name
    since: Count
    """The microphone sample at which it began."""

    over: bool = False


FromGlasses = (
    Hello | Touched | Talk | Typed | Played | Status | Blind | Located | Lost | Ack | Ping | Bye
)
Event = (Show | Clear | Heard | SpeechBegins | SpeechEnds) | (
    Flush | Adjust | Light | Look | Locate | Earcon
)
"""Committed: each arrives once, in order."""

Volatile = Update | Partial | Duck | Chunk | Degraded
"""Only the latest of a kind counts: an older one may never be sent."""

FromHub = Welcome | Refused | Ack | Pong | Bye | Event | Volatile
