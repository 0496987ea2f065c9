"""Receipts that the wearer looks at: told, and if they add up, remembered."""

from decimal import Decimal

from lorgnette.core import cards
from lorgnette.core.pages.upright import upright
from lorgnette.core.receipts import Receipt, receipt
from lorgnette.core.slots.money import Money
from lorgnette.engines import READER
from lorgnette.skills import Reply, Turn
from lorgnette.skills.framed import page_in, sharpest
from lorgnette.skills.priced import SeenPrice, minor
from lorgnette.skills.shopping.skill import skill

PATIENCE = 15.0
"""Seconds that it may take to read a long receipt."""


@skill.action(
    "(scan|read|photograph|remember|keep) (this|the|my) receipt",
    "what does (this|the|my) receipt say",
    patience=PATIENCE,
)
async def scan_receipt(turn: Turn) -> Reply:
    """Read a receipt, and remember its prices if it adds up."""
    if READER not in turn:
        return Reply(say=turn.message("cannot-read"))
    sight = await sharpest(turn.eyes, "shopping")
    found = receipt(upright(await page_in(turn[READER], sight.pixels)))
    if found is None or not found.items:
        return Reply(say=turn.message("no-receipt"))
    return Reply(say=await kept(turn, found), card=card(turn, found))


async def kept(turn: Turn, found: Receipt) -> str:
    """What is said of a receipt; its prices are remembered when nothing is in doubt."""
    together = shown(turn, found.sum, found.currency)
    if found.total is None:
        return turn.message("receipt-no-total", count=len(found.items), total=together)
    total = shown(turn, found.total, found.currency)
    if not found.adds_up:
        return turn.message("receipt-wrong", total=total, sum=together)
    date = found.date or turn.now.date()
    for item in found.items:
        value = minor(Money(item.price, found.currency)) if found.currency else None
        if value is not None:
            seen = SeenPrice("", item.name, value, found.currency, date, found.shop)
            await turn.shelf(SeenPrice).add(seen)
    return turn.message("receipt-kept", count=len(found.items), total=total, shop=found.shop or "-")


def shown(turn: Turn, amount: Decimal, currency: str) -> str:
    """A sum as the wearer writes it."""
    return str(turn.show(Money(amount, currency))) if currency else str(amount)


def card(turn: Turn, found: Receipt) -> cards.List:
    """A receipt on the lens."""
    rows = tuple(
        cards.Line(item.name, shown(turn, item.price, found.currency)) for item in found.items
    )
    return cards.List(title=found.shop or turn.message("receipt"), items=rows)
