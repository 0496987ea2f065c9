"""What is said and shown of a product: warnings first, then what it is, then what it costs."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lorgnette.core import cards
from lorgnette.core.allergens import Risk, risk
from lorgnette.core.goods import Good, Observation
from lorgnette.core.prices import (
    comparable,
    distance,
    plotted,
    rounded,
    standing,
    unit_price,
    usual_terms,
)
from lorgnette.core.sentences import glued
from lorgnette.core.slots.unit import quantity
from lorgnette.skills import Reply, Turn
from lorgnette.skills.listed import stopped
from lorgnette.skills.priced import Avoided, Known, money


async def told(turn: Turn, product: Known) -> Reply:
    """A product that was looked at."""
    name = product.name(turn.language)
    if not name:
        message = "catalogue-silent" if product.failed else "unknown-product"
        return Reply(say=turn.message(message, number=product.gtin))
    avoided = [stored.item.name for stored in await turn.shelf(Avoided).all()]
    warned = list(warnings(turn, product.good, avoided))
    said = glued([*warned, stopped(name), *price_said(turn, product)])
    return Reply(say=said, card=card(turn, product, warned))


def warnings(turn: Turn, good: Good | None, avoided: Sequence[str]) -> Iterator[str]:
    """What the wearer must know before anything else."""
    for name in avoided:
        found = risk(good, name) if good is not None else Risk.UNKNOWN
        if found is not Risk.NOT_NAMED:
            yield turn.message(f"risk-{found}", what=allergen(turn, name))


def allergen(turn: Turn, name: str) -> str:
    """What the wearer calls an allergen."""
    return turn.messages.find(f"allergen-{name}", turn.language, {}) or name


def price_said(turn: Turn, product: Known) -> Iterator[str]:
    """What it costs, in a sentence; nothing when nobody knows."""
    currency = usual_terms(product.prices)[0]
    found = standing(product.prices, currency, turn.now.date()) if currency else None
    if found is None:
        return
    if found.count == 1 or found.cheapest.price == found.usual:
        yield turn.message("price-usual", price=money(found.usual, currency))
        return
    yield turn.message(
        "price-between",
        usual=money(found.usual, currency),
        cheapest=money(found.cheapest.price, currency),
        shop=shop(turn, found.cheapest),
    )


def card(turn: Turn, product: Known, warned: Sequence[str]) -> cards.Text:
    """A product on the lens."""
    lines = [cards.Line(text, emphasis=cards.Emphasis.STRONG) for text in warned]
    good = product.good
    if good is not None:
        about = " · ".join(part for part in (good.brand, amount(good)) if part)
        lines += [cards.Line(about)] if about else []
        lines += [cards.Line(row, right) for row, right in graded(turn, good)]
    lines += [cards.Line(*row) for row in priced(turn, product)]
    footer = good.source if good is not None else ""
    return cards.Text(
        title=product.name(turn.language) or product.gtin,
        lines=tuple(lines),
        footer=footer[: cards.LABEL_LENGTH],
        page=f"goods/{product.gtin}",
    )


def amount(good: Good) -> str:
    """How much is in a package."""
    if good.amount is None:
        return ""
    value, unit = good.amount.value, good.amount.unit
    if value >= 1000 and unit in ("g", "ml"):
        value, unit = value / 1000, {"g": "kg", "ml": "l"}[unit]
    return f"{value:g} {unit}"


def graded(turn: Turn, good: Good) -> Iterator[tuple[str, str]]:
    """Grades and what is in it."""
    if good.nutriscore:
        yield turn.message("row-nutriscore"), good.nutriscore.upper()
    if good.ecoscore:
        yield turn.message("row-ecoscore"), good.ecoscore.upper()
    if good.nova:
        yield turn.message("row-nova"), str(good.nova)
    for name in ("energy-kcal", "sugars", "fat", "salt"):
        if name in good.nutrition:
            unit = "kcal" if name == "energy-kcal" else "g"
            yield turn.message(f"row-{name}"), f"{good.nutrition[name]:g} {unit}"
    if good.allergens:
        named = ", ".join(allergen(turn, each) for each in good.allergens)
        yield turn.message("row-allergens"), named[: cards.LABEL_LENGTH]


def priced(turn: Turn, product: Known) -> Iterator[tuple[str, str]]:
    """Prices: where and when, by the kilogram, and how they went."""
    currency = usual_terms(product.prices)[0]
    found = standing(product.prices, currency, turn.now.date()) if currency else None
    if found is None:
        return
    for seen in newest(turn, product.prices)[:4]:
        yield place(turn, seen), price(turn, seen)
    size = product.good.amount if product.good else None
    if (each := unit_price(found.cheapest.price, size)) is not None:
        yield turn.message(f"row-per-{each[1]}"), turn.show(money(each[0], currency))
    if bars := plotted(product.prices, currency, turn.now.date()):
        yield turn.message("row-history"), bars


def newest(turn: Turn, prices: Sequence[Observation], per: str = "") -> list[Observation]:
    """The last price of each shop that can be compared, the lowest first."""
    by_shop: dict[str, Observation] = {}
    currency, _ = usual_terms(prices)
    compared = comparable(prices, currency, turn.now.date(), per)
    for seen in sorted(compared, key=lambda each: each.date, reverse=True):
        by_shop.setdefault(seen.shop, seen)
    return sorted(by_shop.values(), key=lambda each: each.price)


def price(turn: Turn, seen: Observation) -> str:
    """A price as the wearer writes it."""
    return str(turn.show(money(seen.price, seen.currency)))


def shop(turn: Turn, seen: Observation) -> str:
    """Where a price was seen, and how far that is when it is known."""
    name = seen.shop or turn.message("somewhere")
    away = distance(seen, turn.glasses.position)
    if away is None:
        return name
    metres = rounded(away)
    far = (
        quantity(metres, "metre")
        if metres < 1_000
        else quantity(Decimal(metres) / 1_000, "kilometre")
    )
    return turn.message("shop-away", shop=name, distance=far)


def place(turn: Turn, seen: Observation) -> str:
    """Where and when a price was seen."""
    return f"{shop(turn, seen)}, {turn.show(seen.date)}"
