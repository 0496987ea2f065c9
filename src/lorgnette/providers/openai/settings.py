"""Where the language model is, and how it is asked."""

import ipaddress
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit

import msgspec

from lorgnette.core.errors import ConfigurationError, MissingPart


class OpenAISettings(msgspec.Struct, frozen=True):
    """The table `thinker`, and `providers.openai` for what other thinkers do not have.

    `url` is the address before `/chat/completions`. `key` is secret: neither an error nor a log
    message shows it. `patience`: seconds without a byte after which the model counts as hung.
    `extra` goes into every request as it is, for what only one server knows, such as
    `enable_thinking = false`.
    """

    url: str = ""
    model: str = ""
    key: str = ""
    patience: Annotated[float, msgspec.Meta(gt=0)] = 30.0
    temperature: Annotated[float, msgspec.Meta(ge=0, le=2)] | None = None
    max_tokens: Annotated[int, msgspec.Meta(ge=1)] | None = None
    headers: dict[str, str] = {}
    extra: dict[str, Any] = {}

    def __repr__(self) -> str:
        """Without the key, and without headers and extras that may hold another."""
        return f"OpenAISettings(url={self.place!r}, model={self.model!r})"

    @property
    def place(self) -> str:
        """The address as it may be shown."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"

    @property
    def is_here(self) -> bool:
        """Whether the model runs on this machine."""
        host = urlsplit(self.url).hostname or ""
        try:
            return ipaddress.ip_address(host).is_loopback
        except ValueError:
            return host == "localhost"


def settings_from(tables: Mapping[str, Any]) -> OpenAISettings:
    """The settings in the configuration, checked.

    Raises MissingPart without an address or model, ConfigurationError that names the setting.
    """
    own = {**tables.get("thinker", {}), **tables.get("providers", {}).get("openai", {})}
    try:
        settings = msgspec.convert(own, OpenAISettings)
        parts = urlsplit(settings.url)
        _check(settings, parts)
    except (msgspec.ValidationError, ValueError) as error:
        raise ConfigurationError(f"thinker: {error}") from error
    if not settings.model:
        raise MissingPart("no language model: thinker.model names none")
    return settings


def _check(settings: OpenAISettings, parts: SplitResult) -> None:
    """Raise MissingPart or ConfigurationError for an address or a key that cannot work."""
    if not settings.url:
        raise MissingPart("no language model: thinker.url is empty")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ConfigurationError("thinker.url must begin with http:// or https:// and a host")
    if parts.username or parts.query or parts.fragment:
        raise ConfigurationError("thinker.url is more than an address; secrets go to thinker.key")
    for secret in (settings.key, *settings.headers, *settings.headers.values()):
        if not (secret.isascii() and secret.isprintable()) or secret != secret.strip():
            raise ConfigurationError("thinker.key or a header holds a sign that cannot be sent")
