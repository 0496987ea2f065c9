"""Everything that can go wrong, and who can do something about it.

LorgnetteError
├── WearerError                 spoken to the wearer, in their language
│   ├── UnsupportedLanguage       an engine does not know this language
│   ├── NotUnderstood             a sentence or a slot has no meaning here
│   ├── NotOurs                   an action cannot answer what is asked; a model may
│   ├── CannotSee                 the camera gives no pictures, or a picture shows nothing
│   ├── CannotLocate              nobody knows where the wearer is
│   ├── NoMap                     there is no map of where something is looked for
│   ├── NoRoute                   no way leads there
│   ├── NoRoom                    what is to be kept is more than may be kept
│   ├── NotReachable              nobody else reaches this hub
│   ├── CannotHide                a picture may not leave the hub: faces cannot be hidden in it
│   └── NotFound                  what was asked for does not exist
├── OperatorError               logged for whoever runs the hub, with what to do
│   ├── ConfigurationError        a setting is wrong
│   ├── MissingPart               a package, a program or a model is not installed
│   ├── ExtensionFailed           a skill or provider did not load; it is set aside
│   ├── EngineFailed              a provider raised or died
│   │   └── EngineHung              it did not answer in time
│   └── StoreFailed               the disk is full or the database is damaged
└── PeerError                   a code on the wire, for whoever wrote the glasses
    ├── ProtocolBreach            the bytes do not follow the protocol
    ├── NotPaired                 the token is missing, wrong or revoked
    └── TooMuch                   a limit was passed; carries when to try again
"""

from typing import ClassVar


class LorgnetteError(Exception):
    """The root: catch this to catch everything Lorgnette raises on purpose."""


class WearerError(LorgnetteError):
    """The wearer can do something about it; `message_id` names the sentence they hear."""

    message_id: str = "error-general"


class UnsupportedLanguage(WearerError):
    """An engine does not know this language."""

    message_id = "error-language"


class NotUnderstood(WearerError):
    """A sentence or a slot has no meaning here."""

    message_id = "error-not-understood"


class NotOurs(WearerError):
    """An action was meant and cannot answer: a language model may, if there is one."""

    message_id = "error-not-understood"


class CannotSee(WearerError):
    """The camera gives no pictures, or none that can be looked at."""

    REASONS: ClassVar = frozenset(
        {"asking", "refused", "missing", "busy", "covered", "battery", "silent"}
        | {"unreadable", "too-large"}
    )

    def __init__(self, reason: str) -> None:
        """`reason`: as in the link's `Blind`, `silent`, or what is wrong with a picture."""
        super().__init__(reason)
        known = reason if reason in CannotSee.REASONS else "missing"
        self.reason = known
        self.message_id = f"error-camera-{known}"


class Unreadable(WearerError):
    """Nothing could be read in a picture."""

    REASONS: ClassVar = frozenset({"dark", "bright", "still"})

    def __init__(self, reason: str | None = None) -> None:
        """`reason`: what is wrong with the picture, if anything: a value of `Advice`."""
        super().__init__(reason or "nothing is written there")
        self.message_id = "error-unreadable" + (f"-{reason}" if reason in self.REASONS else "")


class CannotLocate(WearerError):
    """The glasses do not say where they are, or too roughly for what is wanted."""

    REASONS: ClassVar = frozenset({"asking", "refused", "missing", "silent", "rough"})

    def __init__(self, reason: str) -> None:
        """`reason`: as in the link's `Lost`, `silent`, or `rough`."""
        super().__init__(reason)
        known = reason if reason in CannotLocate.REASONS else "missing"
        self.reason = known
        self.message_id = f"error-position-{known}"


class NoMap(WearerError):
    """There is no map of the place where something is looked for."""

    message_id = "error-no-map"


class NoRoute(WearerError):
    """No way leads from one place to the other, in this mode."""

    message_id = "error-no-route"


class NoRoom(WearerError):
    """What is to be kept is more than the hub's owner allows."""

    message_id = "error-no-room"


class CannotHide(WearerError):
    """A picture may not leave the hub, for nobody finds the faces that must be hidden in it."""

    message_id = "error-faces"


class NotReachable(WearerError):
    """Somebody else is to come in, and nobody but the wearer reaches this hub."""

    message_id = "error-not-reachable"


class NotFound(WearerError):
    """What was asked for does not exist."""

    message_id = "error-not-found"


class OperatorError(LorgnetteError):
    """Whoever runs the hub can do something about it; the text says what."""

    retryable: bool = False


class ConfigurationError(OperatorError):
    """A setting is wrong."""


class MissingPart(OperatorError):
    """A package, a program or a model is not installed; the text says how to get it."""


class ExtensionFailed(OperatorError):
    """A skill or a provider did not load; it is set aside and the hub goes on."""


class EngineFailed(OperatorError):
    """A provider raised or died. It may work when it is asked again at once: see `retryable`."""

    retryable = True


class EngineHung(EngineFailed):
    """A provider did not answer in time: nobody waits for that twice."""

    retryable = False


class StoreFailed(OperatorError):
    """The disk is full or the database is damaged."""


class PeerError(LorgnetteError):
    """Whoever wrote the glasses can do something about it; `code` goes on the wire."""

    code: ClassVar[str] = "error"


class ProtocolBreach(PeerError):
    """The bytes do not follow the protocol."""

    code = "breach"


class NotPaired(PeerError):
    """The token is missing, wrong or revoked."""

    code = "not-paired"


class TooMuch(PeerError):
    """A limit was passed."""

    code = "too-much"

    def __init__(self, message: str, *, retry_after: float = 1.0) -> None:
        """`retry_after`: seconds the peer should wait."""
        super().__init__(message)
        self.retry_after = retry_after
