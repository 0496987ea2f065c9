"""The models that can be fetched by name."""

from functools import cache
from importlib import resources

import msgspec

from lorgnette.core.errors import ConfigurationError


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A model that can be fetched; what the fields mean stands in `catalogue.yaml`."""

    engine: str
    provider: str
    what: str
    licence: str
    megabytes: int
    url: str = ""
    languages: tuple[str, ...] = ()
    sha256: str = ""
    wheel: str = ""


@cache
def catalogue() -> dict[str, Entry]:
    """Every model that is known, by name."""
    text = resources.files(__package__).joinpath("catalogue.yaml").read_bytes()
    return msgspec.yaml.decode(text, type=dict[str, Entry])


def entry(name: str) -> Entry:
    """The model of that name. Raises ConfigurationError that names those there are."""
    try:
        return catalogue()[name]
    except KeyError:
        known = ", ".join(catalogue())
        raise ConfigurationError(f"no model {name!r} is known; there are: {known}") from None
