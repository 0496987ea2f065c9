"""Where the Wyoming server is."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec

from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.places import is_here


class WyomingSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `providers.wyoming`.

    `url` such as `tcp://127.0.0.1:10300`; `model` is one of the server's, by default its own
    choice. `languages` are those to ask it for, by default all it names. `patience`: seconds
    without a byte after which the server counts as hung.
    """

    url: str = ""
    model: str = ""
    languages: tuple[str, ...] = ()
    patience: Annotated[float, msgspec.Meta(gt=0, le=600)] = 30.0

    @property
    def address(self) -> tuple[str, int]:
        """Host and port."""
        parts = urlsplit(self.url)
        return parts.hostname or "", parts.port or 0

    @property
    def place(self) -> str:
        """The server as it may be shown."""
        host, port = self.address
        return f"{host}:{port}"

    @property
    def is_here(self) -> bool:
        """Whether the server runs on this machine."""
        return is_here(self.url)


def settings_from(tables: Mapping[str, Any]) -> WyomingSettings:
    """The settings in the configuration, checked.

    Raises MissingPart without an address, ConfigurationError that names the setting.
    """
    try:
        own = tables.get("providers", {}).get("wyoming", {})
        settings = msgspec.convert(own, WyomingSettings)
        parts, port = urlsplit(settings.url), settings.address[1]
    except (msgspec.ValidationError, ValueError) as error:
        raise ConfigurationError(f"providers.wyoming: {error}") from error
    if not settings.url:
        raise MissingPart("no Wyoming server: providers.wyoming.url is empty")
    if parts.scheme != "tcp" or not parts.hostname or not port:
        raise ConfigurationError("providers.wyoming.url must be like tcp://127.0.0.1:10300")
    return settings
