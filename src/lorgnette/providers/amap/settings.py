"""Where Amap is, and with which key it is asked."""

import os
from collections.abc import Mapping
from typing import Any, Final

from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.services import ServiceSettings, settings_from

NAME: Final = "amap"


class AmapSettings(ServiceSettings, frozen=True):
    """The table `providers.amap`, for ways and places.

    `key` is one for «Web 服务»; `secret` is its private key when it has «数字签名». Both may be in
    the environment instead, in the variables that `key_from` and `secret_from` name.
    """

    key: str = ""
    key_from: str = "LORGNETTE_AMAP_KEY"
    secret: str = ""
    secret_from: str = "LORGNETTE_AMAP_SECRET"  # noqa: S105 - the name of a variable

    @property
    def secrets(self) -> tuple[str, str]:
        """The key and the private key, wherever they are; "" for none."""
        return (
            self.key or os.environ.get(self.key_from, ""),
            self.secret or os.environ.get(self.secret_from, ""),
        )


def checked(tables: Mapping[str, Any]) -> AmapSettings:
    """The settings, checked. Raises ConfigurationError that names the setting."""
    return settings_from(AmapSettings, tables, NAME, url="https://restapi.amap.com")


def with_key(tables: Mapping[str, Any]) -> AmapSettings:
    """The settings. Raises MissingPart without a key, ConfigurationError for one that is none."""
    made = checked(tables)
    key, secret = made.secrets
    if not key:
        raise MissingPart(
            f"providers.{NAME}.key is empty: Amap answers nobody without; one for «Web 服务» is"
            " made at https://console.amap.com"
        )
    if not all(each.isascii() and each.isalnum() for each in filter(None, (key, secret))):
        raise ConfigurationError(f"providers.{NAME}: keys are letters and digits, nothing else")
    return made
