"""Goods, and what a wearer keeps of shopping, as the page asks for them."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from lorgnette.app.desk.pricelist import PriceList, money
from lorgnette.app.hub import Hub
from lorgnette.core.allergens import Risk, canonical, pieces, risk
from lorgnette.core.codes.gtin import expanded, normalised
from lorgnette.core.errors import EngineFailed, NotFound, StoreFailed
from lorgnette.core.goods import Good
from lorgnette.core.loose import categories, is_category, name_of
from lorgnette.core.types import CHINESE, ENGLISH, Language, Spot, Wearer
from lorgnette.engines import CATALOGUE, Catalogue, Shelf, Stored
from lorgnette.skills.priced import (
    Avoided,
    InBasket,
    Looked,
    Paid,
    SeenPrice,
    T,
    Taught,
    Wanted,
    gathered,
    last_price,
    sums,
)
from lorgnette.web.api.goods import Hit, Hits, Mine, Piece, Row, Sheet, Warned, Wish

ROWS = 200
"""Rows of each kind that the page shows, the newest."""

IN_BASKET = 1_000
"""Things in a basket, all of which are added up."""


class Shop:
    """Implements `web.api.goods.Goods`."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub

    async def find(self, wish: Wish, /) -> Hits:
        """See `Goods`."""
        try:
            return Hits(await self.found(wish), failed=False)
        except EngineFailed:
            return Hits((), failed=True)

    async def sheet(self, wearer: Wearer, of: str, language: str, /) -> Sheet:
        """See `Goods`."""
        if not (normalised(of) == of or is_category(of)):
            raise NotFound("there is no such product number")
        shelf = partial(self.shelf, wearer)
        known = await gathered(self.catalogue, shelf, of)
        avoided = [each.item.name for each in await shelf(Avoided).all()]
        own = {each.item.seen: each.id for each in await shelf(SeenPrice).find(of)}
        good = known.good
        listed = PriceList(
            sorted(known.prices, key=lambda each: each.date, reverse=True),
            own,
            good.amount if good else None,
            self.today(wearer),
            self.here(wearer),
        )
        return Sheet(
            of,
            known.name(language) or (name_of(of, Language(language)) if is_category(of) else ""),
            good,
            known.failed,
            [Warned(name, risk(good, name) if good else Risk.UNKNOWN) for name in avoided],
            [Piece(*piece) for piece in pieces(good.ingredients, avoided)] if good else (),
            listed.rows(),
            listed.costs(),
        )

    async def mine(self, wearer: Wearer, /) -> Mine:
        """See `Goods`."""
        shelf = partial(self.shelf, wearer)
        looked = await shelf(Looked).newest(limit=ROWS)
        wanted = await shelf(Wanted).newest(limit=ROWS)
        basket = await shelf(InBasket).newest(limit=IN_BASKET)
        prices = await shelf(SeenPrice).newest(limit=ROWS)
        receipts = await shelf(Paid).newest(limit=ROWS)
        avoided = await shelf(Avoided).newest(limit=ROWS)
        taught = await shelf(Taught).newest(limit=ROWS)
        return Mine(
            [Row(each.id, each.item.name, each.item.gtin, each.item.at) for each in looked],
            [Row(each.id, each.item.text) for each in wanted],
            [basket_row(each) for each in basket],
            [money(price, currency) for currency, price in sums(basket).items()],
            sum(each.item.price is None for each in basket),
            [price_row(each) for each in prices],
            [receipt_row(each) for each in receipts],
            [Row(each.id, each.item.name) for each in avoided],
            [Row(each.id, each.item.name, each.item.gtin) for each in taught],
        )

    async def want(self, wearer: Wearer, text: str, /) -> int:
        """See `Goods`."""
        return (await self.shelf(wearer, Wanted).add(Wanted(text))).id

    async def take(self, wearer: Wearer, of: str, name: str, /) -> int:
        """See `Goods`."""
        own = await last_price(self.shelf(wearer, SeenPrice), of)
        taken = InBasket(name, own.price, own.currency) if own else InBasket(name)
        return (await self.shelf(wearer, InBasket).add(taken)).id

    async def avoid(self, wearer: Wearer, text: str, /) -> int:
        """See `Goods`."""
        shelf, name = self.shelf(wearer, Avoided), canonical(text)
        same = [each.id for each in await shelf.all() if each.item.name == name]
        return same[0] if same else (await shelf.add(Avoided(name))).id

    async def found(self, wish: Wish) -> Sequence[Hit]:
        """Products and loose goods. Raises EngineFailed."""
        bare = wish.find.replace(" ", "").replace("-", "")
        number = normalised(bare) or normalised(expanded(bare) or "")
        if number:
            return [hit(await self.catalogue.good(number) or Good(number))]
        goods = await self.catalogue.search(
            wish.find, language=Language(wish.language), limit=wish.limit
        )
        return [*(await self.loose(wish.find)), *map(hit, goods)]

    async def loose(self, words: str) -> Sequence[Hit]:
        """Loose goods that are called so, and have prices. Raises EngineFailed."""
        for each in categories(words):
            if await self.catalogue.prices(each, limit=1):
                return [Hit(each, {lang: name_of(each, lang) for lang in (ENGLISH, CHINESE)})]
        return ()

    @property
    def catalogue(self) -> Catalogue:
        """Knows goods. Raises StoreFailed when there is none."""
        catalogue: Catalogue | None = self.hub.engines.found.get(CATALOGUE)
        if catalogue is None:
            raise StoreFailed("there is no catalogue of goods")
        return catalogue

    def shelf(self, wearer: Wearer, kind: type[T], /) -> Shelf[T]:
        """A shelf of a wearer. Raises StoreFailed when there is no store."""
        return self.hub.records.shelf(wearer, kind)

    def today(self, wearer: Wearer) -> dt.date:
        """The date where the wearer is."""
        session = self.hub.newest(wearer)
        return self.hub.clock.now().astimezone(session.zone if session else self.hub.zone).date()

    def here(self, wearer: Wearer) -> Spot | None:
        """Where the wearer is, as their glasses say."""
        session = self.hub.newest(wearer)
        return session.glasses.position if session else None


def hit(good: Good) -> Hit:
    """A product among others."""
    return Hit(good.gtin, good.names, good.brand, good.amount)


def basket_row(stored: Stored[InBasket]) -> Row:
    """Something in the basket."""
    item = stored.item
    return Row(
        stored.id,
        item.name,
        price=None if item.price is None else money(item.price, item.currency),
    )


def price_row(stored: Stored[SeenPrice]) -> Row:
    """A price that the wearer saw."""
    item = stored.item
    price = money(item.price, item.currency)
    return Row(stored.id, item.name, item.gtin, item.date, item.shop, price)


def receipt_row(stored: Stored[Paid]) -> Row:
    """What a receipt came to."""
    item = stored.item
    return Row(stored.id, item.shop or "–", at=item.date, price=money(item.total, item.currency))
