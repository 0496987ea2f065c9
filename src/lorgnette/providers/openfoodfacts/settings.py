"""Where the open catalogues are."""

from collections.abc import Mapping
from typing import Any

from lorgnette.providers import services
from lorgnette.providers.services import ServiceSettings


class OpenFactsSettings(ServiceSettings, frozen=True):
    """The table `providers.openfoodfacts` or `providers.openprices`.

    `url` may be that of a sister such as https://world.openproductsfacts.org; `search_url` is its
    search.
    """

    search_url: str = ""

    @property
    def urls(self) -> tuple[str, ...]:
        """Everything that is asked."""
        return (self.url, self.search_url)


def settings_from(tables: Mapping[str, Any], name: str, **usual: str) -> OpenFactsSettings:
    """The settings of a provider, checked; `usual` are those that are not set.

    Without a contact of its own it has that of Open Food Facts: the same people run both.

    Raises ConfigurationError that names the setting.
    """
    contact = tables.get("providers", {}).get("openfoodfacts", {}).get("contact", "")
    return services.settings_from(OpenFactsSettings, tables, name, contact=contact, **usual)
