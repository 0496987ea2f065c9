"""Services that many share: where they are, who asks them, and how often."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, TypeVar
from urllib.parse import urlsplit

import msgspec

from lorgnette import __version__
from lorgnette.core.errors import ConfigurationError, MissingPart
from lorgnette.providers.http import Request, Sender
from lorgnette.providers.places import is_here
from lorgnette.providers.polite import Limit, Polite

if TYPE_CHECKING:
    import httpx


class ServiceSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of `providers`.

    `contact` is an address where those who run the service can reach whoever runs the hub: they
    ask for one in every request, and nothing is asked without. `url` is where it is, which may be
    a mirror, or a server of one's own.
    """

    contact: str = ""
    url: str = ""
    patience: Annotated[float, msgspec.Meta(gt=0, le=300)] = 10.0

    @property
    def urls(self) -> tuple[str, ...]:
        """Everything that is asked."""
        return (self.url,)

    @property
    def headers(self) -> Mapping[str, str]:
        """Who asks, as every request says."""
        contact = self.contact or "on this machine"
        return {"user-agent": f"Lorgnette/{__version__} ({contact})", "accept": "application/json"}

    @property
    def is_here(self) -> bool:
        """Whether all that is asked is on this machine."""
        return all(is_here(url) for url in self.urls if url)


S = TypeVar("S", bound=ServiceSettings)


def settings_from(kind: type[S], tables: Mapping[str, Any], name: str, **usual: str) -> S:
    """The settings of a provider, checked; `usual` are those that are not set.

    Raises ConfigurationError that names the setting.
    """
    table = tables.get("providers", {}).get(name, {})
    try:
        settings = msgspec.convert({**usual, **table}, kind)
        for url in filter(None, settings.urls):
            if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
                raise ConfigurationError(f"providers.{name}: {url!r} is no address of a server")
    except (msgspec.ValidationError, ValueError) as error:
        raise ConfigurationError(f"providers.{name}: {error}") from error
    if not (settings.contact.isascii() and settings.contact.isprintable()):
        raise ConfigurationError(f"providers.{name}.contact holds a sign that cannot be sent")
    return settings


def with_contact(settings: S, name: str) -> S:
    """The settings. Raises MissingPart when they have no contact and somebody else is asked."""
    if settings.contact or settings.is_here:
        return settings
    raise MissingPart(
        f"providers.{name}.contact is empty: those who run it want to know whom to write to"
    )


class Service:
    """A service that many share, asked with manners; one on this machine is asked at will."""

    def __init__(
        self,
        settings: ServiceSettings,
        limit: Limit,
        transport: "httpx.AsyncBaseTransport | None" = None,
    ) -> None:
        """`transport` replaces the network in tests."""
        sender = Sender(settings.patience, here=settings.is_here, transport=transport)
        self._server = Polite(sender)
        self._limit = Limit(None) if settings.is_here else limit

    async def fetch(self, request: Request, limit: Limit | None = None) -> bytes:
        """The answer. Raises EngineFailed when there is none, Refused when it is refused.

        `limit` is that of some questions that have one of their own.
        """
        return await self._server.fetch(request, limit or self._limit)

    def let_rest(self, seconds: float) -> None:
        """Ask nothing for so long: for services that say in their answers that it was too much."""
        self._server.let_rest(seconds)

    async def aclose(self) -> None:
        """Hang up."""
        await self._server.aclose()


class Remote(ABC, Generic[S]):
    """A provider at a service that many share. Whoever inherits says at which, and what to ask.

    `questions` in `within` seconds are what the service allows everybody.
    """

    name: ClassVar[str]
    questions: ClassVar[int] = 1
    within: ClassVar[float] = 1.0

    def __init__(
        self, tables: Mapping[str, Any], transport: "httpx.AsyncBaseTransport | None" = None
    ) -> None:
        """`tables`: the configuration; `transport` replaces the network in tests.

        Raises MissingPart without a contact, or what else it must have to be asked, and
        ConfigurationError when a setting is wrong.
        """
        self._settings = self.usable(tables)
        limit = Limit(self.questions, self.within)
        self._service = Service(self._settings, limit, transport)

    @classmethod
    @abstractmethod
    def settings(cls, tables: Mapping[str, Any]) -> S:
        """The settings, checked. Raises ConfigurationError that names the setting."""

    @classmethod
    def usable(cls, tables: Mapping[str, Any]) -> S:
        """The settings with all that it takes to ask. Raises MissingPart."""
        return with_contact(cls.settings(tables), cls.name)

    @classmethod
    def leaves_the_hub(cls, tables: Mapping[str, Any]) -> bool:
        """Whether another machine would learn what is asked."""
        return not cls.settings(tables).is_here

    async def aclose(self) -> None:
        """Hang up."""
        await self._service.aclose()
