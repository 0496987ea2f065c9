"""`/api/goods`: what products are and cost, and what the wearer keeps of shopping.

A product goes by its number, and loose goods by their category, such as `en:bananas`. Money is in
whole units of its currency. What the wearer keeps has ids, and is deleted as one of `/api/things`.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Protocol

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from lorgnette.core.allergens import Risk
from lorgnette.core.goods import Amount, Good
from lorgnette.core.prices import Judgement
from lorgnette.core.types import Wearer
from lorgnette.devices.caller import Caller
from lorgnette.web.api.resource import Mistake, Resource, answer, body, query

Words = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class Wish(msgspec.Struct, frozen=True):
    """What is looked for: a name, or a number."""

    find: Words
    language: Annotated[str, msgspec.Meta(max_length=10)] = "en"
    limit: Annotated[int, msgspec.Meta(ge=1, le=50)] = 20


class Sum(msgspec.Struct, frozen=True):
    """Money."""

    value: float
    currency: str


class Hit(msgspec.Struct, frozen=True):
    """Something that was found: `names` are by language, as those of `Good`."""

    of: str
    names: Mapping[str, str]
    brand: str = ""
    amount: Amount | None = None


class Hits(msgspec.Struct, frozen=True):
    """What was found; `failed`: a catalogue could not be asked, and nothing was found elsewhere."""

    goods: Sequence[Hit]
    failed: bool


class Row(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that the wearer keeps; `of` is empty when it is no product that has a page."""

    id: int
    name: str
    of: str = ""
    at: datetime | date | None = None
    shop: str = ""
    price: Sum | None = None


class Mine(msgspec.Struct, frozen=True):
    """What a wearer keeps of shopping, the newest first.

    `total` is what is in the basket, by currency; `unpriced` says how many things are not in it.
    `receipts` are what was paid, by shop; `taught` are products as the wearer calls them.
    """

    looked: Sequence[Row]
    wanted: Sequence[Row]
    basket: Sequence[Row]
    total: Sequence[Sum]
    unpriced: int
    prices: Sequence[Row]
    receipts: Sequence[Row]
    avoided: Sequence[Row]
    taught: Sequence[Row]


class Piece(msgspec.Struct, frozen=True, omit_defaults=True):
    """A piece of a text; `avoided` is what it names that the wearer must not eat."""

    text: str
    avoided: str = ""


class Warned(msgspec.Struct, frozen=True):
    """What is known about something that the wearer must not eat. There is no «free of it»."""

    avoided: str
    risk: Risk


class Price(msgspec.Struct, frozen=True, omit_defaults=True):
    """A price that somebody saw; `mine` is the id of one that the wearer keeps.

    `per` is what it is for: "" the package or the piece, `kg` or `l`. `unit` is what a kilogram, a
    litre or a piece costs then, `metres` how far it is from where the wearer is.
    """

    price: Sum
    date: date
    per: str = ""
    shop: str = ""
    metres: int | None = None
    unit: tuple[Sum, str] | None = None
    regular: Sum | None = None
    member: bool = False
    organic: bool = False
    source: str = ""
    proof: str = ""
    mine: int = 0
    compared: bool = False
    """Whether it counts for what the product usually costs."""


class Costs(msgspec.Struct, frozen=True):
    """What a product costs: usually, and for the least, as the place of that in the prices.

    `nearby` is the place of the least near the wearer. `judged` is the wearer's own last price
    among the others.
    """

    usual: Sum
    per: str
    count: int
    cheapest: int
    nearby: int | None
    judged: Judgement | None


class Sheet(msgspec.Struct, frozen=True):
    """The page of a product. `good` is what catalogues say; null when none knows it.

    `failed`: a catalogue could not be asked, so that what is not here is only not known now.
    `name` is what it is called in the language that was asked for, or "" when nobody knows.
    """

    of: str
    name: str
    good: Good | None
    failed: bool
    warned: Sequence[Warned]
    ingredients: Sequence[Piece]
    prices: Sequence[Price]
    costs: Costs | None


class About(msgspec.Struct, frozen=True):
    """In which language a product is told."""

    language: Annotated[str, msgspec.Meta(max_length=10)] = "en"


class Wanting(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something to put on the list, or to be warned of."""

    text: Words


class Taking(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A product to put into the basket, under a name."""

    of: Annotated[str, msgspec.Meta(max_length=100)]
    name: Words


class Goods(Protocol):
    """Knows goods, and what every wearer keeps of shopping. All verbs raise StoreFailed."""

    async def find(self, wish: Wish, /) -> Hits:
        """Products and loose goods by name or number."""

    async def sheet(self, wearer: Wearer, of: str, language: str, /) -> Sheet:
        """A product for one wearer. Raises NotFound when it is neither number nor category."""

    async def mine(self, wearer: Wearer, /) -> Mine:
        """What a wearer keeps."""

    async def want(self, wearer: Wearer, text: str, /) -> int:
        """Put something on the list; its id."""

    async def take(self, wearer: Wearer, of: str, name: str, /) -> int:
        """Put a product into the basket for the price that the wearer saw last; its id."""

    async def avoid(self, wearer: Wearer, text: str, /) -> int:
        """Warn a wearer of something from now on; its id."""


def routes(goods: Goods) -> list[BaseRoute]:
    """The routes of this subject."""
    subject = Subject(goods)
    return [
        Route("/api/goods", Resource(get=subject.mine)),
        Route("/api/goods/found", Resource(get=subject.find)),
        Route("/api/goods/wanted", Resource(post=subject.want)),
        Route("/api/goods/basket", Resource(post=subject.take)),
        Route("/api/goods/avoided", Resource(post=subject.avoid)),
        Route("/api/goods/of/{of}", Resource(get=subject.sheet)),
    ]


class Subject:
    """Answers for goods."""

    def __init__(self, goods: Goods) -> None:
        self.goods = goods

    async def mine(self, _request: Request, caller: Caller) -> Response:
        """What the wearer keeps."""
        return answer(await self.goods.mine(caller.wearer))

    async def find(self, request: Request, _caller: Caller) -> Response:
        """Products by name or number."""
        return answer(await self.goods.find(query(request, Wish)))

    async def sheet(self, request: Request, caller: Caller) -> Response:
        """One product."""
        language = query(request, About).language
        return answer(await self.goods.sheet(caller.wearer, request.path_params["of"], language))

    async def want(self, request: Request, caller: Caller) -> Response:
        """Something is to be bought."""
        text = said((await body(request, Wanting)).text)
        return answer({"id": await self.goods.want(caller.wearer, text)}, 201)

    async def take(self, request: Request, caller: Caller) -> Response:
        """Something is in the basket."""
        taken = await body(request, Taking)
        number = await self.goods.take(caller.wearer, taken.of, said(taken.name))
        return answer({"id": number}, 201)

    async def avoid(self, request: Request, caller: Caller) -> Response:
        """Something is not to be eaten."""
        text = said((await body(request, Wanting)).text)
        return answer({"id": await self.goods.avoid(caller.wearer, text)}, 201)


def said(text: str) -> str:
    """A text that says something. Raises Mistake."""
    plain = " ".join(text.split())
    if not plain:
        raise Mistake("body", "it needs words")
    return plain
