"""A place, and its address."""

from collections.abc import Mapping

import msgspec

from lorgnette.core.types import Language, Spot


class Address(msgspec.Struct, frozen=True, omit_defaults=True):
    """Where a letter goes. What is empty is unknown."""

    street: str = ""
    house: str = ""
    postcode: str = ""
    locality: str = ""
    """The village, town or district."""
    country: str = ""
    """Two letters (ISO 3166-1), in capitals."""


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """Somewhere to go, as one map knows it. What is empty is unknown.

    `names` are by language, "" for the name as it stands there. `kind` is one of `core.places`'
    kinds: `cafe`, `pharmacy`, `street`, `house`, `town`. `hours` are opening hours as
    OpenStreetMap writes them. `importance` is from 0 to 1: a capital, a corner.
    """

    spot: Spot
    names: Mapping[str, str] = {}
    kind: str = ""
    address: Address = Address()
    hours: str = ""
    phone: str = ""
    website: str = ""
    importance: float = 0.0
    identity: str = ""
    """What its source calls it, such as `node/240109189`: two with the same are one."""
    source: str = ""
    """Whose map it is from, as it must be shown."""

    def name(self, language: Language) -> str:
        """Its name in a language, else as it stands there, else in any; "" when it has none."""
        for each in (language, "", "en"):
            if self.names.get(each):
                return self.names[each]
        return next(filter(None, self.names.values()), "")
