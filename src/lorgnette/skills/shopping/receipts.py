"""Receipts that the wearer looks at: told, and if they add up, remembered."""

from decimal import Decimal

from lorgnette.core import cards
from lorgnette.core.pages.upright import upright
from lorgnette.core.receipts import Receipt, receipt
from lorgnette.core.slots.money import Money
from lorgnette.engines import READER
from lorgnette.skills import Reply, Turn
from lorgnette.skills.framed import page_in, sharpest
from lorgnette.skills.priced import Paid, SeenPrice, minor
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
    await remembered(turn, found, found.total)
    return turn.message("receipt-kept", count=len(found.items), total=total, shop=found.shop or "-")


async def remembered(turn: Turn, found: Receipt, total: Decimal) -> None:
    """Keep what a receipt says, once: one that is read again is known."""
    date, sum_ = found.date or turn.now.date(), minor_of(total, found.currency)
    if sum_ is not None:
        paid = Paid(sum_, found.currency, date, found.shop)
        if any(each.item == paid for each in await turn.shelf(Paid).all()):
            return
        await turn.shelf(Paid).add(paid)
    for item in found.items:
        if (value := minor_of(item.price, found.currency)) is not None:
            seen = SeenPrice("", item.name, value, found.currency, date, found.shop)
            await turn.shelf(SeenPrice).add(seen)


def minor_of(amount: Decimal, currency: str) -> int | None:
    """A sum in the smallest unit of its currency; None without one."""
    return minor(Money(amount, currency)) if currency else None


def shown(turn: Turn, amount: Decimal, currency: str) -> str:
    """A sum as the wearer writes it."""
    return str(turn.show(Money(amount, currency))) if currency else str(amount)


def card(turn: Turn, found: Receipt) -> cards.List:
    """A receipt on the lens."""
    rows = tuple(
        cards.Line(item.name, shown(turn, item.price, found.currency)) for item in found.items
    )
    return cards.List(title=found.shop or turn.message("receipt"), items=rows)
