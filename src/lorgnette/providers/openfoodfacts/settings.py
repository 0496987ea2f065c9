"""Where the open catalogues are, and how they are asked."""

from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec

from lorgnette import __version__
from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.places import is_here


class OpenFactsSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The table `providers.openfoodfacts` or `providers.openprices`.

    `contact` is an address where those who run the servers can reach whoever runs the hub: they
    ask for one in every request, and nothing is asked without. `url` is a mirror, or a sister such
    as https://world.openproductsfacts.org; `search_url` its search.
    """

    contact: str = ""
    url: str = ""
    search_url: str = ""
    patience: Annotated[float, msgspec.Meta(gt=0, le=300)] = 10.0

    @property
    def headers(self) -> Mapping[str, str]:
        """Who asks, as every request says."""
        contact = self.contact or "on this machine"
        return {"user-agent": f"Lorgnette/{__version__} ({contact})", "accept": "application/json"}

    @property
    def is_here(self) -> bool:
        """Whether all that is asked is on this machine."""
        return all(is_here(url) for url in (self.url, self.search_url) if url)


def settings_from(tables: Mapping[str, Any], name: str, **usual: str) -> OpenFactsSettings:
    """The settings of a provider, checked; `usual` are those that are not set.

    Without a contact of its own it has that of Open Food Facts: the same people run both.

    Raises ConfigurationError that names the setting.
    """
    every = tables.get("providers", {})
    contact = every.get("openfoodfacts", {}).get("contact", "")
    try:
        settings = msgspec.convert(
            {"contact": contact, **usual, **every.get(name, {})}, OpenFactsSettings
        )
        for url in filter(None, (settings.url, settings.search_url)):
            if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
                raise ConfigurationError(f"providers.{name}: {url!r} is no address of a server")
    except (msgspec.ValidationError, ValueError) as error:
        raise ConfigurationError(f"providers.{name}: {error}") from error
    if not (settings.contact.isascii() and settings.contact.isprintable()):
        raise ConfigurationError(f"providers.{name}.contact holds a sign that cannot be sent")
    return settings


def with_contact(settings: OpenFactsSettings, name: str) -> OpenFactsSettings:
    """The settings. Raises MissingPart when they have no contact and somebody else is asked."""
    if settings.contact or settings.is_here:
        return settings
    raise MissingPart(
        f"providers.{name}.contact is empty: those who run it want to know whom to write to"
    )
