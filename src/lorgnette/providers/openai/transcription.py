"""Speech to text in the way of OpenAI: the request, the result, and its settings. No I/O."""

import os
import wave
from collections.abc import Mapping
from io import BytesIO
from typing import Annotated, Any, Final
from urllib.parse import urlsplit

import msgspec

from lorgnette.core.errors import ConfigurationError, EngineFailed, MissingPart
from lorgnette.core.types import SAMPLE_BYTES, SAMPLE_RATE, Language, Sound
from lorgnette.providers.http import Request
from lorgnette.providers.places import is_here

TABLE: Final = "openai-transcriptions"
BOUNDARY: Final = "lorgnette-3f2a81c7d94b46e0"

WHISPER: Final = (
    "af", "ar", "az", "be", "bg", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es",
    "et", "fa", "fi", "fr", "gl", "he", "hi", "hr", "hu", "hy", "id", "is", "it", "ja",
    "kk", "kn", "ko", "lt", "lv", "mi", "mk", "mr", "ms", "ne", "nl", "no", "pl", "pt",
    "ro", "ru", "sk", "sl", "sr", "sv", "sw", "ta", "th", "tl", "tr", "uk", "ur", "vi",
    "zh",
)  # fmt: skip
"""The languages for which Whisper is said to be good enough (OpenAI's speech to text guide)."""


class TranscriptionSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `providers.openai-transcriptions`.

    `url` is the address before `/audio/transcriptions`. `key` is secret, and better in the
    environment, in the variable that `key_from` names. `languages` are those to ask it for.
    `patience`: seconds without a byte after which the server counts as hung.
    """

    url: str = ""
    model: str = "whisper-1"
    key: str = ""
    key_from: str = "LORGNETTE_TRANSCRIPTIONS_KEY"
    languages: tuple[str, ...] = WHISPER
    patience: Annotated[float, msgspec.Meta(gt=0, le=600)] = 30.0

    def __repr__(self) -> str:
        """Without the key."""
        return f"TranscriptionSettings(url={self.url!r}, model={self.model!r})"

    @property
    def secret(self) -> str:
        """The key, from the file or the environment."""
        return self.key or os.environ.get(self.key_from, "")

    @property
    def is_here(self) -> bool:
        """Whether the server runs on this machine."""
        return is_here(self.url)


def settings_from(tables: Mapping[str, Any]) -> TranscriptionSettings:
    """The settings in the configuration, checked.

    Raises MissingPart without an address, ConfigurationError that names the setting.
    """
    try:
        own = tables.get("providers", {}).get(TABLE, {})
        settings = msgspec.convert(own, TranscriptionSettings)
        parts = urlsplit(settings.url)
    except (msgspec.ValidationError, ValueError) as error:
        raise ConfigurationError(f"providers.{TABLE}: {error}") from error
    if not settings.url:
        raise MissingPart(f"no transcription server: providers.{TABLE}.url is empty")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ConfigurationError(f"providers.{TABLE}.url must begin with http:// or https://")
    if parts.username or parts.query or parts.fragment:
        raise ConfigurationError(f"providers.{TABLE}.url is more than an address")
    if not (settings.secret.isascii() and settings.secret.isprintable()):
        raise ConfigurationError(f"providers.{TABLE}.key holds a sign that cannot be sent")
    return settings


def request(settings: TranscriptionSettings, sound: Sound, language: Language) -> Request:
    """One request, as «Create transcription» of OpenAI's API has it."""
    fields = {"model": settings.model, "language": language, "response_format": "json"}
    parts = [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in fields.items()
    ]
    parts += [
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="speech.wav"\r\n'
        "Content-Type: audio/wav\r\n\r\n".encode(),
        wav(sound),
        f"\r\n--{BOUNDARY}--\r\n".encode(),
    ]
    headers = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}
    if settings.secret:
        headers["authorization"] = f"Bearer {settings.secret}"
    url = settings.url.rstrip("/") + "/audio/transcriptions"
    return Request(url, headers, b"".join(parts), (settings.secret,))


def result(answer: bytes) -> str:
    """The text in an answer. Raises EngineFailed when it is none."""
    try:
        said = msgspec.json.decode(answer)
    except (ValueError, RecursionError):
        said = None
    text = said.get("text") if isinstance(said, dict) else None
    if not isinstance(text, str):
        raise EngineFailed("the transcription server's answer is not understood")
    return " ".join(text.split())


def wav(sound: Sound) -> bytes:
    """The sound as a file."""
    file = BytesIO()
    with wave.open(file, "wb") as written:
        written.setnchannels(1)
        written.setsampwidth(SAMPLE_BYTES)
        written.setframerate(SAMPLE_RATE)
        written.writeframes(sound[: len(sound) // SAMPLE_BYTES * SAMPLE_BYTES])
    return file.getvalue()
