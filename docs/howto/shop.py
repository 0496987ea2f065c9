"""A shop as a catalogue: what it sells, and for how much."""

import hashlib
import hmac
import json
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from urllib.parse import urlencode

from lorgnette.core.codes.gtin import is_global, normalised
from lorgnette.core.errors import ConfigurationError, EngineFailed, MissingPart
from lorgnette.core.goods import Good, Observation
from lorgnette.providers.http import Request, Sender
from lorgnette.providers.places import is_here
from lorgnette.providers.polite import Limit, Polite

NAME = "Example Shop"


def question(settings, method, **about):
    """The request: parameters in alphabetical order, signed with the secret of the application."""
    about |= {"method": method, "app_key": settings["app_key"]}
    text = "".join(f"{name}{about[name]}" for name in sorted(about))
    key = settings["app_secret"].encode()
    about["sign"] = hmac.new(key, text.encode(), hashlib.sha256).hexdigest().upper()
    headers = {"content-type": "application/x-www-form-urlencoded; charset=utf-8"}
    return Request(
        settings["url"], headers, urlencode(about).encode(), secrets=(settings["app_secret"],)
    )


def items(body):
    """What the shop answers: a list of things that it sells."""
    try:
        said = json.loads(body)["items"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise EngineFailed(f"{NAME} answers what is not understood") from error
    return [each for each in said if isinstance(each, dict)] if isinstance(said, list) else []


def good(item):
    """One of them as a product; None when it has no right number or no name."""
    gtin = normalised(str(item.get("barcode", "")))
    title = str(item.get("title", "")).strip()
    if gtin is None or not title:
        return None
    return Good(gtin, {"zh": title[:200]}, str(item.get("brand", ""))[:80], source=NAME)


def observation(item, gtin, today):
    """What it costs: in fen, as an integer. None when that is no price."""
    try:
        price = int(Decimal(str(item.get("price"))) * 100)
    except (InvalidOperation, ValueError, OverflowError):
        return None
    if not 0 < price < 10**12:
        return None
    link = str(item.get("url", ""))[:300]
    seller = str(item.get("seller", ""))[:100]
    return Observation(gtin, price, "CNY", today, shop=seller, source=NAME, proof=link)


def settings_from(tables):
    """The table `providers.shop`, with an address."""
    settings = {"url": "https://api.shop.example/router", **tables["providers"].get("shop", {})}
    if not str(settings["url"]).startswith(("http://", "https://")):
        raise ConfigurationError("providers.shop.url is no address")
    return settings


class Shop:
    """A `Catalogue`. Prices change all the time, so it has no `keeps`: it is asked each time."""

    def __init__(self, tables, transport=None, now=lambda: datetime.now(UTC)):
        self.settings = settings_from(tables)
        if not (self.settings.get("app_key") and self.settings.get("app_secret")):
            raise MissingPart("no access to the shop: set providers.shop.app_key and app_secret")
        sender = Sender(10.0, here=is_here(self.settings["url"]), transport=transport)
        self.server = Polite(sender)
        self.limit = Limit(60)
        self.now = now

    @classmethod
    def leaves_the_hub(cls, tables):
        return not is_here(settings_from(tables)["url"])

    async def aclose(self):
        await self.server.aclose()

    async def good(self, gtin, /):
        found = (good(item) for item in await self.sold(gtin))
        return next((each for each in found if each and each.gtin == gtin), None)

    async def search(self, words, /, *, language, limit=10):
        said = " ".join("".join(char if char.isalnum() else " " for char in words[:100]).split())
        if not said:
            return []
        found = map(good, items(await self.ask("items.search", q=said)))
        return [each for each in found if each][:limit]

    async def prices(self, gtin, /, *, limit=100):
        today = self.now().date()
        seen = (observation(item, gtin, today) for item in await self.sold(gtin))
        return [each for each in seen if each][:limit]

    async def sold(self, gtin):
        """The things with this very number; a number that a shop gave itself is not sent."""
        if not is_global(gtin):
            return []
        sold = items(await self.ask("items.by_barcode", barcode=gtin))
        return [each for each in sold if normalised(str(each.get("barcode", ""))) == gtin]

    async def ask(self, method, **about):
        about |= {"timestamp": int(self.now().timestamp())}
        return await self.server.fetch(question(self.settings, method, **about), self.limit)
