"""Where the language model is, and how it is asked."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import SplitResult, urlsplit

import msgspec

from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.places import is_here


class OpenAISettings(msgspec.Struct, frozen=True):
    """The table `thinker`, and `providers.openai` for what other thinkers do not have.

    For translating the same of the tables `translator` and `providers.chat`, for seeing of `seer`
    and `providers.vision`.

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
        return is_here(self.url)


def settings_from(tables: Mapping[str, Any]) -> OpenAISettings:
    """The settings of the thinker in the configuration, checked.

    Raises MissingPart without an address or model, ConfigurationError that names the setting.
    """
    own = {**tables.get("thinker", {}), **tables.get("providers", {}).get("openai", {})}
    return _checked(own, "thinker")


def settings_for_translating(tables: Mapping[str, Any]) -> OpenAISettings:
    """The settings of the chat model that translates: the table `translator`, or the thinker.

    `translator.model` alone is another model where the thinker is. Of the thinker nothing goes to
    another address: not its key, and none of its headers.

    Raises as `settings_from`.
    """
    return _own_or_thinker(tables, "translator", "chat")


def settings_for_seeing(tables: Mapping[str, Any]) -> OpenAISettings:
    """The settings of the model that sees: the table `seer`.

    `seer.model` alone is a model where the thinker is, as with the translator; without one there
    is none, for not every thinker sees.

    Raises as `settings_from`.
    """
    if not tables.get("seer", {}).get("model"):
        raise MissingPart("no language model that sees: seer.model names none")
    return _own_or_thinker(tables, "seer", "vision")


def _own_or_thinker(tables: Mapping[str, Any], table: str, provider: str) -> OpenAISettings:
    """The settings in a table, or else another model where the thinker is."""
    own = {name: value for name, value in tables.get(table, {}).items() if value}
    if own.get("url"):
        return _checked({**own, **tables.get("providers", {}).get(provider, {})}, table)
    settings = settings_from(tables)
    return msgspec.structs.replace(settings, model=own.get("model", settings.model))


def _checked(own: Mapping[str, Any], table: str) -> OpenAISettings:
    try:
        settings = msgspec.convert(own, OpenAISettings)
        parts = urlsplit(settings.url)
        _check(settings, parts, table)
    except (msgspec.ValidationError, ValueError) as error:
        raise ConfigurationError(f"{table}: {error}") from error
    if not settings.model:
        raise MissingPart(f"no language model: {table}.model names none")
    return settings


def _check(settings: OpenAISettings, parts: SplitResult, table: str) -> None:
    """Raise MissingPart or ConfigurationError for an address or a key that cannot work."""
    if not settings.url:
        raise MissingPart(f"no language model: {table}.url is empty")
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ConfigurationError(f"{table}.url must begin with http:// or https:// and a host")
    if parts.username or parts.query or parts.fragment:
        raise ConfigurationError(f"{table}.url is more than an address; secrets go to {table}.key")
    for secret in (settings.key, *settings.headers, *settings.headers.values()):
        if not (secret.isascii() and secret.isprintable()) or secret != secret.strip():
            raise ConfigurationError(f"{table}.key or a header holds a sign that cannot be sent")
